package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import news.lede.article.Article;
import news.lede.article.ArticleId;

/** The readings of the articles asked for most and last: an article does not change, and reading it is what a question takes longest for. Thread-safe. */
final class Readings {
    /** About 30 kB each. */
    private static final int MOST_CACHED = 1_000;

    private final Cache<ArticleId, Reading> cache = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    Reading of(Article article) {
        return cache.get(article.id(), _ -> Reading.of(article));
    }
}

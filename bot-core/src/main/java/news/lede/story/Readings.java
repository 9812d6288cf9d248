package news.lede.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import news.lede.article.Article;
import news.lede.article.ArticleId;

/** The readings of the articles asked for most and last: reading one is what a question takes longest for. Thread-safe. */
final class Readings {
    /** About 30 kB each. */
    private static final int MOST_CACHED = 1_000;

    /** An article as long as its publisher does not change it. */
    private record State(ArticleId article, String title, List<String> paragraphs) {}

    private final Cache<State, Reading> cache = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .executor(Runnable::run)
            .build();

    Reading of(Article article) {
        return cache.get(new State(article.id(), article.title(), article.paragraphs()), _ -> Reading.of(article));
    }
}

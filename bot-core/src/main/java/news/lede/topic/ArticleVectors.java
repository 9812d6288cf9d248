package news.lede.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.story.Meanings;
import news.lede.text.Language;

/** The vectors of articles: made ahead, kept in the store. Thread-safe. */
public final class ArticleVectors implements Meanings {
    /** Characters of the text that are embedded with the title: as much as the model reads. */
    private static final int HEAD = 600;

    private static final int AT_ONCE = 256;

    private final Articles articles;
    private final Embedder embedder;
    private final Vectors vectors;

    public ArticleVectors(Articles articles, Embedder embedder, Vectors vectors) {
        this.articles = articles;
        this.embedder = embedder;
        this.vectors = vectors;
    }

    /** Makes the vectors that stored articles lack; seconds for hundreds of them. Does nothing where nothing can be embedded. */
    public void prepareAll() {
        List<ArticleId> missing = missing(Integer.MAX_VALUE);
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            if (make(missing.subList(from, Math.min(from + AT_ONCE, missing.size())))
                    .isEmpty()) {
                return;
            }
        }
    }

    /** Articles that have no vector yet, newest first; none without an {@link Embedder}. */
    List<ArticleId> missing(int limit) {
        return embedder.enabled() ? vectors.missing(embedder.model(), limit) : List.of();
    }

    /** Makes vectors of articles that have none yet. Answers those made, or nothing when the model does not work here; the log has told why. */
    Optional<Map<ArticleId, float[]>> make(List<ArticleId> ids) {
        List<Article> missing = articles.findAll(ids);
        List<Article> readable =
                missing.stream().filter(ArticleVectors::isReadable).toList();
        List<float[]> made;
        try {
            made = readable.isEmpty()
                    ? List.of()
                    : embedder.embed(readable.stream().map(ArticleVectors::head).toList());
        } catch (IllegalStateException e) {
            // The embedder has said why; topics go on by words.
            return Optional.empty();
        }
        Map<ArticleId, float[]> found = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            vectors.putArticle(embedder.model(), readable.get(i).id(), made.get(i));
            found.put(readable.get(i).id(), made.get(i));
        }
        // An empty vector says that there is nothing to make, so that the article is not asked for again.
        missing.stream()
                .filter(article -> !isReadable(article))
                .forEach(article -> vectors.putArticle(embedder.model(), article.id(), new float[0]));
        return Optional.of(found);
    }

    /** Vectors of those of {@code wanted} that have one, of whatever age. */
    @Override
    public Map<ArticleId, float[]> of(Collection<ArticleId> wanted) {
        Map<ArticleId, float[]> found = new HashMap<>(vectors.ofArticles(embedder.model(), wanted));
        found.values().removeIf(vector -> vector.length == 0);
        return found;
    }

    /** The model has learnt English only; other languages are matched by words. */
    private static boolean isReadable(Article article) {
        return isReadable(article.language());
    }

    static boolean isReadable(Language language) {
        return language.equals(Language.ENGLISH) || language.equals(Language.UNKNOWN);
    }

    /** What of an article is embedded: the title and as much of its beginning as the model reads. */
    static String head(Article article) {
        String text = String.join(" ", article.paragraphs());
        return article.title() + ". " + text.substring(0, Math.min(HEAD, text.length()));
    }
}

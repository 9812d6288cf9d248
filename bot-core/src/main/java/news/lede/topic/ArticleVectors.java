package news.lede.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        int before = Integer.MAX_VALUE;
        int missing = missing();
        while (missing > 0 && missing < before) {
            prepare(AT_ONCE);
            before = missing;
            missing = missing();
        }
    }

    private int missing() {
        return vectors.missing(embedder.model(), Integer.MAX_VALUE).size();
    }

    /**
     * Makes vectors of at most {@code limit} articles that have none yet, newest first; does nothing without an {@link Embedder}.
     *
     * @return the vectors made
     */
    Map<ArticleId, float[]> prepare(int limit) {
        if (!embedder.enabled()) {
            return Map.of();
        }
        List<Article> missing = articles.findAll(vectors.missing(embedder.model(), limit));
        List<Article> readable =
                missing.stream().filter(ArticleVectors::isReadable).toList();
        List<float[]> made;
        try {
            made = readable.isEmpty()
                    ? List.of()
                    : embedder.embed(readable.stream().map(ArticleVectors::head).toList());
        } catch (IllegalStateException e) {
            // The embedder has said why; topics go on by words.
            return Map.of();
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
        return found;
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

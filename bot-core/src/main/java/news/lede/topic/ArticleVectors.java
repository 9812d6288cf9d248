package news.lede.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.story.Meanings;
import news.lede.text.Language;

/** The vectors of articles: made ahead, kept in the store, those of the newest articles also in memory. Thread-safe. */
public final class ArticleVectors implements Meanings {
    // How far back vectors are compared: about a day of a large installation, months of a small one.
    private static final int WINDOW = 10_000;

    /** Characters of the text that are embedded with the title: as much as the model reads. */
    private static final int HEAD = 600;

    private static final int AT_ONCE = 256;

    private final Articles articles;
    private final Embedder embedder;
    private final Vectors vectors;
    /** Vectors of the window, about 15 MB when it is full; empty ones too, so that they are not asked for again. */
    private final Map<ArticleId, float[]> held = new HashMap<>();

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

    /** Makes vectors of at most {@code limit} articles that have none yet, newest first; does nothing without an {@link Embedder}. */
    void prepare(int limit) {
        if (!embedder.enabled()) {
            return;
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
            return;
        }
        for (int i = 0; i < made.size(); i++) {
            vectors.putArticle(embedder.model(), readable.get(i).id(), made.get(i));
        }
        // One that was made before is made anew when its article changed.
        synchronized (held) {
            missing.forEach(article -> held.remove(article.id()));
        }
        // An empty vector says that there is nothing to make, so that the article is not asked for again.
        missing.stream()
                .filter(article -> !isReadable(article))
                .forEach(article -> vectors.putArticle(embedder.model(), article.id(), new float[0]));
    }

    /** Vectors of the newest articles; the store is asked only for those not held yet. */
    Map<ArticleId, float[]> recent() {
        long last = articles.last().value();
        long first = Math.max(1, last - WINDOW + 1);
        synchronized (held) {
            held.keySet().removeIf(id -> id.value() < first);
            List<ArticleId> wanted = LongStream.rangeClosed(first, last)
                    .mapToObj(ArticleId::new)
                    .filter(id -> !held.containsKey(id))
                    .toList();
            if (!wanted.isEmpty()) {
                held.putAll(vectors.ofArticles(embedder.model(), wanted));
            }
            Map<ArticleId, float[]> recent = new HashMap<>(held);
            recent.values().removeIf(vector -> vector.length == 0);
            return recent;
        }
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
        return article.language().equals(Language.ENGLISH) || article.language().equals(Language.UNKNOWN);
    }

    /** What of an article is embedded: the title and as much of its beginning as the model reads. */
    static String head(Article article) {
        String text = String.join(" ", article.paragraphs());
        return article.title() + ". " + text.substring(0, Math.min(HEAD, text.length()));
    }
}

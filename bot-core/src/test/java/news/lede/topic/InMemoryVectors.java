package news.lede.topic;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.article.Restorable;

/** {@link Vectors} in maps. Thread-safe. */
public final class InMemoryVectors implements Vectors, Restorable {
    private record OfArticle(String model, ArticleId article) {}

    private record OfText(String model, String text) {}

    private final Articles articles;
    private final Map<OfArticle, float[]> ofArticles = new HashMap<>();
    private final Map<OfText, float[]> ofTexts = new HashMap<>();

    public InMemoryVectors(Articles articles) {
        this.articles = articles;
    }

    @Override
    public synchronized Map<ArticleId, float[]> ofArticles(String model, Collection<ArticleId> ids) {
        Map<ArticleId, float[]> found = new HashMap<>();
        for (ArticleId id : ids) {
            float[] vector = ofArticles.get(new OfArticle(model, id));
            if (vector != null) {
                found.put(id, vector.clone());
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public synchronized void putArticle(String model, ArticleId article, float[] vector) {
        ofArticles.put(new OfArticle(model, article), vector.clone());
    }

    @Override
    public synchronized void forget(Collection<ArticleId> ids) {
        ofArticles.keySet().removeIf(key -> ids.contains(key.article()));
    }

    @Override
    public synchronized List<ArticleId> missing(String model, int limit) {
        return articles.after(new ArticleId(0), Integer.MAX_VALUE).stream()
                .map(Article::id)
                .filter(id -> !ofArticles.containsKey(new OfArticle(model, id)))
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<float[]> ofText(String model, String text) {
        return Optional.ofNullable(ofTexts.get(new OfText(model, text))).map(float[]::clone);
    }

    @Override
    public synchronized void putText(String model, String text, float[] vector) {
        ofTexts.put(new OfText(model, text), vector.clone());
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<OfArticle, float[]> oldArticles = Map.copyOf(ofArticles);
        Map<OfText, float[]> oldTexts = Map.copyOf(ofTexts);
        return () -> restore(oldArticles, oldTexts);
    }

    private synchronized void restore(Map<OfArticle, float[]> oldArticles, Map<OfText, float[]> oldTexts) {
        ofArticles.clear();
        ofArticles.putAll(oldArticles);
        ofTexts.clear();
        ofTexts.putAll(oldTexts);
    }
}

package news.lede.topic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;

/** Where vectors are kept: derived data that is dear to make. Kept per {@link Embedder#model}; other models' vectors are never answered. */
public interface Vectors {
    /** Vectors of those of {@code articles} that have one. */
    Map<ArticleId, float[]> ofArticles(String model, Collection<ArticleId> articles);

    /** Keeps an article's vector, replacing an older one. */
    void putArticle(String model, ArticleId article, float[] vector);

    /** Drops what every model made of these articles, whose text is another now: they are {@link #missing} again. */
    void forget(Collection<ArticleId> articles);

    /** Articles without a vector, newest id first, at most {@code limit}. To be asked outside of transactions. What it costs does not grow with the articles that have one. */
    List<ArticleId> missing(String model, int limit);

    /** The vector of a short text of ours (a topic's name or description). */
    Optional<float[]> ofText(String model, String text);

    void putText(String model, String text, float[] vector);
}

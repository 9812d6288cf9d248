package news.lede.story;

import java.util.Collection;
import java.util.Map;
import news.lede.article.ArticleId;

/** What articles mean, as vectors whose inner product says how alike two are: 0.1 for unrelated news, 1 for the same text. */
@FunctionalInterface
public interface Meanings {
    /** The vectors, of unit length, of those of {@code articles} that have one; an empty one is none. */
    Map<ArticleId, float[]> of(Collection<ArticleId> articles);

    /** Words and names alone must do. */
    static Meanings none() {
        return _ -> Map.of();
    }
}

package news.lede.article;

import java.util.List;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.Query;

/** Full-text search by the store itself, coarser than {@link ArticleIndex}: for as long as that is being built. */
public interface TextSearch {
    /** Articles whose headline or beginning matches, the best of the newest first. */
    List<Hit> search(Query query);
}

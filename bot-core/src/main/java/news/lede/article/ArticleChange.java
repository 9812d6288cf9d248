package news.lede.article;

/**
 * That something became of an article after it was stored: another text, another source or key, or it is gone.
 *
 * @param number rises with each change of the store
 */
public record ArticleChange(long number, ArticleId article) {}

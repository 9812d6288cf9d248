package news.lede.article;

/**
 * One of the many ways to know an article again; two articles that share any key are one. Built by {@link ArticleKeys} only, so
 * that what makes a key is decided in one place.
 */
public record ArticleKey(String value) {}

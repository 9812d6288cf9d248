/**
 * The article: identity, reports, search. In: clean articles from {@code extract}. Out: stored {@link news.lede.article.Article}s
 * with 64-bit ids, found by id, key or words. Start at {@link news.lede.article.Articles}.
 *
 * <p>Stored as {@code article}, {@code article_key(key, article_id)}, {@code article_source(article_id, source_id)} and
 * {@code article_listing(lister_id, listed_id)}.
 */
@NullMarked
package news.lede.article;

import org.jspecify.annotations.NullMarked;

/**
 * The article: identity, versions, reports, search. In: clean articles from {@code extract}. Out: stored {@link news.lede.article.Article}s
 * with 64-bit ids, found by id, key or words. Start at {@link news.lede.article.Articles}.
 *
 * <p>Stored as {@code article}, {@code article_key(key, article_id)}, {@code article_source(article_id, source_id)},
 * {@code article_listing(lister_id, listed_id)}, {@code article_version(article_id, version, seen, title, body)} and {@code article_revisit}.
 */
@NullMarked
package news.lede.article;

import org.jspecify.annotations.NullMarked;

/** The search index behind {@link news.lede.article.ArticleIndex}. Only {@code app} names this package. */
@NullMarked
package news.lede.lucene;

import org.jspecify.annotations.NullMarked;

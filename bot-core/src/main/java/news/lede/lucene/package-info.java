/**
 * The search index behind {@link news.lede.article.ArticleIndex}: BM25 over words as they stand and over stems per language. In: stored articles. Out: ids
 * with scores. Only {@code app} names this package. Start at {@link news.lede.lucene.LuceneArticleIndex}; {@code Fields} says what is
 * indexed, {@code AskedWords} what a question may hold, {@code Questions} how it is asked.
 *
 * <p>Nothing here is the only copy of anything: an index that is missing, damaged, of another format or of another store is built anew by
 * {@link news.lede.article.IndexKeeper}.
 */
@NullMarked
package news.lede.lucene;

import org.jspecify.annotations.NullMarked;

/**
 * Pages and saved text to clean articles; aggregator pages to several. In: a {@link news.lede.extract.Document}. Out: an
 * {@link news.lede.extract.Extraction}. One cleaner over a list of blocks serves HTML and plain text. Knows no network and no store.
 */
@NullMarked
package news.lede.extract;

import org.jspecify.annotations.NullMarked;

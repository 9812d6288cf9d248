/** The SQL side of every port: one writer, many readers, migrations. In: domain values. Out: rows, and back. Only {@code app} names this package. Start at the store's opening. */
@NullMarked
package news.lede.store;

import org.jspecify.annotations.NullMarked;

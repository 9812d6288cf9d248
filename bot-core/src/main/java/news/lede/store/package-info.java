/**
 * The SQL side of every port. In: domain values. Out: rows, and back. Only {@code app} names this package. Start at
 * {@link news.lede.store.SqliteStore#open}.
 *
 * <p>{@code Sql…} classes are the ports, in the SQL that SQLite and PostgreSQL share ({@code INSERT … ON CONFLICT}, {@code RETURNING}, row values,
 * instants as milliseconds, JSON as text). {@code Sqlite…} classes are the dialect: how the file is opened, who may write, what its failures
 * mean. {@code Sessions} stands between them. Another dialect is another {@code SqlStore}, another {@code Sessions} and another folder
 * of migrations. The schema is {@code news/lede/store/sqlite/V1__first_store.sql}; each table is named in the package documentation of
 * whoever owns it.
 *
 * <p>What the operator can do something about is a {@link news.lede.store.StoreProblem}; a change that refers to what is not there is an
 * {@link IllegalArgumentException}.
 */
@NullMarked
package news.lede.store;

import org.jspecify.annotations.NullMarked;

package news.lede.store;

import org.jspecify.annotations.Nullable;

/** Rows of a table in the order of its key. */
interface RowStream extends AutoCloseable {
    /** The next row; null after the last. */
    @Nullable
    Object @Nullable [] next();

    @Override
    void close();
}

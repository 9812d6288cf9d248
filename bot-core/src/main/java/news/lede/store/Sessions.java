package news.lede.store;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import news.lede.article.Transactor;
import news.lede.lease.Lease;
import news.lede.lease.LeaseLost;
import org.jdbi.v3.core.Handle;

/**
 * Hands out connections to one database. Work on a thread that is in a transaction takes part in it. Thread-safe; the
 * handle must not leave the work it was given to.
 */
interface Sessions extends Transactor, AutoCloseable {
    /** Work that changes nothing. Sees what was committed before it began. */
    <T> T read(Function<Handle, T> work);

    /** Work that is kept as a whole or not at all. */
    <T> T write(Function<Handle, T> work);

    /**
     * The same, of which nothing is kept unless {@code lease} is held when it is the writer's turn.
     *
     * @throws LeaseLost if it is not
     */
    default <T> T write(Lease lease, Function<Handle, T> work) {
        return write(handle -> {
            SqlLeases.requireHeld(handle, lease);
            return work.apply(handle);
        });
    }

    default void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    @Override
    default <T> T inTransaction(Supplier<T> work) {
        return write(_ -> work.get());
    }

    /** One small statement that changes what nobody else writes, or reads: it waits for no transaction where the database lets it. */
    default <T> T beside(Function<Handle, T> work) {
        return write(work);
    }

    /** What the database's clock says, in milliseconds since 1970: an expression. */
    String now();

    /** Leaves nothing of what was deleted on the disk; false if readers kept it from being done. Nothing to do where the database sees to it. */
    boolean compact();

    /** Gives at most so many pages that hold nothing back to the disk; how many were given. None where the database sees to it. */
    int reclaim(int pages);

    @Override
    void close();
}

package news.lede.article;

import java.util.function.Supplier;

/**
 * Makes several changes one: all of them are kept, or none. Declared beside {@link Articles}, the first port whose changes belong
 * together with others'.
 */
public interface Transactor {
    /**
     * Runs {@code work}; every port of the same store that it calls on this thread takes part. Commits when it returns, rolls back when it
     * throws, and passes on what it threw. A call inside another joins the outer one. Writers wait for each other.
     *
     * @throws InDoubt if it cannot be known whether it was kept
     */
    <T> T inTransaction(Supplier<T> work);
}

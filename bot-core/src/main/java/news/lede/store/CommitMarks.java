package news.lede.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import news.lede.article.InDoubt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a transaction was kept whose answer was lost. Each one that changes something also writes its number into our row of {@code commit_mark}, on the same way to the server as the commit. Whoever got no answer
 * connects anew, to whichever server takes changes then, waits until nobody writes any more, and reads how far the row came.
 */
final class CommitMarks {
    /** A server that is started again, or a standby that takes over, is there within this, or somebody has to look after it. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private static final String MARK_AND_COMMIT = "INSERT INTO commit_mark (process, number, at) SELECT ?, ?, %s"
            // Nothing was changed: then nothing is to be kept either.
            + " WHERE pg_current_xact_id_if_assigned() IS NOT NULL"
            + " ON CONFLICT (process) DO UPDATE SET number = excluded.number, at = excluded.at; COMMIT";

    private static final Logger LOG = LoggerFactory.getLogger(CommitMarks.class);

    private final String process = UUID.randomUUID().toString();
    private final Jdbi jdbi;
    private final String commit;
    /** Of the latest transaction; one at a time, behind the writer's lock. */
    private long number;

    CommitMarks(Jdbi jdbi, String now) {
        this.jdbi = jdbi;
        this.commit = MARK_AND_COMMIT.formatted(now);
    }

    /** Numbers a transaction. */
    long next() {
        return ++number;
    }

    /** Ends the transaction that {@code handle} is in. */
    void commit(Handle handle, long transaction) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(commit)) {
            statement.setString(1, process);
            statement.setLong(2, transaction);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("committing", e);
        }
        // The server has; this ends it here.
        handle.commit();
    }

    /**
     * Whether {@code transaction} was kept.
     *
     * @param lost why its answer did not come
     * @throws InDoubt if no server told in time
     */
    boolean isKept(long transaction, RuntimeException lost) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                boolean kept = marked().filter(mark -> mark >= transaction).isPresent();
                LOG.warn(
                        "the answer to a commit was lost, asked what became of it kept={} reason=\"{}\"",
                        kept,
                        lost.getMessage());
                return kept;
            } catch (RuntimeException e) {
                if (System.nanoTime() > end || !PostgresDatabase.isUnanswered(e) || !paused()) {
                    lost.addSuppressed(e);
                    throw new InDoubt(
                            "a change was handed to the database, whose answer was lost: it was perhaps made", lost);
                }
                LOG.debug("no server tells yet what became of a commit", e);
            }
        }
    }

    /** Behind whoever writes: be it the very transaction, whose connection was lost and which the server has not ended yet. */
    private Optional<Long> marked() {
        return jdbi.inTransaction(handle -> {
            handle.execute(PostgresSessions.WRITER);
            return handle.createQuery("SELECT number FROM commit_mark WHERE process = :process")
                    .bind("process", process)
                    .mapTo(Long.class)
                    .findOne();
        });
    }

    private static boolean paused() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package news.lede.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the write-ahead log into the file beside the writer, on a thread and a connection of its own. Left to itself SQLite does it within whichever commit makes the log long enough, while everybody else who wants to
 * write waits; done passively it keeps nobody waiting, and folds what no reader needs any more. Thread-safe.
 */
final class SqliteCheckpoints implements AutoCloseable {
    /** As many as SQLite itself would wait for: less costs more syncs, more a longer start after a crash. */
    private static final int PAGES = 1_000;

    /** While somebody writes without pause, the log is begun anew only if it is folded to its end between two commits: a few tries more often do. */
    private static final int TRIES = 4;

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoints.class);

    private final SqliteDatabase database;
    private final Semaphore commits = new Semaphore(0);
    private final ReentrantLock folding = new ReentrantLock();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("store-checkpoints").unstarted(this::run);
    private boolean begun;
    private volatile boolean closed;

    SqliteCheckpoints(SqliteDatabase database) {
        this.database = database;
    }

    /** Something was written. Whoever calls this writes alone. */
    void written() {
        if (!begun) {
            begun = true;
            thread.start();
        }
        commits.release();
    }

    /** What folds the log itself, and would be told that somebody else is at it. Nothing is folded here meanwhile. */
    <T> T instead(Supplier<T> work) {
        folding.lock();
        try {
            return work.get();
        } finally {
            folding.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.openWriter();
                    Statement statement = connection.createStatement()) {
                while (!closed) {
                    commits.acquire();
                    commits.drainPermits();
                    folding.lock();
                    try {
                        fold(statement);
                    } finally {
                        folding.unlock();
                    }
                    Thread.sleep(BETWEEN);
                }
            } catch (InterruptedException e) {
                return; // closed
            } catch (SQLException e) {
                // The log only grows meanwhile; whoever writes is told when the disk is full.
                LOG.warn("folding the log failed file={} pause={}", database.file(), AFTER_FAILURE, e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private static void fold(Statement statement) throws SQLException {
        if (unfolded(statement, "NOOP") < PAGES) {
            return;
        }
        for (int i = 0; i < TRIES && unfolded(statement, "PASSIVE") > 0; i++) {
            // Somebody wrote meanwhile.
        }
    }

    /** Pages of the log that are not in the file yet. */
    private static int unfolded(Statement statement, String mode) throws SQLException {
        try (ResultSet state = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return state.next() ? state.getInt(2) - state.getInt(3) : 0;
        }
    }

    /** Ends its thread and closes its connection. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

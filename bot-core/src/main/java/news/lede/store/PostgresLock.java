package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.lede.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The advisory lock that says who has the store open: whoever is alone has it by itself, those who serve have it together. It is a connection's, so it ends with the process, however that ends; where the connection
 * ended, since the server was started again or another took over, it is taken again. Thread-safe.
 */
final class PostgresLock implements AutoCloseable {
    /** Any number that nobody else in the database uses. */
    static final long KEY = 0x4c656465L;

    /** How long {@link #alone} waits. */
    private static final String PATIENCE = "3s";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int SECONDS_TO_ANSWER = 2;
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLock.class);

    private final PostgresDatabase database;
    private final String taking;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-lock").daemon().factory());
    /** Used by the thread that looks, after the start. */
    private @Nullable Connection connection;

    private volatile boolean anothers;

    private PostgresLock(PostgresDatabase database, boolean alone) {
        this.database = database;
        this.taking = alone ? "SELECT pg_try_advisory_lock(?)" : "SELECT pg_try_advisory_lock_shared(?)";
    }

    /** @throws StoreProblem if somebody has it whom we cannot be beside */
    static PostgresLock take(PostgresDatabase database, boolean alone) {
        PostgresLock lock = new PostgresLock(database, alone);
        try {
            if (!lock.isTaken(database.connect())) {
                throw refusal(database);
            }
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
        long pause = BETWEEN_LOOKS.toMillis();
        var _ = lock.looking.scheduleWithFixedDelay(() -> guarded(lock::look), pause, pause, TimeUnit.MILLISECONDS);
        return lock;
    }

    /** A connection that has the lock of whoever is alone, for as long as it is open. Waits for it a little: what an interrupted one had begun may still be ending on the server. */
    static Connection alone(PostgresDatabase database) {
        try {
            Connection connection = database.connect();
            try (PreparedStatement patience = connection.prepareStatement("SET lock_timeout = '" + PATIENCE + "'");
                    PreparedStatement taking = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
                patience.execute();
                taking.setLong(1, KEY);
                taking.execute();
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                        ? refusal(database)
                        : database.explain(new IllegalStateException(e));
            }
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }

    private boolean isTaken(Connection opened) throws SQLException {
        boolean taken = false;
        try (PreparedStatement statement = opened.prepareStatement(taking)) {
            statement.setLong(1, KEY);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                taken = row.getBoolean(1);
            }
        } finally {
            if (taken) {
                connection = opened;
            } else {
                opened.close();
            }
        }
        return taken;
    }

    /** One look at what may have become another. */
    interface Look {
        void look() throws SQLException;
    }

    /** Whatever left a look would end all that follow: a want of memory that has passed would leave us without the lock, and with a server that another has taken over from. */
    static void guarded(Look one) {
        try {
            one.look();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the store's lock is not there yet", e);
        } catch (VirtualMachineError e) {
            said(e);
        }
    }

    /** There may be no room even for saying so. */
    private static void said(VirtualMachineError e) {
        try {
            LOG.warn("looking after the store's lock failed, trying again", e);
        } catch (VirtualMachineError again) {
            // The next look may have the room to say what is wrong.
        }
    }

    private void look() throws SQLException {
        database.lookForAnother();
        Connection held = connection;
        if (held == null || !held.isValid(SECONDS_TO_ANSWER)) {
            takeAgain(held);
        }
    }

    private void takeAgain(@Nullable Connection lost) throws SQLException {
        connection = null;
        if (lost != null) {
            LOG.info("the connection with the store's lock ended, taking it again");
            lost.abort(Runnable::run);
        }
        boolean taken = isTaken(database.connectBriefly());
        if (!taken && !anothers) {
            LOG.error(
                    "the store was taken by another process while the server was away; nothing is written until it lets go");
        }
        anothers = !taken;
    }

    /** @throws StoreProblem if somebody took it while our connection was lost */
    void requireOurs() {
        if (anothers) {
            throw refusal(database);
        }
    }

    private static StoreProblem refusal(PostgresDatabase database) {
        return database.problem(
                Kind.LOCKED,
                "is in use by another Lede that takes in news. Stop that one, or name another database in store.url.",
                new IllegalStateException("advisory lock held"));
    }

    @Override
    public void close() {
        looking.shutdownNow();
        try {
            looking.awaitTermination(2 * SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Connection held = connection;
        if (held != null) {
            end(held);
        }
    }

    /** Given back first: the server notices that a connection is gone a moment later. */
    static void end(Connection lock) {
        try (Connection ended = lock;
                PreparedStatement statement = ended.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            // With the connection the lock is gone as well.
            LOG.warn("giving back the store's lock failed", e);
        }
    }
}

package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import news.lede.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store in a PostgreSQL database of the operator's, 15 or newer. Several processes may have it open; whoever must be alone says so when opening, and those who serve share the work by leases. */
public final class PostgresStore extends SqlStore {
    /** Of the advisory lock that whoever is alone has by itself, and those who serve have together; any number that nobody else in the database uses. */
    private static final long ALONE_KEY = 0x4c656465L;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    private final Sessions sessions;
    private final @Nullable Connection lock;

    private PostgresStore(Sessions sessions, @Nullable Connection lock) {
        super(sessions);
        this.sessions = sessions;
        this.lock = lock;
    }

    /**
     * Opens the store, creating and migrating it when needed. A store of a newer version is refused before anything is touched.
     *
     * @param url {@code jdbc:postgresql://HOST/DATABASE}; user and password may be empty when it names them
     * @throws StoreProblem if it cannot be opened; the message says why and what to do
     */
    public static PostgresStore open(String url, String user, String password, Store.Mode mode) {
        PostgresDatabase database = new PostgresDatabase(url, user, password);
        PostgresSchema.migrate(database);
        Connection lock = switch (mode) {
            case ALONE -> lock(database, "SELECT pg_try_advisory_lock(?)");
            case SERVING -> lock(database, "SELECT pg_try_advisory_lock_shared(?)");
            case BESIDE -> null;
        };
        return new PostgresStore(new PostgresSessions(database, mode == Store.Mode.ALONE), lock);
    }

    /** The lock is the connection's: it ends with the process, however that ends. */
    private static Connection lock(PostgresDatabase database, String taking) {
        try {
            Connection connection = database.connect();
            if (taken(connection, taking)) {
                return connection;
            }
            connection.close();
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
        throw database.problem(
                Kind.LOCKED,
                "is in use by another Lede that takes in news. Stop that one, or name another database in store.url.",
                new IllegalStateException("advisory lock held"));
    }

    private static boolean taken(Connection connection, String taking) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(taking)) {
            statement.setLong(1, ALONE_KEY);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** A key of 64 bits stands in two columns of 32. */
    @Override
    public boolean isAttended() {
        return lock != null
                || sessions.read(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM pg_locks"
                                + " WHERE locktype = 'advisory' AND granted AND objsubid = 1"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                                + " AND classid = CAST(:high AS oid) AND objid = CAST(:low AS oid))")
                        .bind("high", ALONE_KEY >>> 32)
                        .bind("low", ALONE_KEY & 0xFFFF_FFFFL)
                        .map((row, _) -> row.getBoolean(1))
                        .one());
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            if (lock != null) {
                end(lock);
            }
        }
    }

    /** Given back first: the server notices that a connection is gone a moment later. */
    private static void end(Connection lock) {
        try (Connection ended = lock;
                PreparedStatement statement = ended.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            // With the connection the lock is gone as well.
            LOG.warn("giving back the store's lock failed", e);
        }
    }
}

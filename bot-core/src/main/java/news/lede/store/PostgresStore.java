package news.lede.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.lede.article.TextSearch;
import org.jspecify.annotations.Nullable;

/** The store in a PostgreSQL database of the operator's, 15 or newer. Several processes may have it open; whoever must be alone says so when opening, and those who serve share the work by leases. */
public final class PostgresStore extends SqlStore {
    /** Whatever else the server may lose when it falls, it must not lose that something was told. */
    private static final List<String> CAREFUL = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final String name;
    private final Sessions sessions;
    private final @Nullable PostgresLock lock;

    private PostgresStore(String name, Sessions sessions, @Nullable PostgresLock lock) {
        super(sessions);
        this.name = name;
        this.sessions = sessions;
        this.lock = lock;
    }

    /**
     * How much of the server a process may use.
     *
     * @param connections open at a time, besides three small ones
     * @param longestStatement after this the server ends one
     */
    public record Limits(int connections, Duration longestStatement) {
        public static final Limits DEFAULT = new Limits(6, Duration.ofSeconds(30));

        public Limits {
            if (connections < 2) {
                throw new IllegalArgumentException("one connection writes while another reads");
            }
        }
    }

    /** Opens the store with {@link Limits#DEFAULT}. */
    public static PostgresStore open(String url, String user, String password, Store.Mode mode) {
        return open(url, user, password, mode, Limits.DEFAULT);
    }

    /**
     * Opens the store, creating and migrating it when needed. A store of a newer version is refused before anything is touched.
     *
     * @param url {@code jdbc:postgresql://HOST/DATABASE}, perhaps with several hosts, of which the one that takes changes is found; user and password may be empty when it names them
     * @throws StoreProblem if it cannot be opened; the message says why and what to do
     */
    public static PostgresStore open(String url, String user, String password, Store.Mode mode, Limits limits) {
        PostgresDatabase database = new PostgresDatabase(url, user, password, limits.longestStatement());
        PostgresSchema.migrate(database);
        boolean alone = mode == Store.Mode.ALONE;
        PostgresLock lock = mode == Store.Mode.BESIDE ? null : PostgresLock.take(database, alone);
        Runnable entitled = lock == null ? () -> {} : lock::requireOurs;
        return new PostgresStore(
                database.name(), new PostgresSessions(database, limits.connections(), alone, entitled), lock);
    }

    @Override
    public Optional<TextSearch> textSearch() {
        return Optional.of(new PostgresTextSearch(sessions));
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
                        .bind("high", PostgresLock.KEY >>> 32)
                        .bind("low", PostgresLock.KEY & 0xFFFF_FFFFL)
                        .map((row, _) -> row.getBoolean(1))
                        .one());
    }

    /** How its server is doing. */
    public ServerState server() {
        return sessions.read(handle -> {
            List<String> careless = CAREFUL.stream()
                    .filter(setting -> handle.createQuery("SELECT current_setting(:name) = 'off'")
                            .bind("name", setting)
                            .map((row, _) -> row.getBoolean(1))
                            .one())
                    .toList();
            return handle.createQuery("SELECT current_setting('server_version'), pg_database_size(current_database()),"
                            + " (SELECT count(*) FROM pg_stat_activity WHERE datname IS NOT NULL),"
                            + " CAST(current_setting('max_connections') AS INTEGER)")
                    .map((row, _) -> new ServerState(
                            name, row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4), careless))
                    .one();
        });
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}

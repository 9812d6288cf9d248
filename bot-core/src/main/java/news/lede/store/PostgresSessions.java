package news.lede.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Types;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections from a pool. One transaction writes at a time, as on SQLite: all of our code that reads before it writes rests on that. Within a process they queue behind a fair lock, among processes behind an
 * advisory one that ends with the transaction, or with the connection of whoever was stopped within it.
 */
final class PostgresSessions implements Sessions {
    /** One that writes, and readers; more would not help a process on a small machine. */
    static final int CONNECTIONS = 6;

    /** Of the advisory lock of whoever writes; any number that nobody else in the database uses. */
    private static final long WRITER_KEY = 0x4c6564656400L;

    private static final String WRITER = "SELECT pg_advisory_xact_lock(" + WRITER_KEY + ")";

    /** For what must not wait until a connection of the others is free. */
    private static final int BESIDE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSessions.class);

    private final PostgresDatabase database;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final HikariDataSource smallPool;
    private final Jdbi small;
    private final ReentrantLock writing = new ReentrantLock(true);
    /** The handle of the transaction that the present thread is in. */
    private final ScopedValue<Handle> current = ScopedValue.newInstance();

    PostgresSessions(PostgresDatabase database, boolean alone) {
        this.database = database;
        this.pool = database.pool(CONNECTIONS, alone);
        this.jdbi = jdbi(pool);
        this.smallPool = database.impatientPool(BESIDE);
        this.small = jdbi(smallPool);
    }

    private static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        statements.setTemplateEngine((sql, _) -> withoutHints(sql));
        statements.setSqlParser(new NamedParameters());
        jdbi.registerArgument(new Truth());
        jdbi.registerArgument(new Words());
        return jdbi;
    }

    /** SQLite is told which index to walk in places where its own guess is far off. */
    private static String withoutHints(String sql) {
        int hint = sql.indexOf(" INDEXED BY ");
        if (hint < 0) {
            return sql;
        }
        int name = hint + " INDEXED BY ".length();
        int end = sql.indexOf(' ', name);
        String rest = sql.substring(0, hint) + (end < 0 ? "" : sql.substring(end));
        // The order of tables that SQLite keeps to with it.
        return rest.replaceFirst(" CROSS JOIN (\\w+ \\w+) ON ", " JOIN $1 ON ");
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        if (current.isBound()) {
            return explained(() -> work.apply(current.get()));
        }
        return explained(() -> {
            try (Handle handle = jdbi.open()) {
                return work.apply(handle);
            }
        });
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        if (current.isBound()) {
            return explained(() -> work.apply(current.get()));
        }
        writing.lock();
        try {
            return explained(() -> {
                try (Handle handle = jdbi.open()) {
                    return ScopedValue.where(current, handle).call(() -> transaction(handle, work));
                }
            });
        } finally {
            writing.unlock();
        }
    }

    /** A statement that needs no transaction: what one process renews must not wait for what another writes. */
    @Override
    public <T> T beside(Function<Handle, T> work) {
        if (current.isBound()) {
            return explained(() -> work.apply(current.get()));
        }
        return explained(() -> {
            try (Handle handle = small.open()) {
                return work.apply(handle);
            }
        });
    }

    @Override
    public String now() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    private static <T> T transaction(Handle handle, Function<Handle, T> work) {
        boolean done = false;
        handle.begin();
        try {
            // First, so that all that is read from here on is what those before us left.
            handle.execute(WRITER);
            T result = work.apply(handle);
            handle.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(handle);
            }
        }
    }

    private static void rollback(Handle handle) {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            // What failed first is on its way to the caller. The server rolls back what a lost connection had begun.
            LOG.warn("rollback failed", e);
        }
    }

    private <T> T explained(ScopedValue.CallableOp<T, RuntimeException> work) {
        if (pool.isClosed()) {
            throw new IllegalStateException("the store " + database.name() + " is closed");
        }
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw database.explain(e);
        }
    }

    /** The server sees to it. */
    @Override
    public boolean compact() {
        return true;
    }

    /** The server sees to it. */
    @Override
    public int reclaim(int pages) {
        return 0;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            pool.close();
            smallPool.close();
        } finally {
            writing.unlock();
        }
    }

    /** Truth is 0 or 1 in both dialects. */
    private static final class Truth extends AbstractArgumentFactory<Boolean> {
        Truth() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Boolean value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setLong(position, value ? 1 : 0);
        }
    }

    /** PostgreSQL keeps no text with a zero in it, which no reader could see anyway. */
    private static final class Words extends AbstractArgumentFactory<String> {
        Words() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setString(position, Columns.storable(value));
        }
    }
}

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
 * Connections from a pool. Within a process one transaction writes at a time, behind a fair lock, as on SQLite: all of our code that reads before it writes rests on that, and decision 71 says what
 * several processes need beside it.
 */
final class PostgresSessions implements Sessions {
    /** One that writes, and readers; more would not help a process on a small machine. */
    static final int CONNECTIONS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSessions.class);

    private final PostgresDatabase database;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReentrantLock writing = new ReentrantLock(true);
    /** The handle of the transaction that the present thread is in. */
    private final ScopedValue<Handle> current = ScopedValue.newInstance();

    PostgresSessions(PostgresDatabase database) {
        this.database = database;
        this.pool = database.pool(CONNECTIONS);
        this.jdbi = Jdbi.create(pool);
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        statements.setTemplateEngine((sql, _) -> withoutHints(sql));
        statements.setSqlParser(new NamedParameters());
        jdbi.registerArgument(new Truth());
        jdbi.registerArgument(new Words());
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

    private static <T> T transaction(Handle handle, Function<Handle, T> work) {
        boolean done = false;
        handle.begin();
        try {
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

    @Override
    public void close() {
        writing.lock();
        try {
            pool.close();
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

package news.lede.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import news.lede.lease.Lease;
import news.lede.lease.LeaseLost;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections from a pool. One transaction writes at a time, as on SQLite: all of our code that reads before it writes rests on that. Within a process they queue behind a fair lock, among processes behind an
 * advisory one that ends with the transaction, or with the connection of whoever was stopped within it.
 */
final class PostgresSessions implements Sessions {
    /** Of the advisory lock of whoever writes; any number that nobody else in the database uses. */
    private static final long WRITER_KEY = 0x4c6564656400L;

    static final String WRITER = "SELECT pg_advisory_xact_lock(" + WRITER_KEY + ")";

    /** For what must not wait until a connection of the others is free. */
    private static final int BESIDE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSessions.class);

    private final PostgresDatabase database;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final HikariDataSource smallPool;
    private final Jdbi small;
    private final CommitMarks marks;
    private final Runnable entitled;
    private final ReentrantLock writing = new ReentrantLock(true);
    /** The handle of the transaction that the present thread is in. */
    private final ScopedValue<Handle> current = ScopedValue.newInstance();

    /**
     * @param connections how many are open at most, besides two small ones
     * @param alone nobody waits for what a transaction does between its statements
     * @param entitled throws when we may not write any more
     */
    PostgresSessions(PostgresDatabase database, int connections, boolean alone, Runnable entitled) {
        this.database = database;
        this.entitled = entitled;
        this.pool = database.pool(connections, alone);
        this.jdbi = jdbi(pool);
        this.marks = new CommitMarks(jdbi, now());
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
        return current.isBound()
                ? explained(() -> work.apply(current.get()))
                : written(handle -> handle.execute(WRITER), work);
    }

    @Override
    public <T> T write(Lease lease, Function<Handle, T> work) {
        return current.isBound()
                ? Sessions.super.write(lease, work)
                : written(handle -> waitUnder(lease, handle), work);
    }

    /**
     * The writer's turn and the lease on one way to the server and back, since others wait meanwhile. Two statements: the second one sees what was kept until the first one ended, a single one would not.
     */
    private static void waitUnder(Lease lease, Handle handle) {
        boolean ours = Jdbc.prepared(handle, WRITER + "; " + SqlLeases.HELD, statement -> {
            Columns.set(statement, 1, lease.name());
            statement.setLong(2, lease.token());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next();
            }
        });
        if (!ours) {
            throw new LeaseLost(lease);
        }
    }

    private <T> T written(Consumer<Handle> turn, Function<Handle, T> work) {
        entitled.run();
        writing.lock();
        try {
            return explained(() -> kept(turn, work));
        } finally {
            writing.unlock();
        }
    }

    /** Where the connection ended before the answer to the commit came, it is asked what became of it. */
    private <T> T kept(Consumer<Handle> turn, Function<Handle, T> work) {
        Commit<T> commit = new Commit<>(marks.next(), work);
        try (Handle handle = jdbi.open()) {
            ScopedValue.where(current, handle).run(() -> transaction(handle, turn, commit));
        } catch (RuntimeException e) {
            boolean known = commit.state == Commit.State.KEPT
                    || (commit.state == Commit.State.ASKED_FOR
                            && PostgresDatabase.isUnanswered(e)
                            && marks.isKept(commit.number, e));
            if (!known) {
                throw e;
            }
        }
        return commit.result();
    }

    /** A transaction, and how far it came. */
    private static final class Commit<T> {
        enum State {
            OPEN,
            ASKED_FOR,
            KEPT
        }

        final long number;
        private final Function<Handle, T> work;
        private State state = State.OPEN;
        private @Nullable T made;

        Commit(long number, Function<Handle, T> work) {
            this.number = number;
            this.work = work;
        }

        void make(Handle handle) {
            made = work.apply(handle);
        }

        @SuppressWarnings("NullAway") // what was kept was made
        T result() {
            return made;
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

    /** @param turn waits for the writer's turn */
    private void transaction(Handle handle, Consumer<Handle> turn, Commit<?> commit) {
        handle.begin();
        try {
            // First, so that all that is read from here on is what those before us left.
            turn.accept(handle);
            commit.make(handle);
            commit.state = Commit.State.ASKED_FOR;
            marks.commit(handle, commit.number);
            commit.state = Commit.State.KEPT;
        } finally {
            if (commit.state != Commit.State.KEPT) {
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

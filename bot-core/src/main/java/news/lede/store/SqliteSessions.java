package news.lede.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writing connection behind a fair lock, a few reading ones opened when first needed. SQLite lets readers read while the writer
 * writes; more than one writer would only wait inside SQLite, where nobody queues in order.
 */
final class SqliteSessions implements Sessions {
    /** More would not help: a read takes well under a millisecond of processor time. */
    private static final int READERS = 4;

    private static final Logger log = LoggerFactory.getLogger(SqliteSessions.class);

    private final SqliteDatabase database;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Handle writer;
    private final SqliteCheckpoints checkpoints;
    private final Jdbi readers;
    private final Semaphore readerPermits = new Semaphore(READERS, true);
    private final Deque<Handle> idleReaders = new ArrayDeque<>();
    /** The handle of the transaction that the present thread is in. */
    private final ScopedValue<Handle> current = ScopedValue.newInstance();

    private volatile boolean closed;

    SqliteSessions(SqliteDatabase database) {
        this.database = database;
        this.checkpoints = new SqliteCheckpoints(database);
        this.readers = jdbi(database::openReader);
        try {
            this.writer = jdbi(database::openWriter).open();
        } catch (RuntimeException e) {
            throw database.explain(e);
        }
    }

    /**
     * Loads JDBI's classes on another thread. That takes about as long as finding and loading SQLite itself, and neither needs the other:
     * called first, it halves the time to open.
     */
    static void loadAhead() {
        Thread.ofPlatform().daemon().name("store-load").start(() -> {
            try {
                jdbi(() -> {
                    throw new SQLException("never opened");
                });
                Class.forName(Query.class.getName());
                // The dearest part of a first statement: it announces itself to the JDK's flight recorder, which starts
                // for that.
                Class.forName("org.jdbi.v3.core.statement.internal.JfrSupport");
            } catch (ClassNotFoundException | RuntimeException e) {
                log.debug("loading ahead failed; opening takes longer", e);
            }
        });
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        if (current.isBound()) {
            return explained(current.get(), work);
        }
        readerPermits.acquireUninterruptibly();
        try {
            Handle reader = takeReader();
            try {
                return explained(reader, work);
            } finally {
                giveBack(reader);
            }
        } finally {
            readerPermits.release();
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        if (current.isBound()) {
            return explained(current.get(), work);
        }
        writing.lock();
        try {
            requireOpen();
            return ScopedValue.where(current, writer).call(() -> transaction(work));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public String now() {
        return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";
    }

    /** Deleted rows leave their bytes in free pages, and moved ones in half-full pages: the file is written anew, and the log, which held it, cut to nothing. */
    @Override
    public boolean compact() {
        if (current.isBound()) {
            throw new IllegalStateException("a file is not written anew within a transaction");
        }
        writing.lock();
        try {
            requireOpen();
            return explained(writer, handle -> {
                // Files from before this was so are changed when they are written anew.
                handle.execute(SqliteDatabase.RECLAIMABLE);
                handle.execute("VACUUM");
                return checkpoints.instead(() -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                        .map((row, _) -> row.getInt(1) == 0)
                        .one());
            });
        } finally {
            writing.unlock();
        }
    }

    /** Moves pages from the end of the file into its gaps: a portion at a time, between which others write. */
    @Override
    public int reclaim(int pages) {
        return write(handle -> {
            int before = number(handle, "PRAGMA freelist_count");
            if (before == 0) {
                return 0;
            }
            Jdbc.prepared(handle, "PRAGMA incremental_vacuum(" + pages + ")", statement -> {
                // It frees a page at each step, and a driver that does not ask for rows takes one.
                boolean rows = statement.execute();
                if (rows) {
                    try (ResultSet freed = statement.getResultSet()) {
                        while (freed.next()) {
                            // That page is free.
                        }
                    }
                }
                return true;
            });
            return before - number(handle, "PRAGMA freelist_count");
        });
    }

    private static int number(Handle handle, String pragma) {
        return handle.createQuery(pragma).map((row, _) -> row.getInt(1)).one();
    }

    @Override
    public void close() {
        closed = true;
        checkpoints.close();
        readerPermits.acquireUninterruptibly(READERS);
        try {
            synchronized (idleReaders) {
                idleReaders.forEach(Handle::close);
                idleReaders.clear();
            }
        } finally {
            readerPermits.release(READERS);
        }
        writing.lock();
        try {
            // Last: with the last connection of all SQLite folds its log into the file, which readers may not.
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    private <T> T transaction(Function<Handle, T> work) {
        boolean done = false;
        try {
            writer.begin();
            T result = work.apply(writer);
            writer.commit();
            done = true;
            checkpoints.written();
            return result;
        } catch (RuntimeException e) {
            throw database.explain(e);
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void rollback() {
        try {
            writer.rollback();
        } catch (RuntimeException e) {
            // What failed first is on its way to the caller. SQLite itself rolls back after the failures that make this
            // one fail.
            log.warn("rollback failed file={}", database.file(), e);
        }
    }

    private <T> T explained(Handle handle, Function<Handle, T> work) {
        try {
            return work.apply(handle);
        } catch (RuntimeException e) {
            throw database.explain(e);
        }
    }

    private Handle takeReader() {
        requireOpen();
        synchronized (idleReaders) {
            Handle idle = idleReaders.poll();
            if (idle != null) {
                return idle;
            }
        }
        try {
            return readers.open();
        } catch (RuntimeException e) {
            throw database.explain(e);
        }
    }

    private void giveBack(Handle reader) {
        synchronized (idleReaders) {
            idleReaders.push(reader);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store " + database.file() + " is closed");
        }
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private static Jdbi jdbi(Opening opening) {
        Jdbi jdbi = Jdbi.create(opening::open);
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        statements.setTemplateEngine(TemplateEngine.NOP);
        statements.setSqlParser(new NamedParameters());
        return jdbi;
    }
}

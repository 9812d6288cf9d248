package news.lede.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import news.lede.store.StoreProblem.Kind;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite file: how it is opened, and what its failures mean. Never open the file by other means while a connection is open: closing
 * a second descriptor would drop SQLite's locks.
 */
record SqliteDatabase(Path file) {
    /** As much of the file as readers map, the most that SQLite does. It is no memory of ours: the system takes it back when it needs it. */
    private static final long MAPPED_BYTES = 2_147_418_112L;

    /** The log's file is cut to this when it is begun anew: it may have grown while one fan-out was planned. */
    private static final int LOG_BYTES = 64 << 20;

    /** Lets a file give back room that it needs no more without being written anew. Holds from the next time that the whole file is written. */
    static final String RECLAIMABLE = "PRAGMA auto_vacuum = INCREMENTAL";

    /** How long a connection waits for another process's transaction. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Opens for reading and writing, creating the file when absent. */
    Connection openWriter() throws SQLException {
        // Not by DriverManager, which would look through every driver on the class path.
        return JDBC.createConnection(url(), writing().toProperties());
    }

    /** Writes the first page of a file that is not there yet. */
    void create() {
        try (Connection connection = JDBC.createConnection(url(), any().toProperties());
                Statement statement = connection.createStatement()) {
            statement.execute(RECLAIMABLE);
            statement.execute("VACUUM");
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    /** The same, for those who open as they like. */
    DataSource writers() {
        SQLiteDataSource source = new SQLiteDataSource(writing());
        source.setUrl(url());
        return source;
    }

    /** Opens for reading an existing file. */
    Connection openReader() throws SQLException {
        SQLiteConfig config = any();
        config.setReadOnly(true);
        // Answers read some hundred pages all over the file: from the system's cache rather than copied one by one
        // into the two megabytes of a connection's own.
        config.setPragma(Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES));
        return JDBC.createConnection(url(), config.toProperties());
    }

    private SQLiteConfig writing() {
        SQLiteConfig config = any();
        config.setJournalMode(JournalMode.WAL);
        // With the default, NORMAL, a power cut may lose the newest commits, and "already told" must not be lost.
        config.setSynchronous(SynchronousMode.FULL);
        // A transaction that begins by reading and writes later could find that another process wrote between.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        // Nobody's commit folds the log into the file: SqliteCheckpoints does.
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, "0");
        config.setPragma(Pragma.JOURNAL_SIZE_LIMIT, Integer.toString(LOG_BYTES));
        return config;
    }

    private static SQLiteConfig any() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        config.setGetGeneratedKeys(false);
        return config;
    }

    private String url() {
        return JDBC.PREFIX + file;
    }

    /** What went wrong, in the operator's words where the operator can do something; the exception itself where we erred. */
    RuntimeException explain(RuntimeException e) {
        return cause(e, SQLException.class) instanceof SQLException sql ? explain(sql, e) : e;
    }

    RuntimeException explain(SQLException e) {
        return explain(e, e);
    }

    private RuntimeException explain(SQLException sql, Exception whole) {
        // The low byte is the kind of failure, the others say more of it.
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT -> damaged(String.valueOf(sql.getMessage()), whole);
            case SQLITE_FULL ->
                new StoreProblem(
                        Kind.DISK_FULL,
                        file,
                        "No room left for " + file
                                + ": the last change was not made. Free some space on that disk and try again.",
                        whole);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> DataFolder.unwritable(file, "it is read-only", whole);
            case SQLITE_CANTOPEN -> DataFolder.unwritable(file, "it cannot be opened", whole);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreProblem(
                        Kind.BUSY,
                        file,
                        "Another process has kept " + file + " busy for more than " + PATIENCE.toSeconds()
                                + " seconds: the change was not made. Try again, or stop the other process.",
                        whole);
            case SQLITE_IOERR, SQLITE_NOLFS ->
                new StoreProblem(
                        Kind.FAILED,
                        file,
                        "Reading or writing " + file + " failed (" + sql.getMessage()
                                + "): the last change was not made. Check the disk, then try again.",
                        whole);
            case SQLITE_CONSTRAINT ->
                new IllegalArgumentException("the change does not fit the store: " + sql.getMessage(), whole);
            default -> whole instanceof RuntimeException e ? e : new IllegalStateException(sql);
        };
    }

    StoreProblem damaged(String what, Exception cause) {
        return new StoreProblem(
                Kind.DAMAGED,
                file,
                "The store " + file + " is damaged or is not a store of Lede (" + what
                        + "). Restore a backup, or move the file away and import the news again.",
                cause);
    }

    private static <E extends Throwable> Throwable cause(Throwable e, Class<E> type) {
        Throwable at = e;
        while (at.getCause() != null && !type.isInstance(at)) {
            at = at.getCause();
        }
        return at;
    }
}

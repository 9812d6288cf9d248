package news.lede.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.lede.store.StoreProblem.Kind;
import org.jspecify.annotations.Nullable;

/** The store that is copied. Nobody writes to it until it is closed, and nor do we. */
final class SqliteOrigin implements AutoCloseable {
    /** Of the database's own, or made anew by whoever makes a store. */
    private static final Set<String> NOT_COPIED = Set.of(PostgresSchema.HISTORY, "store_identity");

    private final SqliteDatabase database;
    private final FolderLock lock;
    private final Connection connection;
    private final String state;

    private SqliteOrigin(SqliteDatabase database, FolderLock lock, Connection connection, String state) {
        this.database = database;
        this.lock = lock;
        this.connection = connection;
        this.state = state;
    }

    /** @throws StoreProblem if there is none, somebody has it open, or it has another version than ours */
    static SqliteOrigin open(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        SqliteDatabase database = new SqliteDatabase(folder.resolve(SqliteStore.FILE));
        if (!Files.isRegularFile(database.file())) {
            throw new StoreProblem(
                    Kind.FAILED,
                    database.file(),
                    "There is no store at " + database.file() + ". Name its data folder with --data.");
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            requireOurs(database);
            return open(database, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void requireOurs(SqliteDatabase database) {
        int version = SqliteSchema.requireKnown(database);
        if (version != SqliteSchema.NEWEST) {
            throw new StoreProblem(
                    Kind.FAILED,
                    database.file(),
                    "The store " + database.file() + " has version " + version + ", and only version "
                            + SqliteSchema.NEWEST
                            + " is copied. `lede doctor` without store.url brings it there, after a copy of it; then"
                            + " try again. Nothing was changed.");
        }
    }

    private static SqliteOrigin open(SqliteDatabase database, FolderLock lock) {
        try {
            Connection connection = database.openWriter();
            try (Statement statement = connection.createStatement()) {
                // The log is folded into the file first, so that the file alone tells whether something was written.
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                // Questions are answered beside us, and may want to write.
                statement.execute("BEGIN IMMEDIATE");
                return new SqliteOrigin(database, lock, connection, state(database.file()));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    /** Another one when somebody wrote to the file, or put another in its place. */
    private static String state(Path file) {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toInstant() + " "
                    + (Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            throw DataFolder.unwritable(file, DataFolder.reason(e), e);
        }
    }

    Path file() {
        return database.file();
    }

    String state() {
        return state;
    }

    String identity() {
        return one("SELECT identity FROM store_identity");
    }

    /** Every table that is copied, with its columns. */
    Map<String, Set<String>> columns() {
        Map<String, Set<String>> all = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                                + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.computeIfAbsent(rows.getString(1), _ -> new LinkedHashSet<>())
                        .add(rows.getString(2));
            }
        } catch (SQLException e) {
            throw database.explain(e);
        }
        all.keySet().removeAll(NOT_COPIED);
        return all;
    }

    long count(StoreTable table) {
        return Long.parseLong(one("SELECT count(*) FROM " + table.quoted()));
    }

    /** The highest id that was ever given out, be its row gone or not; 0 when none was. */
    long lastId(StoreTable table) {
        return Long.parseLong(
                one("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '" + table.name() + "'"));
    }

    /** @param after the key of a row; only those behind it. Null: all */
    RowStream rows(StoreTable table, @Nullable List<Object> after) {
        return new SqliteRows(database, connection, table, after);
    }

    private String one(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    @Override
    public void close() {
        try (lock;
                Connection closed = connection;
                Statement statement = closed.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }
}

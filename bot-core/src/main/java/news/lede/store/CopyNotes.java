package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.store.StoreProblem.Kind;

/**
 * What a database knows of the copying into it, written together with what it tells of: {@code store_copy} says of which store it is a copy, {@code store_copy_table} how many rows of each table have
 * come, {@code store_copy_later} what is put off until all have. The first one stays.
 *
 * @param source identity of the store that is copied
 * @param state of its file, see {@link SqliteOrigin#state}
 * @param finished when every row had been found equal; empty: not yet
 */
record CopyNotes(String source, String state, Optional<Instant> finished) {
    static final String TABLE = "store_copy";
    static final String LATER = "store_copy_later";
    private static final String TABLES = "store_copy_table";

    static Optional<CopyNotes> read(Connection connection) throws SQLException {
        if (!PostgresSchema.exists(connection, TABLE)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT source, state, finished FROM " + TABLE)) {
            return row.next()
                    ? Optional.of(new CopyNotes(row.getString(1), row.getString(2), Columns.instant(row, "finished")))
                    : Optional.empty();
        }
    }

    /** @throws StoreProblem if what is here is half of a store */
    static void requireNoneOpen(Connection connection, PostgresDatabase database) throws SQLException {
        Optional<CopyNotes> notes = read(connection);
        if (notes.isPresent() && notes.get().finished().isEmpty()) {
            throw database.problem(
                    Kind.DAMAGED,
                    "holds a store that is not copied to its end. Run `lede migrate-store` again: it goes on where it"
                            + " was. Or name another database in store.url.",
                    new IllegalStateException(TABLE + " is not finished"));
        }
    }

    /** Notes a copy that begins, within the transaction that prepares it. */
    static void begin(Connection connection, String source, String state) throws SQLException {
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + TABLE
                        + " (source TEXT NOT NULL, state TEXT NOT NULL, finished BIGINT)");
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + TABLES + " (name TEXT PRIMARY KEY, copied BIGINT NOT NULL)");
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + LATER + " (statement TEXT PRIMARY KEY, stage BIGINT NOT NULL)");
        execute(connection, "DELETE FROM " + TABLE);
        execute(connection, "DELETE FROM " + TABLES);
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + TABLE + " (source, state) VALUES (?, ?)")) {
            statement.setString(1, source);
            statement.setString(2, state);
            statement.execute();
        }
    }

    /** Notes rows that were copied, within the transaction that brings them. */
    static void add(Connection connection, StoreTable table, long rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + TABLES
                + " (name, copied) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET copied = " + TABLES
                + ".copied + excluded.copied")) {
            statement.setString(1, table.name());
            statement.setLong(2, rows);
            statement.execute();
        }
    }

    /** How many rows of each table have come; tables of which none has are left out. */
    static Map<String, Long> copied(Connection connection) throws SQLException {
        Map<String, Long> copied = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, copied FROM " + TABLES)) {
            while (rows.next()) {
                copied.put(rows.getString(1), rows.getLong(2));
            }
        }
        return copied;
    }

    /** Has the next run begin anew. */
    static void distrust(Connection connection) throws SQLException {
        execute(connection, "UPDATE " + TABLE + " SET state = ''");
    }

    /** From here on it is a store like any other. */
    static void finish(Connection connection) throws SQLException {
        execute(
                connection,
                "UPDATE " + TABLE + " SET finished = CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)");
        execute(connection, "DROP TABLE " + TABLES);
        execute(connection, "DROP TABLE " + LATER);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

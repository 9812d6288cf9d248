package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import news.lede.store.StoreProblem.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The version of a PostgreSQL store's tables, which is that of SQLite's; changed by Flyway, which lets one process at a time do so. */
final class PostgresSchema {
    /** Flyway's own table. */
    static final String HISTORY = "flyway_schema_history";

    private static final String LOCATION = "classpath:news/lede/store/postgres";

    private PostgresSchema() {}

    /**
     * Brings an empty or older store to the newest version.
     *
     * @throws StoreProblem if it is newer than we know, not ours, half of a copy, or cannot be reached
     */
    static void migrate(PostgresDatabase database) {
        try {
            int version = asked(database, connection -> {
                CopyNotes.requireNoneOpen(connection, database);
                return version(database, connection);
            });
            if (version > SqliteSchema.NEWEST) {
                throw database.problem(
                        Kind.NEWER,
                        "was written by a newer Lede: it has version " + version + ", this Lede knows versions up to "
                                + SqliteSchema.NEWEST
                                + ". Update Lede, or name another database in store.url. To go back to this Lede, restore"
                                + " the dump that was made before the update with pg_restore; what came in since then is"
                                + " not in it. Nothing was changed.",
                        new IllegalStateException("version " + version));
            }
            if (version < SqliteSchema.NEWEST) {
                Flyway.configure(PostgresSchema.class.getClassLoader())
                        .dataSource(database.patientSource())
                        .locations(LOCATION)
                        .load()
                        .migrate();
            }
        } catch (FlywayException | IllegalStateException e) {
            throw database.explain(e);
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }

    /**
     * 0 when it is empty.
     *
     * @throws StoreProblem if it is not ours, or cannot be reached
     */
    static int version(PostgresDatabase database) {
        try {
            return asked(database, connection -> version(database, connection));
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }

    private interface Question {
        int of(Connection connection) throws SQLException;
    }

    private static int asked(PostgresDatabase database, Question question) throws SQLException {
        try (Connection connection = database.connect()) {
            return question.of(connection);
        }
    }

    private static int version(PostgresDatabase database, Connection connection) throws SQLException {
        if (!exists(connection, HISTORY)) {
            if (exists(connection, "article")) {
                throw database.problem(
                        Kind.DAMAGED,
                        "holds tables that are not ours. Name an empty database in store.url.",
                        new IllegalStateException("no " + HISTORY));
            }
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL");
                ResultSet versions = statement.executeQuery()) {
            int newest = 0;
            while (versions.next()) {
                newest = Math.max(newest, Integer.parseInt(versions.getString(1)));
            }
            return newest;
        }
    }

    static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}

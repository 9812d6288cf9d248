package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import news.lede.store.StoreProblem.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The version of a PostgreSQL store's tables, which is that of SQLite's; changed by Flyway, which lets one process at a time do so. */
final class PostgresSchema {
    private static final String LOCATION = "classpath:news/lede/store/postgres";

    private PostgresSchema() {}

    /**
     * Brings an empty or older store to the newest version.
     *
     * @throws StoreProblem if it is newer than we know, not ours, or cannot be reached
     */
    static void migrate(PostgresDatabase database) {
        try {
            int version = version(database);
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
                        .dataSource(database.url(), emptyToNull(database.user()), emptyToNull(database.password()))
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

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static int version(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            if (!exists(connection, "flyway_schema_history")) {
                if (exists(connection, "article")) {
                    throw database.problem(
                            Kind.DAMAGED,
                            "holds tables that are not ours. Name an empty database in store.url.",
                            new IllegalStateException("no flyway_schema_history"));
                }
                return 0;
            }
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL");
                    ResultSet versions = statement.executeQuery()) {
                int newest = 0;
                while (versions.next()) {
                    newest = Math.max(newest, Integer.parseInt(versions.getString(1)));
                }
                return newest;
            }
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}

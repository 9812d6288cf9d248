package news.lede.store;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import news.lede.store.StoreProblem.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The version of a store's tables. Flyway changes them; asking is done by hand, since nearly every start finds the newest version, and
 * loading Flyway takes longer than everything else about opening.
 */
final class SqliteSchema {
    /** The newest migration in {@code news/lede/store/sqlite}. */
    static final int NEWEST = 11;

    private static final String LOCATION = "classpath:news/lede/store/sqlite";

    private SqliteSchema() {}

    /**
     * The version of an existing file, 0 when it is empty.
     *
     * @throws StoreProblem if it is newer than we know, or not ours
     */
    static int requireKnown(SqliteDatabase database) {
        int version;
        try (Connection connection = database.openReader();
                Statement statement = connection.createStatement()) {
            version = version(database, statement);
        } catch (SQLException e) {
            throw database.explain(e);
        }
        if (version > NEWEST) {
            throw new StoreProblem(
                    Kind.NEWER,
                    database.file(),
                    "The store " + database.file() + " was written by a newer Lede: it has version " + version
                            + ", this Lede knows versions up to " + NEWEST
                            + ". Update Lede, or name another folder with --data."
                            + UpgradeCopy.wayBack(database, NEWEST)
                            + " Nothing was changed.");
        }
        return version;
    }

    /** Brings an absent or older store to the newest version; the caller is alone. */
    static void migrate(SqliteDatabase database) {
        if (!Files.exists(database.file())) {
            database.create();
        }
        try {
            Flyway.configure(SqliteSchema.class.getClassLoader())
                    .dataSource(database.writers())
                    .locations(LOCATION)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw database.explain(e);
        }
    }

    private static int version(SqliteDatabase database, Statement statement) throws SQLException {
        boolean empty = true;
        boolean ours = false;
        try (ResultSet tables = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (tables.next()) {
                empty = false;
                ours |= tables.getString(1).equals("flyway_schema_history");
            }
        }
        if (empty) {
            return 0;
        }
        if (!ours) {
            throw database.damaged("its tables are not ours", new IllegalStateException("no flyway_schema_history"));
        }
        int newest = 0;
        try (ResultSet versions = statement.executeQuery(
                "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL")) {
            while (versions.next()) {
                newest = Math.max(newest, Integer.parseInt(versions.getString(1)));
            }
        }
        return newest;
    }
}

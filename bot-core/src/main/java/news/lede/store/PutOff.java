package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a PostgreSQL store has to keep its rows in order and findable, and what is quicker done once all rows are there: indexes that tell no rows apart, then references between tables. References that
 * are missing meanwhile let tables come in any order, and rows of one name each other.
 */
final class PutOff {
    private static final int INDEXES = 1;
    private static final int REFERENCES = 2;

    private static final String OF_INDEXES = "SELECT format('DROP INDEX %s', i.indexrelid::regclass),"
            + " pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid"
            + " WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY (?) AND NOT i.indisunique";
    private static final String OF_REFERENCES =
            "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass,"
                    + " c.conname), format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,"
                    + " pg_get_constraintdef(c.oid)) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid"
                    + " WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY (?) AND c.contype = 'f'";

    private PutOff() {}

    /** Takes away what is there of these tables, and notes how it is made again; within a transaction. */
    static void takeAway(Connection connection, Collection<StoreTable> tables) throws SQLException {
        takeAway(connection, tables, OF_REFERENCES, REFERENCES);
        takeAway(connection, tables, OF_INDEXES, INDEXES);
    }

    private static void takeAway(Connection connection, Collection<StoreTable> tables, String found, int stage)
            throws SQLException {
        List<String> drops = new ArrayList<>();
        try (PreparedStatement asking = connection.prepareStatement(found);
                PreparedStatement noting = connection.prepareStatement("INSERT INTO " + CopyNotes.LATER
                        + " (statement, stage) VALUES (?, ?) ON CONFLICT (statement) DO NOTHING")) {
            asking.setArray(
                    1,
                    connection.createArrayOf(
                            "text", tables.stream().map(StoreTable::name).toArray()));
            try (ResultSet rows = asking.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    noting.setString(1, rows.getString(2));
                    noting.setInt(2, stage);
                    noting.addBatch();
                }
            }
            noting.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }

    /** What is to be made again, in order. */
    static List<String> later(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT statement FROM " + CopyNotes.LATER + " ORDER BY stage, statement")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    /** Makes one of them again, within a transaction. */
    static void makeAgain(Connection connection, String later) throws SQLException {
        try (Statement making = connection.createStatement();
                PreparedStatement noting =
                        connection.prepareStatement("DELETE FROM " + CopyNotes.LATER + " WHERE statement = ?")) {
            making.execute(later);
            noting.setString(1, later);
            noting.execute();
        }
    }
}

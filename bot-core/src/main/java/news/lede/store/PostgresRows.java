package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of a PostgreSQL table, a portion at a time: the connection has to be in a transaction. */
final class PostgresRows implements RowStream {
    /** Some megabytes where the rows are long. */
    private static final int PORTION = 500;

    private final PostgresDatabase database;
    private final StoreTable table;
    private final PreparedStatement statement;
    private final ResultSet rows;

    PostgresRows(PostgresDatabase database, Connection connection, StoreTable table) {
        this.database = database;
        this.table = table;
        try {
            statement = connection.prepareStatement(
                    "SELECT " + table.columnList() + " FROM " + table.quoted() + " ORDER BY " + table.keyList());
            statement.setFetchSize(PORTION);
            rows = statement.executeQuery();
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        try {
            return rows.next() ? row() : null;
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }

    private @Nullable Object[] row() throws SQLException {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = switch (table.columns().get(at).kind()) {
                case NUMBER -> number(at + 1);
                case FRACTION -> fraction(at + 1);
                case WORDS -> rows.getString(at + 1);
                case BYTES -> rows.getBytes(at + 1);
            };
        }
        return row;
    }

    private @Nullable Long number(int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : number;
    }

    private @Nullable Double fraction(int column) throws SQLException {
        double fraction = rows.getDouble(column);
        return rows.wasNull() ? null : fraction;
    }

    @Override
    public void close() {
        try (statement) {
            rows.close();
        } catch (SQLException e) {
            throw database.explain(new IllegalStateException(e));
        }
    }
}

package news.lede.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * Statements that are prepared once and run for many rows, on the connection itself: for the few places where thousands of rows are written, and where what JDBI
 * does for each would cost more than the row.
 */
final class Jdbc {
    private Jdbc() {}

    /** Work with one prepared statement. */
    interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Prepares {@code sql}, whose parameters are question marks, and hands it to {@code work}. What SQLite says of a failure is the cause of what is thrown. */
    static <T> T prepared(Handle handle, String sql, Work<T> work) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("running a prepared statement", e);
        }
    }
}

package news.lede.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads and writes columns that may be absent. Instants and durations are milliseconds. */
final class Columns {
    private Columns() {}

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static void set(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            set(statement, index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    static void set(PreparedStatement statement, int index, String text) throws SQLException {
        statement.setString(index, storable(text));
    }

    /** Without zeros, which not every database keeps and no reader could see. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    static void setMillis(PreparedStatement statement, int index, Optional<Long> millis) throws SQLException {
        if (millis.isPresent()) {
            statement.setLong(index, millis.get());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }
}

package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import news.lede.store.StoreTable.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an SQLite table as PostgreSQL can keep them: without zeros within words, and with what is looked up by no longer than an index takes ({@link LookUp}). Where that changes a key, the row may stand elsewhere in
 * the order; such rows, which are rare, are read ahead and put where they belong.
 */
final class SqliteRows implements RowStream {
    private final SqliteDatabase database;
    private final StoreTable table;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Deque<@Nullable Object[]> displaced = new ArrayDeque<>();
    /** Whether the table has rows that stand elsewhere in the order than in the file's. */
    private boolean anyDisplaced;

    private @Nullable Object @Nullable [] ahead;

    /** @param after the key of a row; only those behind it are read. Null: all */
    SqliteRows(SqliteDatabase database, Connection connection, StoreTable table, @Nullable List<Object> after) {
        this.database = database;
        this.table = table;
        try {
            readDisplaced(connection, after);
            statement = connection.prepareStatement("SELECT " + table.columnList() + " FROM " + table.quoted()
                    + (after == null ? "" : " WHERE (" + table.keyList() + ") > (" + table.keyMarks() + ")")
                    + " ORDER BY " + table.keyList());
            if (after != null) {
                for (int i = 0; i < after.size(); i++) {
                    statement.setObject(i + 1, after.get(i));
                }
            }
            rows = statement.executeQuery();
            ahead = read();
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private void readDisplaced(Connection connection, @Nullable List<Object> after) throws SQLException {
        if (!table.hasWordsInKey()) {
            return;
        }
        String condition = table.key().stream()
                .map(table.columns()::get)
                .filter(column -> column.kind() == Kind.WORDS)
                .map(this::changes)
                .collect(Collectors.joining(" OR "));
        List<@Nullable Object[]> found = new ArrayList<>();
        try (PreparedStatement asking = connection.prepareStatement(
                        "SELECT " + table.columnList() + " FROM " + table.quoted() + " WHERE " + condition);
                ResultSet each = asking.executeQuery()) {
            while (each.next()) {
                anyDisplaced = true;
                @Nullable Object[] row = row(each);
                if (after == null || isBehind(row, after)) {
                    found.add(row);
                }
            }
        }
        found.sort(table::compare);
        displaced.addAll(found);
    }

    /** Whether the words in a column of the key are others here, in SQL. */
    private String changes(StoreTable.Column column) {
        String zero = "instr(" + column.quoted() + ", char(0)) > 0";
        return LookUp.isBy(table.name(), column.name())
                ? zero + " OR length(CAST(" + column.quoted() + " AS BLOB)) > " + LookUp.MOST_BYTES
                : zero;
    }

    private boolean isBehind(@Nullable Object[] row, List<Object> after) {
        @Nullable Object[] last = new @Nullable Object[row.length];
        for (int i = 0; i < after.size(); i++) {
            last[table.key().get(i)] = after.get(i);
        }
        return table.compare(row, last) > 0;
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        @Nullable Object[] here = ahead;
        @Nullable Object[] moved = displaced.peek();
        if (moved != null && (here == null || table.compare(moved, here) < 0)) {
            return displaced.poll();
        }
        if (here != null) {
            try {
                ahead = read();
            } catch (SQLException e) {
                throw database.explain(e);
            }
        }
        return here;
    }

    /** The next row that stands where it belongs. */
    private @Nullable Object @Nullable [] read() throws SQLException {
        while (rows.next()) {
            if (!anyDisplaced || !isDisplaced()) {
                return row(rows);
            }
        }
        return null;
    }

    private boolean isDisplaced() throws SQLException {
        for (int at : table.key()) {
            StoreTable.Column column = table.columns().get(at);
            if (column.kind() == Kind.WORDS && isChanged(rows.getString(at + 1), column)) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(String stored, StoreTable.Column column) {
        return stored.indexOf('\0') >= 0 || (LookUp.isBy(table.name(), column.name()) && LookUp.isLong(stored));
    }

    private @Nullable Object[] row(ResultSet from) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = value(from.getObject(at + 1), table.columns().get(at));
        }
        return row;
    }

    /** SQLite keeps in a column whatever it is given. */
    private @Nullable Object value(@Nullable Object stored, StoreTable.Column column) {
        if (stored == null) {
            return null;
        }
        Kind kind = column.kind();
        return switch (stored) {
            case Integer number when kind == Kind.NUMBER -> number.longValue();
            case Long number when kind == Kind.NUMBER -> number;
            case Number fraction when kind == Kind.FRACTION -> fraction.doubleValue();
            case String words
            when kind == Kind.WORDS ->
                LookUp.isBy(table.name(), column.name()) ? LookUp.of(words) : Columns.storable(words);
            case byte[] bytes when kind == Kind.BYTES -> bytes;
            default ->
                throw database.damaged(
                        table.name() + "." + column.name() + " holds a value of type "
                                + stored.getClass().getSimpleName(),
                        new IllegalStateException(column.toString()));
        };
    }

    @Override
    public void close() {
        try (statement) {
            rows.close();
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }
}

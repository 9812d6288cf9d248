package news.lede.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.lede.store.StoreTable.Column;
import news.lede.store.StoreTable.Kind;

/** The tables of a PostgreSQL store, as its own catalog describes them. */
final class PostgresTables {
    private static final String COLUMNS = "SELECT table_name, column_name, data_type, is_identity = 'YES'"
            + " FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";
    /** The primary key; else, an index that allows each row once. */
    private static final String KEY = "SELECT a.attname FROM (SELECT indrelid, indkey, indnkeyatts FROM pg_index"
            + " WHERE indrelid = to_regclass(?) AND indisunique AND indpred IS NULL AND indexprs IS NULL"
            + " ORDER BY indisprimary DESC, indexrelid LIMIT 1) i"
            + " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, position)"
            + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
            + " WHERE k.position <= i.indnkeyatts ORDER BY k.position";

    private PostgresTables() {}

    /**
     * Those of {@code wanted}, by name, each with its columns; what a table has besides them belongs to this dialect alone.
     *
     * @throws IllegalStateException if one is missing here
     */
    static List<StoreTable> like(Map<String, Set<String>> wanted, Connection connection) throws SQLException {
        Map<String, List<Column>> columns = new TreeMap<>();
        List<String> numbered = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String table = rows.getString(1);
                if (wanted.getOrDefault(table, Set.of()).contains(rows.getString(2))) {
                    columns.computeIfAbsent(table, _ -> new ArrayList<>())
                            .add(new Column(rows.getString(2), Kind.of(rows.getString(3))));
                    if (rows.getBoolean(4)) {
                        numbered.add(table);
                    }
                }
            }
        }
        List<StoreTable> tables = new ArrayList<>();
        for (Map.Entry<String, Set<String>> each : wanted.entrySet()) {
            String name = each.getKey();
            List<Column> here = columns.getOrDefault(name, List.of());
            if (here.size() != each.getValue().size()) {
                throw new IllegalStateException(
                        "table " + name + " has columns " + each.getValue() + " there, " + here + " here");
            }
            tables.add(new StoreTable(name, here, key(connection, name, here), numbered.contains(name)));
        }
        return tables;
    }

    private static List<Integer> key(Connection connection, String table, List<Column> columns) throws SQLException {
        List<String> names = columns.stream().map(Column::name).toList();
        List<Integer> key = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(KEY)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    key.add(names.indexOf(rows.getString(1)));
                }
            }
        }
        return key;
    }
}

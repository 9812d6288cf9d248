package news.lede.benchmarks.scale;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a table takes on disk, as its engine counts it. */
record TableSize(String name, long rows, long tableBytes, long indexBytes) {
    private static final String SQLITE = "SELECT m.tbl_name, SUM(CASE WHEN m.type = 'table' THEN d.pgsize ELSE 0 END),"
            + " SUM(CASE WHEN m.type = 'index' THEN d.pgsize ELSE 0 END)"
            + " FROM dbstat AS d JOIN sqlite_master AS m ON m.name = d.name"
            + " WHERE m.tbl_name NOT LIKE 'sqlite%' GROUP BY m.tbl_name ORDER BY m.tbl_name";

    /** Texts that lie apart from their rows count to the table. */
    private static final String POSTGRES = "SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class"
            + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname";

    /** Tables with rows, by name. */
    static List<TableSize> all(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            boolean postgres = isPostgres(url);
            if (postgres) {
                statement.execute("VACUUM (ANALYZE)");
            }
            List<TableSize> sizes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(postgres ? POSTGRES : SQLITE)) {
                while (row.next()) {
                    sizes.add(new TableSize(row.getString(1), 0, row.getLong(2), row.getLong(3)));
                }
            }
            List<TableSize> counted = new ArrayList<>();
            for (TableSize size : sizes) {
                long rows = (long) number(statement, "SELECT COUNT(*) FROM " + size.name());
                if (rows > 0) {
                    counted.add(new TableSize(size.name(), rows, size.tableBytes(), size.indexBytes()));
                }
            }
            return counted;
        }
    }

    /** What the text of an article takes at the mean, packed where the engine packs it. */
    static double bodyBytes(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            return number(
                    statement,
                    isPostgres(url)
                            ? "SELECT AVG(pg_column_size(body)) FROM article"
                            : "SELECT AVG(LENGTH(CAST(body AS BLOB))) FROM article");
        }
    }

    private static boolean isPostgres(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    private static double number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }
}

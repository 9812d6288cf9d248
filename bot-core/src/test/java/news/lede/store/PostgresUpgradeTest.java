package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import news.lede.store.Store.Mode;
import news.lede.store.StoreProblem.Kind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class PostgresUpgradeTest extends UpgradeContract {
    private static final int OLDEST = 4;

    private static final String GO_ON = """
            DO $$
            DECLARE one record;
            BEGIN
              FOR one IN SELECT table_name FROM information_schema.columns
                  WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES' LOOP
                EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(id), 0) + 1 FROM %I), false)',
                    one.table_name, 'id', one.table_name);
              END LOOP;
            END $$""";

    private final String url = PostgresStores.emptyDatabase();

    static Stream<Integer> versionsOfThisDialect() {
        return olderFrom(OLDEST);
    }

    @Override
    int oldest() {
        return OLDEST;
    }

    @Override
    Flyway flyway(int target) {
        return Flyway.configure(PostgresUpgradeTest.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:news/lede/store/postgres")
                .target(Integer.toString(target))
                .load();
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    String bytes() {
        return "'\\x0a0b0c'";
    }

    @Override
    void afterSamples(Statement statement) throws SQLException {
        statement.execute(GO_ON);
    }

    @Override
    String tables() {
        return "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
    }

    @Override
    Store open() {
        return PostgresStore.open(url, "", "", Mode.ALONE);
    }

    @Test
    void aStoreThatANewerLedeHasChangedIsRefusedWithTheWayBack() throws SQLException {
        storeOf(oldest());
        open().close();
        PostgresStores.execute(
                url,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99.sql', 'x', 1, true)");

        StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> open().close());

        assertThat(problem.kind()).isEqualTo(Kind.NEWER);
        assertThat(problem).hasMessageContaining("version 99").hasMessageContaining("pg_restore");
    }
}

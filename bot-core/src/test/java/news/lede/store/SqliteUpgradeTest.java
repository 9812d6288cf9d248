package news.lede.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.lede.store.Store.Mode;
import news.lede.store.StoreProblem.Kind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqliteUpgradeTest extends UpgradeContract {
    private static final int OLDEST = 1;
    private static final int BEFORE = requireNonNull(versions().lower(SqliteSchema.NEWEST));

    @TempDir
    private Path folder = Path.of("");

    static Stream<Integer> versionsOfThisDialect() {
        return olderFrom(OLDEST);
    }

    @Override
    int oldest() {
        return OLDEST;
    }

    @Override
    Flyway flyway(int target) {
        return Flyway.configure(SqliteUpgradeTest.class.getClassLoader())
                .dataSource(new SqliteDatabase(file()).writers())
                .locations("classpath:news/lede/store/sqlite")
                .target(Integer.toString(target))
                .load();
    }

    private Path file() {
        return folder.resolve(SqliteStore.FILE);
    }

    private Path copy(int version) {
        return folder.resolve(Backups.FOLDER).resolve("lede-version-" + version + ".zip");
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    @Override
    String bytes() {
        return "x'0a0b0c'";
    }

    @Override
    void afterSamples(Statement statement) {
        // AUTOINCREMENT has seen the ids already.
    }

    @Override
    String tables() {
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    }

    @Override
    Store open() {
        return SqliteStore.open(folder, Mode.ALONE);
    }

    private StoreProblem refused() {
        return refused(Mode.ALONE);
    }

    private StoreProblem refused(Mode mode) {
        return catchThrowableOfType(
                StoreProblem.class, () -> SqliteStore.open(folder, mode).close());
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String asked(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Test
    void anUpgradedFileIsWholeAndNothingInItNamesWhatIsNotThere() throws SQLException {
        storeOf(oldest());

        open().close();

        assertThat(asked("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(asked("PRAGMA foreign_key_check")).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "upgrade/migrations.csv")
    void aMigrationThatWasReleasedIsNeverChanged(String file, String sum) throws Exception {
        Path migration = Path.of(Objects.requireNonNull(SqliteStore.class.getResource("/news/lede/store/" + file), file)
                .toURI());

        assertThat(sum(Files.readString(migration))).isEqualTo(sum);
    }

    private static String sum(String text) throws NoSuchAlgorithmException {
        byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(bytes, 0, 8);
    }

    @Nested
    class BeforeTheTablesAreChanged {
        @ParameterizedTest
        @EnumSource(Mode.class)
        void theStoreIsCopiedAndTheCopyBringsItBack(Mode mode) throws SQLException {
            storeOf(BEFORE);
            Map<String, List<Map<String, String>>> before = rows();
            SqliteStore.open(folder, mode).close();
            sql("DELETE FROM story_alias");

            new Backups(folder, Instant::now).restore(copy(BEFORE));

            assertThat(rows()).isEqualTo(before);
            assertThat(asked("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                    .isEqualTo(Integer.toString(BEFORE));
        }

        @Test
        void aNewStoreAndOneThatNeedsNoChangeAreNotCopied() throws SQLException {
            open().close();
            open().close();

            assertThat(folder.resolve(Backups.FOLDER)).doesNotExist();
        }

        @Test
        void aCopyThatCannotBeMadeStopsTheUpgradeAndSaysWhatToDo() throws Exception {
            storeOf(BEFORE);
            Files.writeString(folder.resolve(Backups.FOLDER), "in the way");

            StoreProblem problem = refused();

            assertThat(problem)
                    .hasMessageContaining("version " + BEFORE)
                    .hasMessageContaining(copy(BEFORE).toString())
                    .hasMessageContaining("Nothing was changed");
            assertThat(asked("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                    .isEqualTo(Integer.toString(BEFORE));
        }
    }

    @Nested
    class GivenANewerLedeHasChangedIt {
        private void newer() throws SQLException {
            sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                    + " execution_time, success) VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, 1)");
        }

        @ParameterizedTest
        @EnumSource(Mode.class)
        void theRefusalNamesTheCopyThatThisOneCanRead(Mode mode) throws Exception {
            storeOf(BEFORE);
            open().close();
            Files.copy(copy(BEFORE), copy(998));
            newer();

            StoreProblem problem = refused(mode);

            assertThat(problem.kind()).isEqualTo(Kind.NEWER);
            assertThat(problem)
                    .hasMessageContaining("lede restore " + copy(BEFORE))
                    .hasMessageContaining("is not in it");
        }

        @Test
        void withoutACopyItSaysHowToGoOn() throws SQLException {
            open().close();
            newer();

            StoreProblem problem = refused();

            assertThat(problem).hasMessageContaining("Update Lede").message().doesNotContain("restore");
        }

        @Test
        void theWayBackIsWalkedByThisVeryLede() throws SQLException, IOException {
            storeOf(BEFORE);
            open().close();
            newer();

            new Backups(folder, Instant::now).restore(copy(BEFORE));

            try (Store store = open()) {
                assertThat(store.articles().count()).isEqualTo(4);
            }
        }
    }
}

package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.store.Store.Mode;
import news.lede.store.StoreCopy.Progress;
import news.lede.store.StoreCopy.Step;
import news.lede.store.StoreProblem.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was in the data folder is in the database afterwards, all of it and nothing else, however often it was interrupted. */
@Timeout(180)
class StoreCopyTest {
    private static final Progress SILENT = (_, _, _, _) -> {};
    /** So few that every table with more rows than that comes in several portions. */
    private static final int FEW = 2;

    private static final String ALL_BUT_OWN = "'flyway_schema_history', 'store_identity', 'store_copy'";
    private static final String IN_SQLITE =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ("
                    + ALL_BUT_OWN + ")";
    private static final String IN_POSTGRES =
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN (" + ALL_BUT_OWN + ")";

    /** With a row in every table, and something in every column of it. */
    @TempDir
    private static Path template = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private final String url = PostgresStores.newDatabase();

    @BeforeAll
    static void fillOne() throws SQLException {
        SqliteDatabase database = new SqliteDatabase(template.resolve(SqliteStore.FILE));
        SqliteSchema.migrate(database);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                Statement statement = connection.createStatement()) {
            for (int version : IntStream.rangeClosed(1, SqliteSchema.NEWEST).toArray()) {
                UpgradeContract.fill(version, statement, "x'0a0b0c'");
            }
        }
    }

    private void filled() {
        try {
            Files.copy(template.resolve(SqliteStore.FILE), file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve(SqliteStore.FILE);
    }

    private Connection sqlite() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private void sqlite(String sql, Object... values) throws SQLException {
        try (Connection connection = sqlite();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private String postgres(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private CopyOutcome copy(Progress progress) {
        return StoreCopy.run(folder, new PostgresDatabase(url, "", ""), progress, FEW);
    }

    private CopyOutcome.Copied copied() {
        return (CopyOutcome.Copied) copy(SILENT);
    }

    private StoreProblem refused() {
        return Objects.requireNonNull(catchThrowableOfType(StoreProblem.class, () -> copy(SILENT)));
    }

    /** Dies when it hears for the {@code times}th time of {@code step}. */
    private static Progress dyingAt(Step step, int times) {
        int[] heard = {0};
        return (now, _, _, _) -> {
            if (now == step && ++heard[0] == times) {
                throw new IllegalStateException("killed");
            }
        };
    }

    private void interrupted(Step step, int times) {
        assertThatThrownBy(() -> copy(dyingAt(step, times))).hasMessage("killed");
    }

    private static Map<String, List<Map<String, String>>> sorted(Map<String, List<Map<String, String>>> rows) {
        Map<String, List<Map<String, String>>> sorted = new TreeMap<>();
        rows.forEach((table, each) -> sorted.put(
                table,
                each.stream()
                        .map(row -> (Map<String, String>) new TreeMap<>(row))
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList()));
        return sorted;
    }

    private void everyRowIsThere() throws SQLException {
        try (Connection there = sqlite();
                Connection here = DriverManager.getConnection(url)) {
            Map<String, List<Map<String, String>>> rows = sorted(UpgradeContract.rows(there, IN_SQLITE));
            assertThat(rows).hasSizeGreaterThan(40);
            assertThat(sorted(UpgradeContract.rows(here, IN_POSTGRES))).isEqualTo(rows);
        }
    }

    private Article add(Store store, String title) {
        return store.articles()
                .add(
                        Samples.article(title, "Text of it."),
                        List.of(new ArticleKey(title)),
                        store.sources().imported().id(),
                        Optional.empty(),
                        Samples.NOON);
    }

    @Test
    void everyRowOfEveryTableArrives() throws SQLException {
        filled();
        EnumSet<Step> heard = EnumSet.noneOf(Step.class);

        CopyOutcome.Copied outcome = (CopyOutcome.Copied) copy((step, _, done, of) -> {
            heard.add(step);
            assertThat(done).isBetween(0L, of);
        });

        everyRowIsThere();
        assertThat(heard).containsExactly(Step.values());
        assertThat(outcome.before()).isZero();
        assertThat(outcome.anew()).isFalse();
        assertThat(outcome.rows()).containsEntry("article", 4L);
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
            assertThat(store.identity()).isEqualTo(outcome.to()).isNotEqualTo(outcome.from());
            assertThat(store.articles().count()).isEqualTo(4);
        }
    }

    @Test
    void theTablesAreThoseOfAStoreThatWasNeverCopied() throws SQLException {
        filled();
        copied();
        String fresh = PostgresStores.newDatabase();

        for (String asked : List.of(
                "SELECT string_agg(indexdef, ';' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'public'",
                "SELECT string_agg(conrelid::regclass || conname || pg_get_constraintdef(oid), ';'"
                        + " ORDER BY conrelid::regclass::text, conname) FROM pg_constraint"
                        + " WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('store_copy'), 0)",
                "SELECT string_agg(tablename, ';' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'"
                        + " AND tablename <> 'store_copy'")) {
            try (Connection connection = DriverManager.getConnection(fresh);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(asked)) {
                row.next();
                assertThat(postgres(asked)).isEqualTo(row.getString(1));
            }
        }
    }

    @Test
    void idsGoOnAboveAllThatWereEverGivenOut() throws SQLException {
        filled();
        sqlite("INSERT INTO audit (workspace_id, at, actor, action, subject, was, became)"
                + " SELECT workspace_id, at, actor, action, subject, was, became FROM audit LIMIT 1");
        sqlite("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)");
        long given = Long.parseLong(copiedAnd("SELECT last_value FROM audit_id_seq"));

        assertThat(given).isGreaterThan(Long.parseLong(postgres("SELECT max(id) FROM audit")));
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
            assertThat(add(store, "After the copy").id().value()).isEqualTo(5);
        }
    }

    private String copiedAnd(String asked) throws SQLException {
        copied();
        return postgres(asked);
    }

    @Test
    void anEmptyStoreIsCopiedToo() throws SQLException {
        SqliteStore.open(folder, Mode.ALONE).close();

        CopyOutcome.Copied outcome = copied();

        assertThat(outcome.rows()).containsEntry("source", 1L).containsEntry("article", 0L);
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
            assertThat(add(store, "First").id().value()).isEqualTo(1);
        }
    }

    @Test
    void whateverCharactersAreInItArriveInAnyOrder() throws SQLException {
        filled();
        List<String> texts = new ArrayList<>(List.of(
                "", "\\N", "\\.", "a\tb\nc\rd\\e\"f'g", "Überfähre ß", "\uD83D\uDEA2 ship", "\uFFFD", "\u0001\u007F"));
        for (String text : texts) {
            sqlite("INSERT INTO article_key (key, article_id) VALUES (?, 1)", text);
        }

        copied();

        everyRowIsThere();
    }

    @Test
    void zerosWithinWordsAreLeftOutInKeysAndElsewhere() throws SQLException {
        filled();
        sqlite("UPDATE article SET title = ? WHERE id = 1", "Fer\0ry");
        // Without the zero the first of them comes last.
        for (String key : List.of("k\0z", "ka", "kb", "kc\0\0", "kd")) {
            sqlite("INSERT INTO article_key (key, article_id) VALUES (?, 1)", key);
        }

        interrupted(Step.COPYING, 6);
        copied();

        assertThat(postgres("SELECT title FROM article WHERE id = 1")).isEqualTo("Ferry");
        assertThat(postgres("SELECT string_agg(key, ' ' ORDER BY key) FROM article_key WHERE key LIKE 'k_'"))
                .endsWith("ka kb kc kd kz");
    }

    /** An earlier Lede kept them whole, and SQLite takes what PostgreSQL refuses. */
    @Test
    void keysThatNoIndexTakesStandAsTheyAreLookedUp() throws SQLException {
        filled();
        List<ArticleKey> keys = PortContract.keys(
                PortContract.longName(1), PortContract.longName(2), "https://news.example/?id=", "zz", "h");
        for (ArticleKey key : keys) {
            sqlite("INSERT INTO article_key (key, article_id) VALUES (?, 1)", key.value());
        }
        sqlite("UPDATE entry SET key = ?", PortContract.longName(3));
        sqlite("UPDATE text_vector SET text = ?", PortContract.longName(4));

        interrupted(Step.COPYING, 6);
        copied();

        assertThat(postgres("SELECT max(length(key)) FROM article_key")).isLessThan("400");
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
            assertThat(store.articles().owners(keys)).hasSameSizeAs(keys);
        }
    }

    @Nested
    class WhenItWasInterrupted {
        @Test
        void itGoesOnBehindTheLastRowThatIsThere() throws SQLException {
            filled();
            interrupted(Step.COPYING, 9);
            long first = Long.parseLong(postgres("SELECT sum(copied) FROM store_copy_table"));
            interrupted(Step.COPYING, 20);
            long second = Long.parseLong(postgres("SELECT sum(copied) FROM store_copy_table"));

            CopyOutcome.Copied outcome = copied();

            assertThat(first).isPositive();
            assertThat(second).isGreaterThan(first);
            assertThat(outcome.before()).isEqualTo(second);
            assertThat(outcome.anew()).isFalse();
            everyRowIsThere();
        }

        @Test
        void atWhateverPointItEndsAlike() throws SQLException {
            filled();
            for (Step step : Step.values()) {
                interrupted(step, 1);
                interrupted(step, 2);
            }

            copied();

            everyRowIsThere();
            assertThat(postgres("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'store\\_copy\\__%'"))
                    .isEqualTo("0");
        }

        @Test
        void whoeverWouldOpenItAsAStoreIsTold() throws SQLException {
            filled();
            interrupted(Step.COPYING, 9);

            for (Mode mode : Mode.values()) {
                StoreProblem problem = Objects.requireNonNull(catchThrowableOfType(
                        StoreProblem.class,
                        () -> PostgresStore.open(url, "", "", mode).close()));
                assertThat(problem).hasMessageContaining("lede migrate-store");
            }
        }

        @Test
        void aStoreThatWasWrittenToSinceIsCopiedAnew() throws SQLException {
            filled();
            interrupted(Step.COPYING, 30);
            sqlite("UPDATE article SET title = 'Corrected since' WHERE id = 1");
            sqlite("DELETE FROM topic_vote");

            CopyOutcome.Copied outcome = copied();

            assertThat(outcome.anew()).isTrue();
            assertThat(outcome.before()).isZero();
            everyRowIsThere();
        }

        @Test
        void theHalfOfAnotherStoreIsNotGoneOnWith() throws SQLException {
            filled();
            interrupted(Step.COPYING, 9);
            sqlite("UPDATE store_identity SET identity = 'another'");

            assertThat(refused()).hasMessageContaining("copy of another store");
        }
    }

    @Nested
    class WhatDiffers {
        private CopyOutcome.Unequal spoilt(String... sql) {
            return (CopyOutcome.Unequal) copy((step, _, done, _) -> {
                if (step == Step.COMPARING && done == 0) {
                    for (String each : sql) {
                        PostgresStores.execute(url, each);
                    }
                }
            });
        }

        @Test
        void isNamedRowByRow() throws SQLException {
            filled();

            CopyOutcome.Unequal outcome = spoilt(
                    "UPDATE article SET title = 'Other', body = 'Other' WHERE id = 2",
                    "DELETE FROM lease",
                    "INSERT INTO host_rest (host, until) VALUES ('zz.example', 1)",
                    "UPDATE article_vector SET vector = '\\x00'");

            assertThat(outcome.some())
                    .contains(
                            "article (id=2) differs in title, body",
                            "lease (name=grouping) is missing",
                            "host_rest (host=zz.example) was never there")
                    .anyMatch(row -> row.startsWith("article_vector (") && row.endsWith("differs in vector"));
            assertThat(outcome.count()).isEqualTo(outcome.some().size());
        }

        @Test
        void isNoStoreUntilItWasCopiedAnew() throws SQLException {
            filled();
            spoilt("DELETE FROM lease");

            assertThatThrownBy(
                            () -> PostgresStore.open(url, "", "", Mode.BESIDE).close())
                    .isInstanceOf(StoreProblem.class);
            assertThat(copied().anew()).isTrue();
            everyRowIsThere();
        }

        @Test
        void isCountedWhereItIsTooMuchToBeNamed() throws SQLException {
            filled();

            CopyOutcome.Unequal outcome =
                    spoilt("INSERT INTO host_rest (host, until) SELECT 'h' || n, 1 FROM generate_series(1, 100) n");

            assertThat(outcome.count()).isEqualTo(100);
            assertThat(outcome.some()).hasSize(20);
        }
    }

    @Nested
    class ItRefuses {
        @Test
        void aFolderWithoutAStore() {
            assertThat(refused()).hasMessageContaining("There is no store at").hasMessageContaining("--data");
        }

        @Test
        void aStoreThatABotHasOpen() throws SQLException {
            filled();
            try (Store running = SqliteStore.open(folder, Mode.SERVING)) {
                assertThat(refused().kind()).isEqualTo(Kind.LOCKED);
                assertThat(running.articles().count()).isEqualTo(4);
            }
        }

        @Test
        void aDatabaseThatABotHasOpen() throws SQLException {
            filled();
            try (PostgresStore running = PostgresStore.open(url, "", "", Mode.SERVING)) {
                StoreProblem problem = refused();
                assertThat(problem.kind()).isEqualTo(Kind.LOCKED);
                assertThat(running.articles().count()).isZero();
            }
        }

        @Test
        void aDatabaseWithAStoreOfItsOwn() throws SQLException {
            filled();
            try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
                add(store, "Was here before");
            }

            assertThat(refused())
                    .hasMessageContaining("holds a store of its own")
                    .hasMessageContaining("article");

            try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
                assertThat(store.articles().count()).isEqualTo(1);
            }
        }

        @Test
        void aStoreOfAnOlderVersion() throws SQLException {
            filled();
            sqlite("DELETE FROM flyway_schema_history WHERE version = '" + SqliteSchema.NEWEST + "'");

            assertThat(refused())
                    .hasMessageContaining(
                            "has version " + (UpgradeContract.versions().lower(SqliteSchema.NEWEST)))
                    .hasMessageContaining("lede doctor");
        }

        @Test
        void aDatabaseOfAnOlderVersion() throws SQLException {
            filled();
            PostgresStores.execute(
                    url, "DELETE FROM flyway_schema_history WHERE version = '" + SqliteSchema.NEWEST + "'");

            assertThat(refused())
                    .hasMessageContaining("has tables of version "
                            + (UpgradeContract.versions().lower(SqliteSchema.NEWEST)));
        }

        @Test
        void toDoAgainWhatIsDone() throws SQLException {
            filled();
            CopyOutcome.Copied first = copied();
            try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
                add(store, "Since then");
            }

            CopyOutcome.CopiedBefore again = (CopyOutcome.CopiedBefore) copy(SILENT);

            assertThat(List.of(again.from(), again.to())).containsExactly(first.from(), first.to());
            assertThat(postgres("SELECT count(*) FROM article")).isEqualTo("5");
        }
    }

    @Test
    void anEmptyDatabaseGetsItsTablesFirst() {
        filled();
        PostgresDatabase empty = new PostgresDatabase(PostgresStores.emptyDatabase(), "", "");

        assertThat(StoreCopy.run(folder, empty, SILENT, FEW)).isInstanceOf(CopyOutcome.Copied.class);
    }

    private void writeImpatiently() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=10");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM lease");
        }
    }

    @Test
    void nobodyWritesToTheStoreMeanwhileAndItStaysAsItWas() throws SQLException {
        filled();
        SqliteStore.open(folder, Mode.ALONE).close();
        boolean[] tried = {false};

        copy((step, _, _, _) -> {
            if (step == Step.INDEXING && !tried[0]) {
                tried[0] = true;
                assertThatThrownBy(this::writeImpatiently).hasMessageContaining("BUSY");
            }
        });

        assertThat(tried[0]).isTrue();
        try (Store store = SqliteStore.open(folder, Mode.ALONE)) {
            assertThat(store.articles().count()).isEqualTo(4);
        }
    }
}

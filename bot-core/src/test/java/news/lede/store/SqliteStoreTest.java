package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.store.Store.Mode;
import news.lede.store.StoreProblem.Kind;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the SQLite store bears from its folder, its file and other processes; the ports themselves are tested by their contracts. */
@Timeout(120)
class SqliteStoreTest {
    @TempDir
    static Path parent;

    @TempDir
    Path folder;

    private static Article add(Store store, String title) {
        return store.transactor().inTransaction(() -> {
            Article article = store.articles()
                    .add(
                            Samples.article(title, "Text. ".repeat(500)),
                            List.of(new ArticleKey(title)),
                            store.sources().imported().id(),
                            Optional.empty(),
                            Samples.NOON);
            store.stories().open(article.id(), Language.ENGLISH, Samples.NOON);
            return article;
        });
    }

    private static StoreProblem refused(Path folder, Mode mode) {
        return catchThrowableOfType(
                StoreProblem.class, () -> SqliteStore.open(folder, mode).close());
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("lede.db"));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void fill() throws IOException {
        try (Store store = SqliteStores.openNew(parent)) {
            add(store, "Ferry aground");
        }
        Path newest;
        try (Stream<Path> stores = Files.list(parent)) {
            newest = stores.filter(p -> p.getFileName().toString().startsWith("store-"))
                    .max(java.util.Comparator.comparingInt(
                            p -> Integer.parseInt(p.getFileName().toString().substring(6))))
                    .orElseThrow();
        }
        Files.copy(newest.resolve("lede.db"), folder.resolve("lede.db"));
    }

    @Nested
    class GivenAnAbsentFolder {
        @Test
        void itIsCreatedWithThoseAboveItAndKeepsWhatIsStored() {
            Path deep = folder.resolve("a/b/c");
            ArticleId id;
            String identity;
            try (Store store = SqliteStore.open(deep, Mode.ALONE)) {
                id = add(store, "Ferry aground").id();
                identity = store.identity();
            }
            try (Store store = SqliteStore.open(deep, Mode.BESIDE)) {
                assertThat(store.articles().find(id)).isPresent();
                assertThat(store.identity()).isEqualTo(identity).hasSize(32);
            }
        }

        @Test
        void whoeverIsBesideItKnowsWhetherSomebodyIsAlone() {
            try (Store beside = SqliteStore.open(folder, Mode.BESIDE)) {
                assertThat(beside.isAttended()).isFalse();
                try (Store alone = SqliteStore.open(folder, Mode.ALONE)) {
                    assertThat(List.of(alone.isAttended(), beside.isAttended())).containsOnly(true);
                }
                assertThat(beside.isAttended()).isFalse();
            }
        }

        @Test
        void severalMayCreateItAtOnce() throws Exception {
            Path absent = folder.resolve("new");
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                List<Future<String>> openers = IntStream.range(0, 3)
                        .mapToObj(_ -> threads.submit(() -> {
                            try (Store store = SqliteStore.open(absent, Mode.BESIDE)) {
                                return store.identity();
                            }
                        }))
                        .toList();
                List<String> identities = new ArrayList<>();
                for (Future<String> opener : openers) {
                    identities.add(opener.get());
                }
                assertThat(identities).hasSize(3).containsOnly(identities.getFirst());
            }
        }
    }

    @Nested
    class GivenAFolderThatCannotServe {
        @Test
        void aFileInItsPlaceIsNamed() throws IOException {
            Path file = Files.writeString(folder.resolve("data"), "x");

            StoreProblem problem = refused(file, Mode.BESIDE);

            assertThat(problem.kind()).isEqualTo(Kind.NOT_A_FOLDER);
            assertThat(problem).hasMessageContaining(file.toString()).hasMessageContaining("--data");
            assertThat(file).hasContent("x");
        }

        @Test
        void aFileOnTheWayToItIsNamed() throws IOException {
            Path file = Files.writeString(folder.resolve("data"), "x");

            StoreProblem problem = refused(file.resolve("deeper/still"), Mode.ALONE);

            assertThat(problem.kind()).isEqualTo(Kind.NOT_A_FOLDER);
            assertThat(problem).hasMessageContaining(file + " is a file");
        }

        @Test
        void oneThatCannotBeCreatedIsUnwritable() {
            Path nowhere = Path.of("/proc/lede-test");
            org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")));

            StoreProblem problem = refused(nowhere, Mode.BESIDE);

            assertThat(problem.kind()).isEqualTo(Kind.UNWRITABLE);
            assertThat(problem).hasMessageContaining(nowhere.toString()).hasMessageContaining("--data");
        }

        @Test
        void aFolderInPlaceOfTheDatabaseIsAClearProblem() throws IOException {
            Files.createDirectories(folder.resolve("lede.db/x"));

            StoreProblem problem = refused(folder, Mode.BESIDE);

            assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(problem).hasMessageContaining("a folder stands in its place");
        }
    }

    @Nested
    class GivenAFileThatIsNotOurs {
        @Test
        void nonsenseIsCalledDamagedAndLeftAlone() throws IOException {
            Path file = Files.writeString(folder.resolve("lede.db"), "not a database at all ".repeat(100));

            StoreProblem problem = refused(folder, Mode.ALONE);

            assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(problem).hasMessageContaining(file.toString()).hasMessageContaining("Restore a backup");
            assertThat(file).hasContent("not a database at all ".repeat(100));
        }

        @Test
        void aCutOffDatabaseIsDamaged() throws IOException {
            fill();
            Path file = folder.resolve("lede.db");
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, 4096 * 2));

            StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> {
                try (Store store = SqliteStore.open(folder, Mode.ALONE)) {
                    store.articles().after(new ArticleId(0), 10);
                }
            });

            assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
        }

        @Test
        void anotherProgramsDatabaseIsNotTouched() throws Exception {
            sql("CREATE TABLE recipes (id INTEGER PRIMARY KEY, dish TEXT)");

            StoreProblem problem = refused(folder, Mode.BESIDE);

            assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
            sql("INSERT INTO recipes (dish) VALUES ('soup')");
            assertThat(refused(folder, Mode.ALONE).kind()).isEqualTo(Kind.DAMAGED);
        }

        @Test
        void anEmptyFileBecomesAStore() throws IOException {
            Files.createFile(folder.resolve("lede.db"));

            try (Store store = SqliteStore.open(folder, Mode.ALONE)) {
                assertThat(store.articles().count()).isZero();
            }
        }
    }

    @Nested
    class GivenAStoreOfANewerVersion {
        @Test
        void itIsRefusedWithBothVersionsAndNothingIsTouched() throws Exception {
            fill();
            sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                    + " execution_time, success) VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, 1)");
            byte[] before = Files.readAllBytes(folder.resolve("lede.db"));

            for (Mode mode : Mode.values()) {
                StoreProblem problem = refused(folder, mode);

                assertThat(problem.kind()).isEqualTo(Kind.NEWER);
                assertThat(problem)
                        .hasMessageContaining("version 999")
                        .hasMessageContaining("up to " + SqliteSchema.NEWEST)
                        .hasMessageContaining("Update Lede");
            }
            assertThat(folder.resolve("lede.db")).hasBinaryContent(before);
            assertThat(folder.resolve("lede.lock")).doesNotExist();
        }

        @Test
        void theNewestMigrationIsTheOneWeKnow() throws Exception {
            Path sources =
                    Path.of(java.util.Objects.requireNonNull(SqliteStore.class.getResource("/news/lede/store/sqlite"))
                            .toURI());
            try (Stream<Path> files = Files.list(sources)) {
                assertThat(files.map(f -> f.getFileName().toString())
                                .filter(f -> f.matches("V\\d+__.*\\.sql"))
                                .mapToInt(f -> Integer.parseInt(f.substring(1, f.indexOf("__"))))
                                .max())
                        .hasValue(SqliteSchema.NEWEST);
            }
        }
    }

    @Nested
    class GivenAnotherWhoMustBeAlone {
        @Test
        void aSecondInThisProcessIsRefusedAndQuestionsAreNot() {
            try (Store first = SqliteStore.open(folder, Mode.ALONE)) {
                StoreProblem problem = refused(folder, Mode.ALONE);
                assertThat(problem.kind()).isEqualTo(Kind.LOCKED);
                assertThat(problem).hasMessageContaining(folder.toString());
                try (Store beside = SqliteStore.open(folder, Mode.BESIDE)) {
                    add(first, "Seen by both");
                    assertThat(beside.articles().count()).isEqualTo(1);
                    beside.communities().workspace("console", "local", "Local");
                }
                // The refusal and the visit must not have ended the first one's lock.
                assertThat(refused(folder, Mode.ALONE).kind()).isEqualTo(Kind.LOCKED);
            }
            SqliteStore.open(folder, Mode.ALONE).close();
        }

        @Test
        void aSecondProcessIsRefusedByNameUntilTheFirstEndsHoweverItEnds() throws Exception {
            try (StoreProcess other = StoreProcess.start("keep", folder)) {
                StoreProblem problem = refused(folder, Mode.ALONE);
                assertThat(problem.kind()).isEqualTo(Kind.LOCKED);
                assertThat(problem).hasMessageContaining("process " + other.pid());
                try (Store beside = SqliteStore.open(folder, Mode.BESIDE)) {
                    add(beside, "Written beside it");
                    assertThat(beside.articles().count()).isEqualTo(1);
                }
                other.kill();
            }
            SqliteStore.open(folder, Mode.ALONE).close();
        }

        @Test
        void aRefusedOpeningGivesTheLockBack() throws IOException {
            Files.writeString(folder.resolve("lede.db"), "nonsense ".repeat(100));
            assertThat(refused(folder, Mode.ALONE).kind()).isEqualTo(Kind.DAMAGED);
            Files.delete(folder.resolve("lede.db"));

            SqliteStore.open(folder, Mode.ALONE).close();
        }
    }

    @Nested
    class WhenTheProcessIsKilled {
        @Test
        void whatWasBeingWrittenIsGoneAndWhatWasCommittedIsThere() throws Exception {
            try (StoreProcess other = StoreProcess.start("stop-half-way", folder)) {
                other.kill();
            }
            try (Store store = SqliteStore.open(folder, Mode.ALONE)) {
                assertThat(store.articles().count()).isEqualTo(1);
                assertThat(store.articles().findByKeys(List.of(new ArticleKey("Half-way"))))
                        .isEmpty();
                assertThat(store.announcements().after(0, 10)).isEmpty();
                assertThat(store.stories().storyOf(new ArticleId(1))).isPresent();
                assertThat(add(store, "Half-way").id()).isGreaterThan(new ArticleId(1));
            }
        }

        @Tag("long")
        @Test
        void whileWritingNothingIsEverHalfThere() throws Exception {
            for (int round = 0; round < 5; round++) {
                try (StoreProcess other = StoreProcess.start("write-on", folder.resolve("round-" + round))) {
                    other.kill();
                }
                try (Store store = SqliteStore.open(folder.resolve("round-" + round), Mode.BESIDE)) {
                    List<Article> articles = store.articles().after(new ArticleId(0), 1_000_000);
                    assertThat(articles).hasSizeGreaterThan(20);
                    assertThat(store.stories()
                                    .storiesOf(
                                            articles.stream().map(Article::id).toList()))
                            .hasSameSizeAs(articles);
                }
            }
        }
    }

    @Nested
    class GivenManyAtOnce {
        @Test
        void readersSeeWholeTransactionsWhileTwoStoresWrite() throws Exception {
            try (Store one = SqliteStore.open(folder, Mode.ALONE);
                    Store two = SqliteStore.open(folder, Mode.BESIDE);
                    // Not virtual ones: readers that never wait would leave the writers no processor.
                    ExecutorService threads = Executors.newCachedThreadPool()) {
                AtomicBoolean writing = new AtomicBoolean(true);
                List<Future<?>> readers = new ArrayList<>();
                for (int reader = 0; reader < 6; reader++) {
                    Store store = reader % 2 == 0 ? one : two;
                    readers.add(threads.submit(() -> {
                        while (writing.get()) {
                            List<ArticleId> ids = store.articles().after(new ArticleId(0), 1000).stream()
                                    .map(Article::id)
                                    .toList();
                            assertThat(store.stories().storiesOf(ids)).hasSameSizeAs(ids);
                        }
                        return true;
                    }));
                }
                List<Future<?>> writers = new ArrayList<>();
                for (int writer = 0; writer < 4; writer++) {
                    Store store = writer % 2 == 0 ? one : two;
                    String name = "Writer " + writer;
                    writers.add(threads.submit(() -> {
                        for (int n = 0; n < 10; n++) {
                            add(store, name + "/" + n);
                        }
                        return true;
                    }));
                }
                for (Future<?> writer : writers) {
                    writer.get();
                }
                writing.set(false);
                for (Future<?> reader : readers) {
                    reader.get();
                }
                assertThat(two.articles().count()).isEqualTo(40);
            }
        }
    }

    @Nested
    class WhenTheDiskIsFull {
        @Test
        void theChangeIsRefusedAsAWholeAndReadingGoesOn() throws IOException {
            fill();
            SqliteDatabase database = new SqliteDatabase(folder.resolve("lede.db"));
            try (SqliteSessions sessions = new SqliteSessions(database)) {
                SqlArticles articles = new SqlArticles(sessions);
                SqlSources sources = new SqlSources(sessions);
                sessions.change(handle -> handle.execute("PRAGMA max_page_count = 1"));

                assertThatThrownBy(() -> sessions.inTransaction(() -> articles.add(
                                Samples.article("Too long", "Text. ".repeat(100_000)),
                                List.of(new ArticleKey("Too long")),
                                sources.imported().id(),
                                Optional.empty(),
                                Samples.NOON)))
                        .isInstanceOfSatisfying(StoreProblem.class, problem -> {
                            assertThat(problem.kind()).isEqualTo(Kind.DISK_FULL);
                            assertThat(problem).hasMessageContaining("Free some space");
                        });

                assertThat(articles.count()).isEqualTo(1);
                assertThat(articles.findByKeys(List.of(new ArticleKey("Too long"))))
                        .isEmpty();
            }
        }
    }

    @Nested
    class WhenItIsClosed {
        @Test
        void callsFailAndClosingAgainDoesNot() {
            Store store = SqliteStores.openNew(parent);
            store.articles().count();
            store.close();

            assertThatThrownBy(() -> store.articles().count()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> add(store, "Late")).isInstanceOf(IllegalStateException.class);
            store.close();
        }
    }

    @Test
    void wrongReferencesAreRefused() {
        try (Store store = SqliteStores.openNew(parent)) {
            assertThatThrownBy(() -> store.communities()
                            .follow(
                                    store.communities()
                                            .workspace("console", "local", "Local")
                                            .id(),
                                    new news.lede.source.SourceId(99)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.lease.Lease;
import news.lede.lease.LeaseLost;
import news.lede.store.Store.Mode;
import news.lede.store.StoreProblem.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the PostgreSQL store bears from its server; the ports themselves are tested by their contracts. */
@Timeout(120)
class PostgresStoreTest {
    private static final int COUNTED = 40;

    private static StoreProblem refused(ThrowingCallable opening) {
        StoreProblem problem = catchThrowableOfType(StoreProblem.class, opening);
        assertThat(problem).isNotNull();
        return problem;
    }

    private static StoreProblem refused(String url) {
        return refused(() -> PostgresStore.open(url, "", "", Mode.ALONE).close());
    }

    private static Article add(Store store, String title) {
        return store.articles()
                .add(
                        Samples.article(title, "Text of it."),
                        List.of(new ArticleKey(title)),
                        store.sources().imported().id(),
                        Optional.empty(),
                        Samples.NOON);
    }

    @Test
    void anEmptyDatabaseBecomesAStoreAndIsFoundAgain() {
        String url = PostgresStores.emptyDatabase();
        Article kept;
        String identity;
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
            kept = add(store, "Kept");
            identity = store.identity();
        }
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.ALONE)) {
            assertThat(store.articles().find(kept.id())).contains(kept);
            assertThat(store.identity()).isEqualTo(identity).hasSize(32);
        }
    }

    @Test
    void onlyOneMayBeAloneAndOthersMayBeBesideIt() {
        String url = PostgresStores.newDatabase();
        try (PostgresStore alone = PostgresStore.open(url, "", "", Mode.ALONE);
                PostgresStore beside = PostgresStore.open(url, "", "", Mode.BESIDE)) {
            add(alone, "Seen by both");
            assertThat(beside.articles().count()).isEqualTo(1);
            assertThat(refused(url).kind()).isEqualTo(Kind.LOCKED);
            assertThat(List.of(alone.isAttended(), beside.isAttended())).containsOnly(true);
        }
        PostgresStore.open(url, "", "", Mode.ALONE).close();
        try (PostgresStore beside = PostgresStore.open(url, "", "", Mode.BESIDE)) {
            assertThat(beside.isAttended()).isFalse();
        }
    }

    @Test
    void severalServeTogetherAndNobodyIsAloneBesideThem() {
        String url = PostgresStores.newDatabase();
        try (PostgresStore one = PostgresStore.open(url, "", "", Mode.SERVING);
                PostgresStore two = PostgresStore.open(url, "", "", Mode.SERVING)) {
            assertThat(List.of(one.isShared(), one.isAttended(), two.isAttended()))
                    .containsOnly(true);
            assertThat(refused(url).kind()).isEqualTo(Kind.LOCKED);
        }
        try (PostgresStore alone = PostgresStore.open(url, "", "", Mode.ALONE)) {
            assertThat(alone.isAttended()).isTrue();
            assertThat(refused(() -> PostgresStore.open(url, "", "", Mode.SERVING)
                                    .close())
                            .kind())
                    .isEqualTo(Kind.LOCKED);
        }
    }

    @Test
    void whatIsReadBeforeItIsChangedHoldsAmongProcessesToo() throws InterruptedException {
        countTogether(PostgresStores.newDatabase());
    }

    private static void countTogether(String url) throws InterruptedException {
        try (PostgresStore one = PostgresStore.open(url, "", "", Mode.SERVING);
                PostgresStore two = PostgresStore.open(url, "", "", Mode.SERVING)) {
            one.platformFacts().tell("telegram", "1", "count", "0");
            List<Thread> counting = List.of(counting(one), counting(two));
            for (Thread thread : counting) {
                thread.join();
            }
            assertThat(one.platformFacts().told("telegram", "1", "count")).contains(Integer.toString(2 * COUNTED));
        }
    }

    @Test
    void aDatabaseWhoseTransactionsSeeTheirBeginningAloneIsNotTakenAtItsWord() throws InterruptedException {
        String url = PostgresStores.newDatabase();
        PostgresStores.execute(
                url,
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_isolation = ''repeatable read''',"
                        + " current_database()); END $$");
        countTogether(url);
    }

    private static Thread counting(Store store) {
        return Thread.ofPlatform().start(() -> {
            for (int i = 0; i < COUNTED; i++) {
                store.transactor().inTransaction(() -> {
                    int count = Integer.parseInt(
                            store.platformFacts().told("telegram", "1", "count").orElseThrow());
                    store.platformFacts().tell("telegram", "1", "count", Integer.toString(count + 1));
                    return count;
                });
            }
        });
    }

    @Test
    void whoeverWritesDoesNotKeepALeaseFromBeingRenewed() {
        String url = PostgresStores.newDatabase();
        try (PostgresStore one = PostgresStore.open(url, "", "", Mode.SERVING);
                PostgresStore two = PostgresStore.open(url, "", "", Mode.SERVING)) {
            Lease lease = two.leases().take("news", "two", Duration.ofHours(1)).orElseThrow();
            boolean renewed = one.transactor().inTransaction(() -> two.leases().renew(lease, Duration.ofHours(1)));
            assertThat(renewed).isTrue();
        }
    }

    @Test
    void whoeverWaitsToWriteWhileItsLeaseIsTakenWritesNothing() {
        String url = PostgresStores.newDatabase();
        try (PostgresStore one = PostgresStore.open(url, "", "", Mode.SERVING);
                PostgresStore two = PostgresStore.open(url, "", "", Mode.SERVING)) {
            Lease old = one.leases().take("news", "one", Duration.ZERO).orElseThrow();
            CompletableFuture<LeaseLost> refused = new CompletableFuture<>();
            Thread late = Thread.ofPlatform()
                    .unstarted(() -> one.leases()
                            .under(
                                    old,
                                    () -> refused.complete(
                                            catchThrowableOfType(LeaseLost.class, () -> add(one, "Too late")))));

            two.transactor().inTransaction(() -> {
                late.start();
                while (!isWaitedForTheWriter(url)) {
                    Thread.onSpinWait();
                }
                return two.leases().take("news", "two", Duration.ofHours(1)).orElseThrow();
            });

            assertThat(refused.join()).isNotNull();
            assertThat(two.articles().findByKeys(List.of(new ArticleKey("Too late"))))
                    .isEmpty();
        }
    }

    private static boolean isWaitedForTheWriter(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted"
                        + " AND locktype = 'advisory' AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database()))")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What takes as long as the server is patient with such a process. */
    @Test
    @Tag("long")
    void whoeverIsStoppedWithinATransactionHoldsUpOthersForSecondsOnly() {
        String url = PostgresStores.newDatabase();
        try (PostgresStore stopped = PostgresStore.open(url, "", "", Mode.SERVING);
                PostgresStore other = PostgresStore.open(url, "", "", Mode.SERVING)) {
            StoreProblem problem = refused(() -> stopped.transactor().inTransaction(() -> {
                add(stopped, "Half done");
                return join(Thread.ofPlatform().start(() -> add(other, "Meanwhile")));
            }));

            assertThat(problem.kind()).isIn(Kind.BUSY, Kind.FAILED);
            assertThat(other.articles().findByKeys(List.of(new ArticleKey("Meanwhile"))))
                    .isPresent();
            assertThat(other.articles().findByKeys(List.of(new ArticleKey("Half done"))))
                    .isEmpty();
        }
    }

    private static boolean join(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStoreOfANewerVersionIsRefusedUntouched() {
        String url = PostgresStores.newDatabase();
        PostgresStores.execute(
                url,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99.sql', 'x', 1, true)");

        StoreProblem problem = refused(url);

        assertThat(problem.kind()).isEqualTo(Kind.NEWER);
        assertThat(problem).hasMessageContaining("version 99").hasMessageContaining("Nothing was changed");
    }

    @Test
    void aDatabaseOfSomebodyElseIsRefusedUntouched() {
        String url = PostgresStores.emptyDatabase();
        PostgresStores.execute(url, "CREATE TABLE article (mine INTEGER)");

        assertThat(refused(url).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(columns(url)).containsExactly("article.mine");
    }

    @Test
    void whatCannotBeReachedSaysWhatToCheckAndNoSecret() {
        String url = PostgresStores.newDatabase();
        String absent = url.replaceFirst("/lede_\\d+_\\d+", "/lede_absent");

        assertThat(refused(absent).kind()).isEqualTo(Kind.UNWRITABLE);
        assertThat(refused(absent)).hasMessageContaining("CREATE DATABASE");
        StoreProblem deaf = refused("jdbc:postgresql://me:secret@127.0.0.1:1/lede?password=secret");
        assertThat(deaf).hasMessageContaining("store.url");
        assertThat(deaf.getMessage()).doesNotContain("secret");
        assertThat(deaf.where()).doesNotContain("secret");
    }

    @Test
    void aTextWithAZeroInItIsKeptWithout() {
        try (PostgresStore store = PostgresStore.open(PostgresStores.newDatabase(), "", "", Mode.ALONE)) {
            Article article = add(store, "A\0B");

            assertThat(store.articles().find(article.id()).orElseThrow().title())
                    .isEqualTo("AB");
            assertThat(store.articles().findByKeys(List.of(new ArticleKey("A\0B"))))
                    .contains(article.id());
        }
    }

    @Test
    void afterTheServerDroppedItsConnectionsTheNextChangeIsMade() {
        String url = PostgresStores.newDatabase();
        try (PostgresStore store = PostgresStore.open(url, "", "", Mode.BESIDE)) {
            add(store, "Before");
            PostgresStores.execute(
                    url,
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

            attempt(() -> add(store, "During"));
            add(store, "After");

            assertThat(store.articles().findByKeys(List.of(new ArticleKey("Before"))))
                    .isPresent();
            assertThat(store.articles().findByKeys(List.of(new ArticleKey("After"))))
                    .isPresent();
        }
    }

    /** A pool may hand out one connection that it has not found dead yet. */
    private static void attempt(Runnable change) {
        StoreProblem problem = catchThrowableOfType(StoreProblem.class, change::run);
        if (problem != null) {
            assertThat(problem.kind()).isEqualTo(Kind.FAILED);
        }
    }

    @Test
    void bothDialectsHaveTheSameColumns(@TempDir Path folder) throws SQLException {
        Set<String> sqlite = new TreeSet<>();
        SqliteStores.openNew(folder).close();
        try (Connection connection =
                        new SqliteDatabase(folder.resolve("template").resolve(SqliteStore.FILE)).openReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'flyway%'")) {
            while (rows.next()) {
                sqlite.add(rows.getString(1));
            }
        }

        assertThat(columns(PostgresStores.newDatabase())).isEqualTo(sqlite).hasSizeGreaterThan(100);
    }

    private static Set<String> columns(String url) {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_name || '.' || column_name"
                                + " FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'flyway%'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return columns;
    }
}

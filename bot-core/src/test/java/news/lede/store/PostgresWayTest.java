package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.article.ArticleKey;
import news.lede.article.InDoubt;
import news.lede.article.Samples;
import news.lede.store.Store.Mode;
import news.lede.store.StoreProblem.Kind;
import news.lede.store.Wire.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the way to the server does to a change. */
@Timeout(90)
class PostgresWayTest {
    private final String url = PostgresStores.newDatabase();

    private static void add(Store store, String title) {
        store.articles()
                .add(
                        Samples.article(title, "Text of it."),
                        List.of(new ArticleKey(title)),
                        store.sources().imported().id(),
                        Optional.empty(),
                        Samples.NOON);
    }

    private static boolean has(Store store, String title) {
        return store.articles().findByKeys(List.of(new ArticleKey(title))).isPresent();
    }

    @Test
    void aChangeWhoseAnswerWasLostWasMadeOnceAndIsAnswered() throws IOException {
        try (Wire wire = new Wire(url);
                PostgresStore store = PostgresStore.open(wire.url(), "", "", Mode.BESIDE)) {
            wire.lose(Loss.ANSWER);

            add(store, "Ferry");

            assertThat(store.articles().count()).isEqualTo(1);
        }
    }

    @Test
    void aChangeThatDidNotArriveIsNotMadeAndSaysSo() throws IOException {
        try (Wire wire = new Wire(url);
                PostgresStore store = PostgresStore.open(wire.url(), "", "", Mode.BESIDE)) {
            wire.lose(Loss.QUESTION);

            StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> add(store, "Ferry"));

            assertThat(problem).isNotNull();
            assertThat(problem.kind()).isEqualTo(Kind.FAILED);
            assertThat(store.articles().count()).isZero();
            add(store, "Ferry");
            assertThat(store.articles().count()).isEqualTo(1);
        }
    }

    @Test
    void whatOnlyReadsLeavesNoMark() throws IOException {
        try (Wire wire = new Wire(url);
                PostgresStore store = PostgresStore.open(wire.url(), "", "", Mode.BESIDE)) {
            add(store, "Ferry");
            wire.lose(Loss.ANSWER);

            StoreProblem problem = catchThrowableOfType(
                    StoreProblem.class,
                    () -> store.transactor()
                            .inTransaction(() -> store.articles().count()));

            assertThat(problem).as("nothing was changed, so nothing was kept").isNotNull();
            assertThat(has(store, "Ferry")).isTrue();
        }
    }

    @Test
    void aChangeThatNobodyCanBeAskedAboutIsInDoubt() throws IOException, InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        try (Wire wire = new Wire(url);
                PostgresStore direct = PostgresStore.open(url, "", "", Mode.BESIDE);
                PostgresStore store = PostgresStore.open(wire.url(), "", "", Mode.BESIDE)) {
            wire.lose(Loss.ANSWER_AND_WAY);
            Thread changing = Thread.ofPlatform().start(() -> {
                try {
                    add(store, "Ferry");
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            });
            while (!has(direct, "Ferry")) {
                Thread.onSpinWait();
            }
            changing.interrupt();
            changing.join();
        }

        assertThat(thrown.get()).isInstanceOf(InDoubt.class).hasMessageContaining("perhaps made");
    }

    @Test
    void aServerThatDoesNotAnswerKeepsNobodyFromTheOther() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Wire wire = new Wire(url)) {
            String both = wire.url().replace("//", "//127.0.0.1:" + deaf.getLocalPort() + ",");
            try (PostgresStore store = PostgresStore.open(both, "", "", Mode.SERVING)) {
                add(store, "Ferry");

                assertThat(has(store, "Ferry")).isTrue();
            }
        }
    }

    @Test
    void whoeverWaitsForAServerThatFellSilentIsToldWhenAnotherTakesChanges()
            throws IOException, InterruptedException, ExecutionException {
        try (Wire one = new Wire(url);
                Wire two = new Wire(url);
                PostgresStore store = PostgresStore.open(one.url(two), "", "", Mode.SERVING)) {
            add(store, "Before");
            one.fallSilent();

            CompletableFuture<Boolean> during = CompletableFuture.supplyAsync(() -> {
                StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> add(store, "During"));
                return problem == null;
            });

            boolean made = during.get();
            assertThat(has(store, "During")).isEqualTo(made);
            add(store, "After");
            assertThat(has(store, "Before") && has(store, "After")).isTrue();
        }
    }

    @Test
    void aLookForWhichThereWasNoRoomEndsByItself() {
        assertThatCode(() -> PostgresLock.guarded(() -> {
                    throw new OutOfMemoryError("for a moment");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void whoHasTheStoreOpenHasItStillAfterTheServerDroppedItsConnections() {
        try (PostgresStore alone = PostgresStore.open(url, "", "", Mode.ALONE);
                PostgresStore beside = PostgresStore.open(url, "", "", Mode.BESIDE)) {
            PostgresStores.execute(
                    url,
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                            + " AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')");
            while (!beside.isAttended()) {
                Thread.onSpinWait();
            }

            add(alone, "Ferry");

            StoreProblem problem = catchThrowableOfType(
                    StoreProblem.class,
                    () -> PostgresStore.open(url, "", "", Mode.ALONE).close());
            assertThat(problem).isNotNull();
            assertThat(problem.kind()).isEqualTo(Kind.LOCKED);
        }
    }
}

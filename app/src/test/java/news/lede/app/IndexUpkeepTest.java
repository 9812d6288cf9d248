package news.lede.app;

import static news.lede.article.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.InMemoryArticleIndex;
import news.lede.article.Samples;
import news.lede.source.SourceId;
import news.lede.store.InMemoryStore;
import news.lede.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IndexUpkeepTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemoryStore store = new InMemoryStore();
    private final SourceId source = store.sources().imported().id();
    private final InMemoryArticleIndex kept = new InMemoryArticleIndex();
    private final HeldIndex index = new HeldIndex(kept);
    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(9).toNanos());
    private final IndexUpkeep upkeep = upkeep(true);

    private IndexUpkeep upkeep(boolean follows) {
        return new IndexUpkeep(() -> store, follows, nanos::get, Duration.ofMillis(1));
    }

    @AfterEach
    void end() {
        index.letGo();
        upkeep.close();
    }

    private ArticleId stored(String title) {
        return store.articles()
                .add(Samples.article(title, NOON, "All we know."), List.of(), source, Optional.empty(), NOON)
                .id();
    }

    private void revised(ArticleId article, String title) {
        store.articles().revise(article, Samples.article(title, NOON, "What we know now."), NOON);
    }

    private List<ArticleId> found(ArticleIndex by, String words) {
        return by
                .search(new ArticleIndex.Query(words, true, Language.ENGLISH, Set.of(source), Optional.empty(), 9))
                .stream()
                .map(ArticleIndex.Hit::article)
                .toList();
    }

    private Map<String, Long> followers() {
        return store.followers().all();
    }

    @Nested
    class GivenLittleIsMissing {
        @Test
        void whatWasStoredSinceIsFoundAtOnce() {
            store.searchTextsBy(_ -> List.of());
            ArticleId ferry = stored("Ferry aground");

            ArticleIndex answering = upkeep.ready(index);

            assertThat(found(answering, "ferry")).containsExactly(ferry);
        }

        @Test
        void whatIsStoredLaterIsFoundOnceItIsBroughtUpToDate() {
            ArticleIndex answering = upkeep.ready(index);
            ArticleId ferry = stored("Ferry aground");
            ArticleId barge = stored("Barge adrift");
            upkeep.bringUpToDate(answering);
            revised(barge, "Raft adrift");

            upkeep.bringUpToDate(answering);

            assertThat(found(answering, "ferry")).containsExactly(ferry);
            assertThat(found(answering, "raft")).containsExactly(barge);
            assertThat(found(answering, "barge")).isEmpty();
        }

        @Test
        void severalWhoBringItUpToDateDoSoOneAfterTheOther() {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    stored("Ferry " + i);
                    threads.execute(() -> upkeep.bringUpToDate(index));
                }
            }
            upkeep.bringUpToDate(index);

            assertThat(kept.size()).isEqualTo(50);
            assertThat(index.mostAtOnce.get()).isEqualTo(1);
        }

        @Test
        void builtAnewItHoldsWhatTheStoreHas() {
            kept.add(List.of(InMemoryArticleIndex.indexed(
                    new InMemoryStore()
                            .articles()
                            .add(Samples.article("Of another store"), List.of(), source, Optional.empty(), NOON),
                    source)));
            kept.commit();
            ArticleId ferry = stored("Ferry aground");

            assertThat(upkeep.rebuild(index, (_, _) -> {})).isEqualTo(1);

            assertThat(kept.size()).isEqualTo(1);
            assertThat(found(index, "ferry")).containsExactly(ferry);
        }
    }

    @Nested
    class GivenMuchIsMissing {
        private final List<ArticleId> all = new ArrayList<>();

        @BeforeEach
        void muchIsStored() {
            for (int i = 0; i < IndexUpkeep.MUCH; i++) {
                all.add(stored("Ferry " + i));
            }
        }

        private ArticleIndex begun() throws InterruptedException {
            store.searchTextsBy(_ -> List.of(new ArticleIndex.Hit(all.get(7), 1)));
            index.hold();
            ArticleIndex answering = upkeep.ready(index);
            assertThat(index.reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            return answering;
        }

        private void awaitBuilt(ArticleIndex answering) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(found(answering, "\"ferry 4711\"")).containsExactly(all.get(4711)));
        }

        @Test
        void theDatabaseAnswersUntilItIsBuilt() throws InterruptedException {
            ArticleIndex answering = begun();

            assertThat(found(answering, "\"ferry 4711\"")).containsExactly(all.get(7));

            index.letGo();
            awaitBuilt(answering);
            assertThat(kept.size()).isEqualTo(all.size());
        }

        @Test
        void nobodyWaitsWhileItIsBuiltAndWhatComesMeanwhileIsFoundAfterwards() throws InterruptedException {
            ArticleIndex answering = begun();
            ArticleId raft = stored("Raft adrift");

            assertTimeoutPreemptively(PATIENCE, () -> upkeep.bringUpToDate(answering));

            index.letGo();
            awaitBuilt(answering);
            assertThat(found(answering, "raft")).containsExactly(raft);
            await().atMost(PATIENCE).untilAsserted(() -> {
                ArticleId barge = stored("Barge adrift");
                upkeep.bringUpToDate(answering);
                assertThat(found(answering, "barge")).contains(barge);
            });
        }

        @Test
        void buildingThatFailsGoesOn() throws InterruptedException {
            index.failures.set(3);
            ArticleIndex answering = begun();
            index.letGo();

            awaitBuilt(answering);

            assertThat(index.failures.get()).isZero();
            assertThat(kept.size()).isEqualTo(all.size());
        }

        @Test
        void anEndDoesNotWaitForTheRestWhichTheNextStartBuilds() throws InterruptedException {
            begun();
            Thread end = Thread.ofPlatform().start(upkeep::close);
            // It has said that it ends, and waits for the portion that is under way.
            await().atMost(PATIENCE).until(() -> end.getState() == Thread.State.WAITING);

            index.letGo();

            assertThat(end.join(PATIENCE)).isTrue();
            assertThat(kept.size()).isZero();
            try (IndexUpkeep next = upkeep(true)) {
                ArticleIndex answering = next.ready(index);
                awaitBuilt(answering);
            }
            assertThat(kept.size()).isEqualTo(all.size());
        }

        /** It lacks none of the articles, and what became of them while it was away is kept no longer. */
        @Test
        void whatHasToBeBuiltAnewIsBuiltAsideToo() {
            try (IndexUpkeep before = upkeep(true)) {
                before.ready(index);
            }
            List.of("Barge", "Raft", "Buoy").forEach(title -> revised(all.getFirst(), title));
            store.followers().followed("somebody", store.articles().lastChange());
            store.followers().forget(9);

            ArticleIndex answering = assertTimeoutPreemptively(PATIENCE, this::begun);

            assertThat(found(answering, "\"ferry 4711\"")).containsExactly(all.get(7));
            index.letGo();
            awaitBuilt(answering);
            assertThat(found(answering, "buoy")).containsExactly(all.getFirst());
        }

        @Test
        void aDatabaseThatCannotSearchIsWaitedFor() {
            ArticleIndex answering = upkeep.ready(index);

            assertThat(answering).isSameAs(index);
            assertThat(found(answering, "\"ferry 4711\"")).containsExactly(all.get(4711));
        }

        @Test
        void whoAsksOnlyOnceWaitsForItAndIsNotWaitedFor() {
            store.searchTextsBy(_ -> List.of());
            try (IndexUpkeep once = upkeep(false)) {
                ArticleIndex answering = once.ready(index);

                assertThat(found(answering, "\"ferry 4711\"")).containsExactly(all.get(4711));
                assertThat(followers()).isEmpty();
            }
        }
    }

    @Nested
    class GivenALogThatIsFollowed {
        @Test
        void whatIsNotFollowedYetIsAskedForBeforeItIsRead() {
            ArticleId ferry = stored("Ferry aground");
            upkeep.ready(index);
            // As one that said nothing for days.
            followers().keySet().forEach(store.followers()::left);
            revised(ferry, "Ferry afloat");
            revised(ferry, "Ferry in port");
            List<Long> said = new ArrayList<>();
            index.whenAdding = () -> said.addAll(followers().values());

            upkeep.bringUpToDate(index);

            assertThat(said).containsExactly(0L);
            assertThat(found(index, "port")).containsExactly(ferry);
        }

        @Test
        void howFarItHasComeIsSaidOnceAnHourAlthoughNothingHappens() {
            revised(stored("Ferry aground"), "Ferry afloat");
            upkeep.ready(index);
            assertThat(followers().values()).as("said before it was read").containsExactly(0L);

            nanos.addAndGet(Duration.ofMinutes(59).toNanos());
            upkeep.bringUpToDate(index);
            assertThat(followers().values()).containsExactly(0L);
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            upkeep.bringUpToDate(index);

            assertThat(followers().values()).containsExactly(1L);
        }

        @Test
        void onceItEndsNothingIsKeptForIt() {
            stored("Ferry aground");
            upkeep.ready(index);
            assertThat(followers()).hasSize(1);

            upkeep.close();

            assertThat(followers()).isEmpty();
        }
    }

    /** Takes articles in only when it may, and fails as often as it is told. */
    private static final class HeldIndex implements ArticleIndex {
        private final ArticleIndex index;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger adding = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private volatile CountDownLatch permit = new CountDownLatch(0);
        private volatile Runnable whenAdding = () -> {};

        HeldIndex(ArticleIndex index) {
            this.index = index;
        }

        void hold() {
            permit = new CountDownLatch(1);
        }

        void letGo() {
            permit.countDown();
        }

        @Override
        public void add(Collection<IndexedArticle> articles) {
            mostAtOnce.accumulateAndGet(adding.incrementAndGet(), Math::max);
            whenAdding.run();
            reached.countDown();
            try {
                permit.await();
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("no room left");
                }
                index.add(articles);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this", e);
            } finally {
                adding.decrementAndGet();
            }
        }

        @Override
        public List<Hit> search(Query query) {
            return index.search(query);
        }

        @Override
        public List<Sketched> sketches(Query query) {
            return index.sketches(query);
        }

        @Override
        public void remove(Collection<ArticleId> articles, ArticleId last) {
            index.remove(articles, last);
        }

        @Override
        public void commit() {
            index.commit();
        }

        @Override
        public void clear() {
            index.clear();
        }

        @Override
        public void seen(long change) {
            index.seen(change);
        }

        @Override
        public long seen() {
            return index.seen();
        }

        @Override
        public ArticleId last() {
            return index.last();
        }

        @Override
        public void close() {
            index.close();
        }
    }
}

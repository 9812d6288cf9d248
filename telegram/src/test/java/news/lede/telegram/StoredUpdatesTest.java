package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.lede.answer.Answer;
import news.lede.community.InMemoryReceivedUpdates;
import news.lede.community.ReceivedUpdates;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Press;
import news.lede.telegram.server.Said;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nothing that was taken is lost, whenever we end. */
class StoredUpdatesTest {
    private static final String PLATFORM = "telegram";

    private Bench bench;
    private TelegramServer server;
    private Person anna;
    private Chat alone;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        bench = Bench.ready();
        server = bench.server;
        anna = server.person("Anna", "en");
        alone = server.privateChat(anna);
        bench.desk.answerWith((_, typed) -> new Answer.Notice("Answer", typed, List.of()));
    }

    @AfterEach
    void stop() {
        bench.close();
        assertThat(server.violations()).isEmpty();
    }

    private List<ReceivedUpdates.Received> waiting() {
        return bench.received.waiting(PLATFORM);
    }

    private void awaitNothingWaits() {
        Awaitility.await().atMost(SOON).until(() -> waiting().isEmpty());
    }

    @Test
    void anUpdateIsKeptBeforeThePollThatConfirmsItAndGoneOnceItIsAnswered() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.desk.answerWith((_, typed) -> {
            asked.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Notice("Answer", typed, List.of());
        });
        Said said = alone.say(anna, "question 🚢");
        asked.await();

        assertThat(waiting())
                .singleElement()
                .satisfies(u -> assertThat(u.body()).contains("question 🚢"));
        server.await(SOON, () -> java.util.Optional.of(server.unconfirmed()).filter(n -> n == 0), "not confirmed");
        go.countDown();
        said.answer(SOON);
        awaitNothingWaits();
        assertThat(bench.received.latest(PLATFORM)).isPresent();
    }

    @Test
    void aBatchIsOneWriteAndWhatIsNotForUsIsNone() {
        bench.adapter.close();
        CountedUpdates counted = new CountedUpdates();
        counted.striking = new CountDownLatch(1);
        Chat group = server.supergroup("Newsroom").join(anna, Standing.MEMBER);
        IntStream.range(0, 40).forEach(i -> group.say(anna, "good morning " + i));
        List<Said> said = IntStream.range(0, 40)
                .mapToObj(i -> {
                    Person person = server.person("P" + i, "en");
                    return server.privateChat(person).say(person, "question");
                })
                .toList();
        try (TelegramAdapter restarted = another(counted, InstantSource.system())) {
            restarted.start();
            said.forEach(s -> s.answer(SOON));
            group.say(anna, "good evening");
            alone.say(anna, "last").answer(SOON);
            // Those that were answered while the first was struck out are struck out together.
            counted.striking.countDown();
        }

        assertThat(counted.kept).containsExactly(40, 1);
        assertThat(counted.strokes.get()).isLessThan(41);
        assertThat(counted.waiting(PLATFORM)).isEmpty();
    }

    @Test
    void nothingIsConfirmedWhileTheStoreRefusesAndAllIsAnsweredOnceItDoesNot() {
        bench.adapter.close();
        CountedUpdates refusing = new CountedUpdates();
        refusing.refusals.set(5);
        try (TelegramAdapter restarted = another(refusing, InstantSource.system())) {
            restarted.start();
            Said said = alone.say(anna, "question");
            said.answer(SOON);
            assertThat(said.answersSoFar()).hasSize(1);
        }
        assertThat(refusing.refusals.get()).isNegative();
    }

    @Test
    void whatCannotBeStruckOutStopsNothing() {
        bench.adapter.close();
        CountedUpdates refusing = new CountedUpdates();
        refusing.refusesToStrikeOut = true;
        try (TelegramAdapter restarted = another(refusing, InstantSource.system())) {
            restarted.start();
            alone.say(anna, "one").answer(SOON);
            alone.say(anna, "two").answer(SOON);
        }
    }

    @Nested
    class AfterAKill {
        /** Keeps these as if an earlier life had taken them and died. */
        private void leave(Duration age, int last) {
            bench.adapter.close();
            List<ReceivedUpdates.Received> left = server.history(last).stream()
                    .map(u -> new ReceivedUpdates.Received(
                            u.get("update_id").asLong(),
                            u.toString(),
                            Instant.now().minus(age)))
                    .toList();
            bench.received.keep(PLATFORM, left, Instant.now());
        }

        @Test
        void whatIsYoungIsAnsweredOnceInItsOrder() throws InterruptedException {
            bench.desk.answerWith((_, _) -> new Answer.Notice("Answer", "first life", List.of()));
            Said said = alone.say(anna, "question 0");
            alone.say(anna, "question 1");
            said.answers(2, SOON);
            awaitNothingWaits();
            leave(Duration.ofSeconds(30), 2);
            // The later one's number is remembered, so it is not owed again.
            assertThat(waiting()).hasSize(1);
            int owed = 1;
            bench.desk.answerWith((_, typed) -> new Answer.Notice("Answer", typed, List.of()));

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                said.answers(2 + owed, SOON);
                alone.say(anna, "question 2");
                said.answers(3 + owed, SOON);
                awaitNothingWaits();
            }

            assertThat(said.answersSoFar()).hasSize(3 + owed);
        }

        @Test
        void whatIsOldIsDroppedWithOneNoticeForEachConversation() {
            Chat group = server.supergroup("Newsroom").join(anna, Standing.MEMBER);
            Chat channel = server.channel("Coast News");
            Said inPrivate = alone.say(anna, "question 0");
            alone.say(anna, "question 1");
            Said inGroup = group.say(anna, "/latest");
            Said inChannel = channel.say(anna, "/latest");
            inPrivate.answers(2, SOON);
            inGroup.answer(SOON);
            inChannel.answer(SOON);
            int asked = bench.desk.typed().size();
            leave(Duration.ofMinutes(5), 4);

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                assertThat(inGroup.answers(2, SOON).getLast().text()).contains("I was away");
                awaitNothingWaits();
            }

            assertThat(inPrivate.answersSoFar())
                    .extracting(BotMessage::text)
                    .filteredOn(t -> t.contains("I was away"))
                    .hasSize(1);
            assertThat(inChannel.answersSoFar()).hasSize(1);
            assertThat(bench.desk.typed()).hasSize(asked);
        }

        @Test
        void whatThisVersionCannotReadIsStruckOut() {
            bench.adapter.close();
            bench.received.keep(
                    PLATFORM,
                    List.of(
                            new ReceivedUpdates.Received(5, "no json", Instant.now()),
                            new ReceivedUpdates.Received(6, "{\"update_id\":6,\"message\":7}", Instant.now())),
                    Instant.now());

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                alone.say(anna, "question").answer(SOON);
                awaitNothingWaits();
            }
        }

        @Test
        void theFirstPollBeginsBehindWhatWasTaken() {
            alone.say(anna, "question").answer(SOON);
            awaitNothingWaits();
            bench.adapter.close();
            long latest = bench.received.latest(PLATFORM).orElseThrow();
            int polls = server.traffic("getUpdates").size();

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                server.awaitTraffic("getUpdates", polls + 1, SOON);
            }

            assertThat(server.traffic("getUpdates")
                            .get(polls)
                            .call()
                            .path("offset")
                            .asLong())
                    .isEqualTo(latest + 1);
        }

        @Test
        void aPressThatWasAcknowledgedAndNotAnsweredIsAnswered() {
            bench.desk.answerWith((_, typed) -> FakeDesk.usual(typed));
            BotMessage list = alone.say(anna, "/latest").answer(SOON);
            Press press = alone.press(anna, list, "2");
            press.said().answer(SOON);
            awaitNothingWaits();
            leave(Duration.ofSeconds(5), 1);
            // The number is remembered, so that it is kept again under another.
            assertThat(waiting()).isEmpty();
            bench.received.keep(
                    PLATFORM,
                    List.of(new ReceivedUpdates.Received(
                            server.history(1).getFirst().get("update_id").asLong() + 1,
                            server.history(1).getFirst().toString(),
                            Instant.now())),
                    Instant.now());

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                press.said().answers(2, SOON);
                awaitNothingWaits();
            }
        }
    }

    @Test
    void whatWaitedLongWithTheServiceIsDroppedWithOneNotice() {
        bench.adapter.close();
        long anHourAgo = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
        Said said = alone.send(anna, 0, "old 0", m -> m.put("date", anHourAgo));
        alone.send(anna, 0, "old 1", m -> m.put("date", anHourAgo));

        try (TelegramAdapter restarted = bench.another()) {
            restarted.start();
            alone.say(anna, "new");
            said.answers(2, SOON);
        }

        assertThat(said.answersSoFar())
                .extracting(BotMessage::text)
                .satisfiesExactly(
                        first -> assertThat(first).contains("I was away"),
                        second -> assertThat(second).contains("new"));
    }

    @Test
    void aWrongClockOfOursMakesNothingOld() {
        bench.adapter.close();
        InstantSource fast = () -> Instant.now().plus(Duration.ofHours(3));

        try (TelegramAdapter restarted = another(new InMemoryReceivedUpdates(), fast)) {
            restarted.start();
            assertThat(alone.say(anna, "question").answer(SOON).text()).contains("question");
        }
    }

    private TelegramAdapter another(ReceivedUpdates received, InstantSource clock) {
        Memory memory = new Memory(received, bench.memory.facts());
        return new TelegramAdapter(
                TelegramServer.TOKEN,
                server.baseUrl(),
                bench.desk,
                bench.askers,
                bench.doors,
                memory,
                clock,
                Bench.QUICK);
    }

    /** Counts writes, and refuses some. */
    private static final class CountedUpdates implements ReceivedUpdates {
        private final InMemoryReceivedUpdates inner = new InMemoryReceivedUpdates();
        private final List<Integer> kept = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final AtomicInteger strokes = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private volatile boolean refusesToStrikeOut;
        /** Nothing is struck out before. */
        private volatile CountDownLatch striking = new CountDownLatch(0);

        @Override
        public void keep(String platform, Collection<Received> updates, Instant now) {
            if (!updates.isEmpty()) {
                if (refusals.getAndDecrement() > 0) {
                    throw new IllegalStateException("the store is away");
                }
                kept.add(updates.size());
            }
            inner.keep(platform, updates, now);
        }

        @Override
        public void answered(String platform, Collection<Long> numbers) {
            if (refusesToStrikeOut) {
                throw new IllegalStateException("the store is away");
            }
            try {
                striking.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            strokes.incrementAndGet();
            inner.answered(platform, numbers);
        }

        @Override
        public List<Received> waiting(String platform) {
            return inner.waiting(platform);
        }

        @Override
        public java.util.OptionalLong latest(String platform) {
            return inner.latest(platform);
        }
    }
}

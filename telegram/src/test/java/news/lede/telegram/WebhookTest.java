package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.lede.alert.SeenDoors;
import news.lede.answer.Answer;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.community.InMemoryReceivedUpdates;
import news.lede.community.PlatformFacts;
import news.lede.community.ReceivedUpdates;
import news.lede.telegram.Webhook.Taken;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Said;
import news.lede.telegram.server.TelegramServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Updates are brought to us, and nothing is lost however that goes. */
class WebhookTest {
    @Nested
    class BetweenTheServiceAndTheDesk {
        private final LogCapture log = new LogCapture();
        private final FakeDesk desk = new FakeDesk();
        private final RefusingUpdates received = new RefusingUpdates();
        private final RefusingFacts facts = new RefusingFacts();
        private final Memory memory = new Memory(received, facts);
        private TelegramServer server;
        private Doorway doorway;
        private Person anna;
        private Chat alone;

        @BeforeEach
        void start() throws IOException {
            server = TelegramServer.start();
            doorway = new Doorway();
            anna = server.person("Anna", "en");
            alone = server.privateChat(anna);
            desk.answerWith((_, typed) -> new Answer.Notice("Answer", typed, List.of()));
        }

        @AfterEach
        void stop() {
            doorway.close();
            server.close();
            log.close();
            assertThat(server.violations()).isEmpty();
            assertThat(log.everything()).doesNotContain(TelegramServer.TOKEN).doesNotContain("not-a-secret");
        }

        private TelegramAdapter adapter(Optional<URI> address) throws InterruptedException {
            return adapter(address, _ -> {});
        }

        private TelegramAdapter adapter(Optional<URI> address, Consumer<TelegramAdapter> before)
                throws InterruptedException {
            TelegramAdapter adapter = new TelegramAdapter(
                    TelegramServer.TOKEN,
                    server.baseUrl(),
                    desk,
                    new FakeAskers(),
                    new SeenDoors(),
                    memory,
                    Set.of(),
                    address,
                    InstantSource.system(),
                    Bench.QUICK);
            doorway.leadTo(adapter.webhook());
            before.accept(adapter);
            adapter.start();
            assertThat(adapter.awaitReady(SOON).isReady()).isTrue();
            return adapter;
        }

        /** Answered comes before confirmed; read in between, the count would still grow by what came before. */
        private int keptOnceAllIsConfirmed() {
            Awaitility.await().atMost(SOON).until(() -> server.unconfirmed() == 0);
            return doorway.kept();
        }

        /** The address was named a second time; more often where it was tried before it was open again. */
        private void awaitBroughtAnew() {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> server.traffic("setWebhook").stream()
                                    .filter(t -> t.status() == 200)
                                    .count()
                            > 1);
        }

        private TelegramAdapter brought() throws InterruptedException {
            return adapter(Optional.of(doorway.address()));
        }

        @Test
        void whatIsBroughtIsAnsweredAndNobodyPolls() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                Said said = alone.say(anna, "question 0");
                IntStream.range(1, 20).forEach(i -> alone.say(anna, "question " + i));
                assertThat(said.answers(20, SOON))
                        .extracting(
                                m -> m.text().lines().reduce((_, last) -> last).orElse(""))
                        .containsExactlyElementsOf(IntStream.range(0, 20)
                                .mapToObj(i -> "question " + i)
                                .toList());
                Awaitility.await().atMost(SOON).until(() -> server.unconfirmed() == 0);
            }
            assertThat(server.traffic("getUpdates")).isEmpty();
            assertThat(server.traffic("deleteWebhook")).isEmpty();
            assertThat(doorway.kept()).isEqualTo(20);
            assertThat(received.waiting("telegram")).isEmpty();
        }

        @Test
        void nothingIsConfirmedWhileTheStoreRefusesAndAllIsAnsweredOnceItDoesNot() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                received.refuse = true;
                Said said = alone.say(anna, "question");
                Awaitility.await().atMost(SOON).until(() -> received.refused > 2);
                assertThat(server.unconfirmed()).isEqualTo(1);
                received.refuse = false;
                said.answer(SOON);
                assertThat(said.answersSoFar()).hasSize(1);
            }
        }

        @Test
        void whatCouldNotBeKeptForWantOfMemoryIsTakenWhenItComesAgain() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                received.exhausted.set(1);
                Said said = alone.say(anna, "question 0");
                said.answer(SOON);
                alone.say(anna, "question 1");
                assertThat(said.answers(2, SOON)).hasSize(2);
                Awaitility.await().atMost(SOON).until(() -> server.unconfirmed() == 0);
            }
            assertThat(received.exhausted).hasNegativeValue();
            assertThat(desk.typed()).containsExactly("question 0", "question 1");
        }

        @Test
        void whatIsPolledForIsTakenToo() throws InterruptedException {
            try (TelegramAdapter _ = adapter(Optional.empty())) {
                received.exhausted.set(1);
                alone.say(anna, "question").answer(SOON);
            }
            assertThat(received.exhausted).hasNegativeValue();
        }

        @Test
        void whatCouldNotBeStruckOutIsWithTheNext() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                received.unstruck.set(1);
                Said said = alone.say(anna, "question 0");
                said.answer(SOON);
                Awaitility.await().atMost(SOON).until(() -> received.unstruck.get() < 1);
                alone.say(anna, "question 1");
                assertThat(said.answers(2, SOON)).hasSize(2);
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> received.waiting("telegram").isEmpty());
            }
        }

        @Test
        void aStoreThatRefusesMeanwhileLeavesUsNeitherDeafNorWithoutAnotherLook() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                Said said = alone.say(anna, "question 0");
                said.answer(SOON);
                doorway.shut();
                alone.say(anna, "question 1");
                assertThat(said.answers(2, SOON)).hasSize(2);
                facts.refuse = true;
                Awaitility.await().atMost(SOON).until(() -> facts.refused > 0);
                alone.say(anna, "question 2");
                assertThat(said.answers(3, SOON)).hasSize(3);
                facts.refuse = false;
                doorway.open();
                awaitBroughtAnew();
                int before = keptOnceAllIsConfirmed();
                alone.say(anna, "question 3");
                assertThat(said.answers(4, SOON)).hasSize(4);
                Awaitility.await().atMost(SOON).until(() -> doorway.kept() > before);
            }
        }

        @Test
        void anUpdateThatIsBroughtAgainIsAnsweredOnce() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                Said said = alone.say(anna, "question");
                said.answer(SOON);
                server.deliverLatestAgain();
                Awaitility.await().atMost(SOON).until(() -> doorway.kept() == 2);
                alone.say(anna, "last");
                assertThat(said.answers(2, SOON)).hasSize(2);
                assertThat(desk.typed()).hasSize(2);
            }
        }

        @Test
        void anAddressThatTheServiceRefusesIsSaidOnceAndPollingDoesInstead() throws InterruptedException {
            try (TelegramAdapter _ = adapter(Optional.of(URI.create("http://news.example/telegram/webhook")))) {
                alone.say(anna, "question").answer(SOON);
            }
            assertThat(log.warnings())
                    .filteredOn(w -> w.contains("polling for them instead"))
                    .singleElement()
                    .satisfies(w -> assertThat(w).contains("HTTPS URL must be provided"));
        }

        @Test
        void aServiceThatHasTroubleIsToldAgain() throws InterruptedException {
            server.faults().next("setWebhook", 2, new Fault.Error(502, "Bad Gateway"));
            try (TelegramAdapter _ = brought()) {
                alone.say(anna, "question").answer(SOON);
            }
            assertThat(server.traffic("setWebhook")).hasSize(3);
            assertThat(server.traffic("getUpdates")).isEmpty();
        }

        @Test
        void whatCannotBeBroughtIsPolledForUntilItCan() throws InterruptedException {
            try (TelegramAdapter adapter = brought()) {
                alone.say(anna, "question 0").answer(SOON);
                doorway.shut();
                Said said = alone.say(anna, "question 1");
                assertThat(said.answers(1, SOON)).isNotEmpty();
                server.awaitTraffic("getUpdates", 1, SOON);
                assertThat(log.warnings()).anyMatch(w -> w.contains("check web.public-url"));
                doorway.open();
                awaitBroughtAnew();
                int before = keptOnceAllIsConfirmed();
                alone.say(anna, "question 2");
                Awaitility.await().atMost(SOON).until(() -> doorway.kept() == before + 1);
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> adapter.status().isReady() && desk.typed().size() == 3);
            }
            assertThat(desk.typed()).containsExactly("question 0", "question 1", "question 2");
        }

        @Test
        void aLifeWithoutAnAddressPollsForEverythingThatWasNotBrought() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                alone.say(anna, "question 0").answer(SOON);
            }
            Said said = alone.say(anna, "question 1");
            try (TelegramAdapter _ = adapter(Optional.empty())) {
                said.answer(SOON);
            }
            assertThat(server.traffic("deleteWebhook")).hasSize(1);
            assertThat(server.traffic("getUpdates")
                            .getFirst()
                            .call()
                            .path("offset")
                            .asInt())
                    .isEqualTo(1);
            int polls = server.traffic("getUpdates").size();
            try (TelegramAdapter _ = adapter(Optional.empty())) {
                server.awaitTraffic("getUpdates", polls + 1, SOON);
            }
            assertThat(server.traffic("getUpdates")
                            .get(polls)
                            .call()
                            .path("offset")
                            .asInt())
                    .isGreaterThan(1);
        }

        @Test
        void whatAnEarlierLifeTookAndDidNotAnswerIsAnswered() throws InterruptedException {
            try (TelegramAdapter _ = brought()) {
                alone.say(anna, "question 0").answer(SOON);
            }
            long next = server.history(1).getFirst().get("update_id").asLong() + 1;
            received.keep(
                    "telegram",
                    List.of(new ReceivedUpdates.Received(
                            next, server.history(1).getFirst().toString(), Instant.now())),
                    Instant.now());
            try (TelegramAdapter _ = brought()) {
                Awaitility.await().atMost(SOON).until(() -> desk.typed().size() == 2);
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> received.waiting("telegram").isEmpty());
            }
        }

        @Test
        void whatIsBroughtToAnotherProcessIsAnsweredOnceByTheOneThatAnswers() throws InterruptedException {
            try (Anteroom other = new Anteroom(TelegramServer.TOKEN, received, InstantSource.system());
                    TelegramAdapter _ = adapter(Optional.of(doorway.address()), TelegramAdapter::besideOthers)) {
                other.start();
                alone.say(anna, "question 0").answer(SOON);
                doorway.leadTo(other.webhook());
                alone.say(anna, "question 1").answer(SOON);
                int before = keptOnceAllIsConfirmed();
                server.deliverLatestAgain();
                Awaitility.await().atMost(SOON).until(() -> doorway.kept() == before + 1);
                alone.say(anna, "question 2").answer(SOON);
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> received.waiting("telegram").isEmpty());
            }
            assertThat(desk.typed()).containsExactly("question 0", "question 1", "question 2");
        }

        @Test
        void whatAnotherProcessCannotKeepIsBroughtAgain() throws InterruptedException {
            try (Anteroom other = new Anteroom(TelegramServer.TOKEN, received, InstantSource.system());
                    TelegramAdapter _ = adapter(Optional.of(doorway.address()), TelegramAdapter::besideOthers)) {
                other.start();
                doorway.leadTo(other.webhook());
                received.refuse = true;
                Said said = alone.say(anna, "question");
                Awaitility.await().atMost(SOON).until(() -> received.refused > 0);
                assertThat(server.unconfirmed()).isEqualTo(1);
                received.refuse = false;
                said.answer(SOON);
            }
            assertThat(desk.typed()).containsExactly("question");
        }

        @Test
        void anotherProgramThatNamedItsOwnAddressIsOvercome() throws Exception {
            try (TelegramAdapter _ = brought();
                    Doorway foreign = new Doorway()) {
                foreign.shut();
                java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
                client.send(
                        java.net.http.HttpRequest.newBuilder(URI.create(server.baseUrl() + "/bot" + TelegramServer.TOKEN
                                        + "/setWebhook?url=" + foreign.address()))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());
                client.shutdown();
                alone.say(anna, "question").answer(SOON);
            }
        }
    }

    @Nested
    class ByItself {
        private final Webhook webhook = new Webhook(new Token("7:not-a-real-one"), SOON, Instant::now);
        private final List<Integer> together = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch free = new CountDownLatch(1);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Thread running = Thread.ofVirtual()
                .unstarted(() -> webhook.run(updates -> {
                    together.add(updates.size());
                    free.await();
                }));

        @AfterEach
        void stop() throws InterruptedException {
            running.interrupt();
            running.join();
            threads.shutdownNow();
        }

        private void open() {
            running.start();
            Awaitility.await().atMost(SOON).until(() -> bring("open?") == Taken.UNREADABLE);
        }

        private Taken bring(String json) {
            return webhook.take(webhook.secret(), json.getBytes(StandardCharsets.UTF_8));
        }

        private CompletableFuture<Taken> bringLater(int number) {
            return CompletableFuture.supplyAsync(() -> bring("{\"update_id\":" + number + "}"), threads);
        }

        /** One that is being kept, so that everything after it waits. */
        private CompletableFuture<Taken> bringFirst() {
            CompletableFuture<Taken> first = bringLater(1);
            Awaitility.await().atMost(SOON).until(() -> together.size() == 1);
            return first;
        }

        @Test
        void whatArrivesTogetherIsKeptByOneWrite() {
            open();
            CompletableFuture<Taken> first = bringFirst();
            List<CompletableFuture<Taken>> others =
                    IntStream.range(2, 52).mapToObj(this::bringLater).toList();
            Awaitility.await().atMost(SOON).until(() -> webhook.waiting() == 50);
            free.countDown();

            assertThat(first.join()).isEqualTo(Taken.KEPT);
            assertThat(others).allMatch(o -> o.join() == Taken.KEPT);
            assertThat(together).containsExactly(1, 50);
        }

        @Test
        void oneThatComesAgainIsNotConfirmedBeforeTheFirstIsKept() {
            open();
            CompletableFuture<Taken> first = bringFirst();
            CompletableFuture<Taken> again = new CompletableFuture<>();
            Thread waiting = Thread.ofPlatform().start(() -> again.complete(bring("{\"update_id\":1}")));
            Awaitility.await().atMost(SOON).until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            CompletableFuture<Taken> second = bringLater(2);
            Awaitility.await().atMost(SOON).until(() -> webhook.waiting() == 1);

            assertThat(again).isNotDone();
            free.countDown();
            assertThat(List.of(first.join(), again.join(), second.join())).containsOnly(Taken.KEPT);
            assertThat(together).containsExactly(1, 1);
        }

        @Test
        void whatIsNotKeptWhenWeStopIsToComeAgain() throws InterruptedException {
            open();
            CompletableFuture<Taken> first = bringFirst();
            CompletableFuture<Taken> second = bringLater(2);
            Awaitility.await().atMost(SOON).until(() -> webhook.waiting() == 1);
            stop();

            assertThat(first.join()).isEqualTo(Taken.LATER);
            assertThat(second.join()).isEqualTo(Taken.LATER);
            assertThat(bring("{\"update_id\":3}")).isEqualTo(Taken.LATER);
        }

        @Test
        void beforeAnybodyTakesThemUpdatesAreToComeAgain() {
            assertThat(bring("{\"update_id\":1}")).isEqualTo(Taken.LATER);
        }

        @Test
        void aWantOfMemoryEndsNothing() throws InterruptedException {
            AtomicInteger left = new AtomicInteger(1);
            Webhook poor = new Webhook(new Token("7:not-a-real-one"), SOON, Instant::now);
            Thread taking = Thread.ofVirtual()
                    .start(() -> poor.run(_ -> {
                        if (left.getAndDecrement() > 0) {
                            throw new OutOfMemoryError("for this test");
                        }
                    }));
            byte[] update = "{\"update_id\":1}".getBytes(StandardCharsets.UTF_8);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> poor.take(poor.secret(), update) == Taken.LATER && left.get() < 1);
            assertThat(poor.take(poor.secret(), update)).isEqualTo(Taken.KEPT);
            taking.interrupt();
            taking.join();
        }

        @Test
        void whoDoesNotKnowTheSecretIsTurnedAway() {
            open();
            byte[] update = "{\"update_id\":1}".getBytes(StandardCharsets.UTF_8);
            assertThat(webhook.isOurs("")).isFalse();
            assertThat(webhook.isOurs(webhook.secret())).isTrue();
            assertThat(webhook.take("", update)).isEqualTo(Taken.FORBIDDEN);
            assertThat(webhook.take(webhook.secret() + "A", update)).isEqualTo(Taken.FORBIDDEN);
            assertThat(together).isEmpty();
        }

        @Test
        void anUpdateThatThisVersionCannotReadIsPassedOver() {
            open();
            assertThat(bring("{\"update_id\":1,\"message\":7}")).isEqualTo(Taken.KEPT);
            assertThat(bring("{\"message\":{}}")).isEqualTo(Taken.UNREADABLE);
            assertThat(bring("[]")).isEqualTo(Taken.UNREADABLE);
            assertThat(bring("")).isEqualTo(Taken.UNREADABLE);
            assertThat(together).isEmpty();
        }

        @Test
        void theSecretIsOfTheTokenAloneAndMayStandInAHeader() {
            assertThat(webhook.secret())
                    .matches("[A-Za-z0-9_-]{43}")
                    .isEqualTo(new Webhook(new Token("7:not-a-real-one"), SOON, Instant::now).secret())
                    .isNotEqualTo(new Webhook(new Token("7:another-one"), SOON, Instant::now).secret());
        }
    }

    /** Refuses to keep anything for as long as it is told to. */
    private static final class RefusingUpdates implements ReceivedUpdates {
        private final InMemoryReceivedUpdates inner = new InMemoryReceivedUpdates();
        /** So many more writes find no memory. */
        private final AtomicInteger exhausted = new AtomicInteger();

        private final AtomicInteger unstruck = new AtomicInteger();
        private volatile boolean refuse;
        private volatile int refused;

        @Override
        public synchronized void keep(String platform, Collection<Received> updates, Instant now) {
            if (!updates.isEmpty() && exhausted.getAndDecrement() > 0) {
                throw new OutOfMemoryError("for this test");
            }
            if (refuse && !updates.isEmpty()) {
                refused++;
                throw new IllegalStateException("the store is away");
            }
            inner.keep(platform, updates, now);
        }

        @Override
        public void answered(String platform, Collection<Long> numbers) {
            if (unstruck.getAndDecrement() > 0) {
                throw new OutOfMemoryError("for this test");
            }
            inner.answered(platform, numbers);
        }

        @Override
        public List<Received> waiting(String platform) {
            return inner.waiting(platform);
        }

        @Override
        public OptionalLong latest(String platform) {
            return inner.latest(platform);
        }
    }

    /** Tells nothing for as long as it is told to. */
    private static final class RefusingFacts implements PlatformFacts {
        private final InMemoryPlatformFacts inner = new InMemoryPlatformFacts();
        private volatile boolean refuse;
        private volatile int refused;

        @Override
        public synchronized Optional<String> told(String platform, String account, String name) {
            if (refuse) {
                refused++;
                throw new IllegalStateException("the store is away");
            }
            return inner.told(platform, account, name);
        }

        @Override
        public void tell(String platform, String account, String name, String value) {
            inner.tell(platform, account, name, value);
        }
    }
}

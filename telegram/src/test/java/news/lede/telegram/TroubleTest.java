package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.telegram.server.BotMessage;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong around us, with the real library: everybody who asks afterwards is answered, and nobody twice. */
class TroubleTest {
    private final LogCapture log = new LogCapture();

    @AfterEach
    void noTokenWasLogged() {
        log.close();
        assertThat(log.everything()).doesNotContain(TelegramServer.TOKEN).doesNotContain("not-a-secret");
    }

    @Nested
    class WhileRunning {
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

        static Stream<Fault> passing() {
            return Stream.of(
                    new Fault.Error(500, "Internal Server Error"),
                    new Fault.NoJson(502),
                    new Fault.DropBefore(),
                    new Fault.Error(409, "Conflict: terminated by other getUpdates request"),
                    new Fault.Flood(0),
                    new Fault.Error(401, "Unauthorized"),
                    new Fault.NoJson(200));
        }

        @ParameterizedTest
        @MethodSource("passing")
        void pollsThatFailAreTriedAgainAndEveryQuestionIsAnsweredOnce(Fault fault) {
            server.faults().next("getUpdates", 5, fault);
            Said said = alone.say(anna, "question 0");
            IntStream.range(1, 5).forEach(i -> alone.say(anna, "question " + i));

            assertThat(texts(said.answers(5, SOON)))
                    .containsExactly("question 0", "question 1", "question 2", "question 3", "question 4");
            Awaitility.await().atMost(SOON).until(() -> bench.adapter.status().isReady());
            assertThat(said.answersSoFar()).hasSize(5);
        }

        @Test
        void askingForUpdatesCanBeBegunAnewAndNobodyIsAnsweredTwice() {
            Said before = alone.say(anna, "before");
            before.answer(SOON);
            long signs = bench.adapter.signs();

            bench.adapter.listenAnew();
            alone.say(anna, "after");

            assertThat(texts(before.answers(2, SOON))).containsExactly("before", "after");
            Awaitility.await().atMost(SOON).until(() -> bench.adapter.signs() > signs);
            assertThat(before.answersSoFar()).hasSize(2);
        }

        @Test
        void whoeverIsAwayIsAskedOnAndOn() throws IOException {
            server.goDown();
            long signs = bench.adapter.signs();

            Awaitility.await().atMost(SOON).until(() -> bench.adapter.signs() > signs + 2);

            server.comeUp();
            alone.say(anna, "again").answer(SOON);
        }

        @Test
        void aLostAnswerToAPollRepeatsNothing() {
            server.faults().next("getUpdates", 3, new Fault.DropAfter());
            Said said = alone.say(anna, "question");

            said.answer(SOON);
            alone.say(anna, "another").answer(SOON);

            assertThat(texts(said.answersSoFar())).containsExactly("question", "another");
        }

        @ParameterizedTest
        @MethodSource("news.lede.telegram.TroubleTest#refusedForNow")
        void messagesThatFailAreSentAgain(Fault fault) {
            server.faults().next("sendMessage", 3, fault);

            Said said = alone.say(anna, "question");

            assertThat(texts(said.answers(1, SOON))).containsExactly("question");
            alone.say(anna, "another").answer(SOON);
            assertThat(texts(said.answersSoFar())).containsExactly("question", "another");
        }

        @Test
        void aMessageWhoseAnswerWasLostIsRepeatedAtMostOnce() {
            server.faults().next("sendMessage", 1, new Fault.DropAfter());

            Said said = alone.say(anna, "question");
            said.answers(2, SOON);

            assertThat(texts(said.answersSoFar())).containsExactly("question", "question");
        }

        @Test
        void theServicesOwnPauseIsKept() {
            server.faults().next("sendMessage", 1, new Fault.Flood(1));

            alone.say(anna, "question").answer(SOON);

            List<java.time.Instant> tries = server.awaitTraffic("sendMessage", 2, SOON).stream()
                    .map(t -> t.at())
                    .toList();
            assertThat(Duration.between(tries.getFirst(), tries.getLast())).isGreaterThan(Duration.ofMillis(950));
        }

        @Test
        void aConversationThatMustWaitHoldsNobodyElseUp() {
            server.faults().next("sendMessage", 1, new Fault.Flood(5));
            Said waiting = alone.say(anna, "question");
            server.awaitTraffic("sendMessage", 1, SOON);

            Person olaf = server.person("Olaf", "en");
            BotMessage first = server.privateChat(olaf).say(olaf, "question").answer(SOON);

            assertThat(waiting.answer(SOON).id()).isGreaterThan(first.id());
        }

        @Test
        void somebodyWhoBlockedUsIsLeftAlone() {
            alone.throwBotOut();
            alone.say(anna, "question");
            server.awaitTraffic("sendMessage", 1, SOON);

            Person olaf = server.person("Olaf", "en");
            server.privateChat(olaf).say(olaf, "question").answer(SOON);

            assertThat(server.awaitTraffic("sendMessage", 2, SOON)).hasSize(2);
            assertThat(log.warnings()).isEmpty();
        }

        @Test
        void anotherPollerIsExplainedOnceAndOutlived() {
            server.secondPoller(true);
            server.await(SOON, () -> failedPolls(5), "no failed polls");
            assertThat(bench.adapter.status().state()).isEqualTo(Status.State.TROUBLED);
            Said said = alone.say(anna, "question");
            server.secondPoller(false);

            said.answer(SOON);

            assertThat(log.warnings()).singleElement().asString().contains("another program polls with the same token");
        }

        @Test
        void aServiceThatGoesAwayIsReportedOnceAndComesBack() throws IOException {
            server.goDown();
            Said said = alone.say(anna, "question");
            Awaitility.await().atMost(SOON).until(() -> bench.adapter.status().state() == Status.State.TROUBLED);
            server.comeUp();

            assertThat(texts(said.answers(1, SOON))).containsExactly("question");
            assertThat(log.warnings()).singleElement().asString().contains("cannot reach the Telegram service");
        }

        @Test
        void anUpdateDeliveredTwiceIsAnsweredOnce() throws InterruptedException {
            Said said = alone.say(anna, "question");
            said.answer(SOON);
            server.deliverLatestAgain();

            alone.say(anna, "another").answer(SOON);

            assertThat(texts(said.answersSoFar())).containsExactly("question", "another");
            assertThat(bench.desk.typed()).containsExactly("question", "another");
        }

        @Test
        void stoppingAnswersWhatWasBegunAndNothingTwiceAfterTheRestart() throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            bench.desk.answerWith((_, typed) -> {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Answer.Notice("Answer", typed, List.of());
            });
            Said said = alone.say(anna, "question 0");
            IntStream.range(1, 10).forEach(i -> alone.say(anna, "question " + i));
            begun.await();
            Thread stopping = Thread.ofVirtual().start(bench.adapter::close);
            go.countDown();
            stopping.join();
            assertThat(bench.adapter.status().state()).isEqualTo(Status.State.STOPPED);

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                alone.say(anna, "question 10");
                said.answers(11, SOON);
            }

            assertThat(texts(said.answersSoFar()))
                    .containsExactlyElementsOf(IntStream.range(0, 11)
                            .mapToObj(i -> "question " + i)
                            .toList());
        }

        private Optional<Boolean> failedPolls(int count) {
            long failed = server.traffic("getUpdates").stream()
                    .filter(t -> t.status() == 409)
                    .count();
            return failed >= count ? Optional.of(true) : Optional.empty();
        }
    }

    static Stream<Fault> refusedForNow() {
        return Stream.of(
                new Fault.Error(500, "Internal Server Error"),
                new Fault.NoJson(502),
                new Fault.DropBefore(),
                new Fault.Flood(0));
    }

    @Nested
    class AtStart {
        @Test
        void aWrongTokenIsOneClearLine() throws IOException, InterruptedException {
            try (Bench bench = Bench.notStarted("7000000001:mistyped")) {
                bench.adapter.start();
                Status status = bench.adapter.awaitReady(SOON);

                assertThat(status.state()).isEqualTo(Status.State.FAILED);
                assertThat(status.detail()).contains("refuses the token", "@BotFather", "telegram.token");
                assertThat(log.warnings()).singleElement().asString().contains(status.detail());
                assertThat(bench.server.traffic()).hasSize(1);
                assertThat(log.everything()).doesNotContain("mistyped");
            }
        }

        @Test
        void aServiceThatIsDownIsWaitedForAndSaidOnce() throws IOException, InterruptedException {
            try (Bench bench = Bench.notStarted(TelegramServer.TOKEN)) {
                bench.server.goDown();
                bench.adapter.start();
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> bench.adapter.status().state() == Status.State.TROUBLED);
                bench.server.comeUp();

                assertThat(bench.adapter.awaitReady(SOON).isReady()).isTrue();
                assertThat(log.warnings()).singleElement().asString().contains("cannot reach", "telegram.api-base-url");
            }
        }

        @Test
        void everyFirstCallMayFail() throws IOException, InterruptedException {
            try (Bench bench = Bench.notStarted(TelegramServer.TOKEN)) {
                for (String method :
                        List.of("getMe", "deleteWebhook", "getUpdates", "setMyCommands", "setMyDescription")) {
                    bench.server.faults().next(method, 1, new Fault.Error(500, "Internal Server Error"));
                    bench.server.faults().next(method, 1, new Fault.DropBefore());
                    bench.server.faults().next(method, 1, new Fault.Flood(0));
                }
                bench.adapter.start();

                assertThat(bench.adapter.awaitReady(SOON).isReady()).isTrue();
                bench.server.await(SOON, () -> bench.server.menu("all_chat_administrators", "de"), "no menus");
            }
        }

        @Test
        void stoppingBeforeTheServiceIsThereTakesNoTime() throws IOException {
            try (Bench bench = Bench.notStarted(TelegramServer.TOKEN)) {
                bench.server.goDown();
                bench.adapter.start();
                long began = System.nanoTime();
                bench.adapter.close();

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            }
        }
    }

    private static List<String> texts(List<BotMessage> messages) {
        return messages.stream().map(m -> m.text().lines().toList().getLast()).toList();
    }
}

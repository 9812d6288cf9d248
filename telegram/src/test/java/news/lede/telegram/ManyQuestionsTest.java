package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.lede.alert.SeenDoors;
import news.lede.answer.Texts;
import news.lede.telegram.server.Acknowledgement;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Button;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many people in many places at once, asking the core's desk through the real library. */
class ManyQuestionsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyQuestionsTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SUMMARIZE = "/summarize " + SmallNewsroom.PAGE;
    /** The n-th person begins with the n-th. */
    private static final List<String> COMMANDS = List.of(
            SUMMARIZE,
            "/latest",
            "/latest count:1",
            "/latest weather",
            "/topic weather",
            "/topic harbours count:2",
            "/topic nothing at all like this",
            "/related 1",
            "/related",
            "/story 1",
            "/story 4711",
            "/search dam",
            "/search \"five per cent\"",
            "/topics",
            "/help",
            "/help latest",
            "/start",
            "/start story_1",
            "/latest page:0");

    @Test
    void aHundredAreAllAnsweredOnceAndInTime() throws Exception {
        ask(10, 10, false);
    }

    @Test
    void alsoWhileTheServiceFailsNowAndThen() throws Exception {
        ask(8, 8, true);
    }

    @Test
    @Tag("long")
    void aThousandAreAllAnsweredOnceAndInTime() throws Exception {
        ask(40, 25, false);
    }

    private static void ask(int people, int questions, boolean faulty) throws Exception {
        SmallNewsroom newsroom = new SmallNewsroom();
        ConcurrentLinkedQueue<Duration> answered = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> summaries = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Duration> acknowledged = new ConcurrentLinkedQueue<>();
        try (TelegramServer server = TelegramServer.start();
                TelegramAdapter adapter = new TelegramAdapter(
                        TelegramServer.TOKEN,
                        server.baseUrl(),
                        newsroom.desk,
                        newsroom,
                        new SeenDoors(),
                        newsroom.memory,
                        InstantSource.system(),
                        Bench.QUICK);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            adapter.start();
            assertThat(adapter.awaitReady(PATIENCE).isReady()).isTrue();
            List<Chat> chats = new ArrayList<>();
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                Random random = new Random(i);
                String first = COMMANDS.get(i % COMMANDS.size());
                Person person = server.person("Person " + i, i % 3 == 0 ? "de" : "en");
                Chat chat = place(server, person, i);
                chats.add(chat);
                asking.add(threads.submit(() -> {
                    int asked = 0;
                    while (asked < questions) {
                        long began = System.nanoTime();
                        String question = asked == 0 ? first : COMMANDS.get(random.nextInt(COMMANDS.size()));
                        BotMessage answer = chat.say(person, question).answer(PATIENCE);
                        answered.add(Duration.ofNanos(System.nanoTime() - began));
                        if (question.equals(SUMMARIZE)) {
                            summaries.add(answer.text());
                        }
                        asked++;
                        List<Button> callbacks = answer.buttons().stream()
                                .filter(b -> b.data().isPresent())
                                .toList();
                        if (!callbacks.isEmpty() && asked < questions && random.nextInt(3) == 0) {
                            String label = callbacks
                                    .get(random.nextInt(callbacks.size()))
                                    .label();
                            var press = chat.press(person, answer, label);
                            Acknowledgement acknowledgement = press.acknowledgement(PATIENCE);
                            acknowledged.add(acknowledgement.after());
                            if (chat.kind() == Chat.Kind.PRIVATE) {
                                press.said().answer(PATIENCE);
                                asked++;
                            }
                        }
                    }
                    return asked;
                }));
            }
            if (faulty) {
                for (int round = 0; round < 3; round++) {
                    for (Fault fault : List.of(
                            new Fault.Error(500, "Internal Server Error"),
                            new Fault.DropBefore(),
                            new Fault.Flood(0))) {
                        server.faults().next("sendMessage", 2, fault);
                        server.faults().next("getUpdates", 1, fault);
                        server.faults().next("answerCallbackQuery", 1, fault);
                    }
                }
            }
            int asked = sum(asking);
            adapter.close();

            assertThat(chats.stream().mapToInt(c -> c.written().size()).sum()).isEqualTo(asked);
            assertThat(server.violations()).isEmpty();
            assertThat(server.unacknowledged()).isZero();
            assertThat(summaries)
                    .anyMatch(text -> text.contains(SmallNewsroom.PAGE_TITLE))
                    .allMatch(text -> text.contains(SmallNewsroom.PAGE_TITLE) || isBusyReading(text));
            if (!faulty) {
                assertThat(percentile(acknowledged, 95)).isLessThan(Bench.IN_TIME);
            }
            LOG.info(
                    "asked={} p50={}ms p99={}ms pressed={} slowestAcknowledgement={}ms",
                    asked,
                    percentile(answered, 50).toMillis(),
                    percentile(answered, 99).toMillis(),
                    acknowledged.size(),
                    percentile(acknowledged, 100).toMillis());
        }
    }

    /** Of pages that nobody has read yet a few are read at a time. */
    private static boolean isBusyReading(String text) {
        return Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .map(locale -> Texts.in(locale).notice("link.busy", List.of()).title())
                .anyMatch(text::contains);
    }

    private static Chat place(TelegramServer server, Person person, int i) throws IOException {
        return switch (i % 4) {
            case 0, 1 -> server.privateChat(person);
            case 2 -> server.supergroup("Group " + i).join(person, Standing.MEMBER);
            default -> server.group("Small group " + i).join(person, Standing.ADMINISTRATOR);
        };
    }

    private static int sum(List<Future<Integer>> futures) throws ExecutionException, InterruptedException {
        int sum = 0;
        for (Future<Integer> future : futures) {
            sum += future.get();
        }
        return sum;
    }

    private static Duration percentile(ConcurrentLinkedQueue<Duration> durations, int percent) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }
}

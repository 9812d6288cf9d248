package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.alert.SeenDoors;
import news.lede.community.ReceivedUpdates.Received;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.TelegramServer;
import news.lede.telegram.server.Traffic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hundred updates a second for a minute over a real store; and a bot that is killed in the middle of them. */
@Tag("long")
class ManyUpdatesTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyUpdatesTest.class);
    private static final int A_SECOND = 100;
    private static final int PEOPLE = 2_000;

    private record Someone(Person person, Chat chat) {}

    @Test
    void aHundredASecondForAMinuteAreAllHandedToTheLaneAtOnce(@TempDir Path folder) throws Exception {
        int count = A_SECOND * Integer.getInteger("lede.seconds", 60);
        Map<Long, Long> asked = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Duration> waits = new ConcurrentLinkedQueue<>();
        SmallNewsroom newsroom = new SmallNewsroom();
        List<String> questions = List.of("/latest", "/topic weather", "/story 1", "/search dam", "/related 1", "/help");
        try (TelegramServer server = TelegramServer.start();
                Store store = SqliteStore.open(folder, Store.Mode.BESIDE);
                TelegramAdapter adapter = new TelegramAdapter(
                        TelegramServer.TOKEN,
                        server.baseUrl(),
                        newsroom.desk,
                        newsroom,
                        new SeenDoors(),
                        new Memory(store.receivedUpdates(), store.platformFacts()),
                        InstantSource.system(),
                        KilledBot.FAST)) {
            adapter.start();
            assertThat(adapter.awaitReady(Duration.ofSeconds(30)).isReady()).isTrue();
            List<Someone> people = people(server);
            Someone first = people.getFirst();
            for (String question : questions) {
                first.chat().say(first.person(), question).answer(Duration.ofSeconds(30));
            }
            server.watch(call -> {
                Long at = isAnswer(call)
                        ? asked.remove(call.call().path("chat_id").asLong())
                        : null;
                if (at != null) {
                    waits.add(Duration.ofNanos(System.nanoTime() - at));
                }
            });
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                awaitTurn(began, i);
                Someone someone = people.get(i % PEOPLE);
                asked.put(someone.chat().id(), System.nanoTime());
                someone.chat().say(someone.person(), questions.get(i % questions.size()));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waits.size() >= count);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> store.receivedUpdates().waiting("telegram").isEmpty());
            LOG.info(
                    "updates={} answered={} p50={}ms p95={}ms p99={}ms slowest={}ms",
                    count,
                    waits.size(),
                    ofHundred(50, waits).toMillis(),
                    ofHundred(95, waits).toMillis(),
                    ofHundred(99, waits).toMillis(),
                    ofHundred(100, waits).toMillis());
            assertThat(server.violations()).isEmpty();
        }
    }

    @Test
    void killedInTheMiddleItAnswersAllAndTwiceOnlyWhatItHadNotRecorded(@TempDir Path folder) throws Exception {
        SqliteStore.open(folder, Store.Mode.BESIDE).close();
        int count = A_SECOND * Integer.getInteger("lede.seconds", 60) / 3;
        int kills = 2;
        Set<String> unrecorded = ConcurrentHashMap.newKeySet();
        try (TelegramServer server = TelegramServer.start()) {
            List<Someone> people = people(server);
            Process bot = begin(server, folder);
            server.awaitTraffic("getUpdates", 1, Duration.ofSeconds(60));
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                awaitTurn(began, i);
                Someone someone = people.get(i % PEOPLE);
                someone.chat().say(someone.person(), "question " + i);
                if (i > 0 && i % (count / (kills + 1)) == 0) {
                    bot.destroyForcibly().waitFor();
                    unrecorded.addAll(unrecorded(folder));
                    bot = begin(server, folder);
                }
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> answers(server).size() >= count);
            Map<String, Integer> answers = answers(server);
            bot.destroyForcibly().waitFor();
            Set<String> twice = answers.entrySet().stream()
                    .filter(e -> e.getValue() > 1)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            LOG.info(
                    "updates={} kills={} answered={} lost={} twice={} unrecordedAtKills={}",
                    count,
                    kills,
                    answers.size(),
                    count - answers.size(),
                    twice.size(),
                    unrecorded.size());
            assertThat(answers.keySet())
                    .containsAll(IntStream.range(0, count)
                            .mapToObj(i -> "question " + i)
                            .toList());
            assertThat(unrecorded).containsAll(twice);
            assertThat(answers.values()).allMatch(n -> n <= 1 + kills);
        }
    }

    private static List<Someone> people(TelegramServer server) {
        List<Someone> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Person person = server.person("Person " + i, "en");
            people.add(new Someone(person, server.privateChat(person)));
        }
        return people;
    }

    private static void awaitTurn(long began, int number) {
        long at = began + number * (1_000_000_000L / A_SECOND);
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean isAnswer(Traffic call) {
        return call.method().equals("sendMessage") && call.status() == 200;
    }

    /** What was said, and how often. */
    private static Map<String, Integer> answers(TelegramServer server) {
        Map<String, Integer> answers = new HashMap<>();
        server.traffic("sendMessage").stream()
                .filter(ManyUpdatesTest::isAnswer)
                .map(t -> t.call().path("text").asText())
                .map(text -> text.substring(text.indexOf("question")))
                .forEach(text -> answers.merge(text.strip(), 1, Integer::sum));
        return answers;
    }

    /** The questions whose answers the killed process had not recorded. */
    private static Set<String> unrecorded(Path folder) {
        try (Store store = SqliteStore.open(folder, Store.Mode.BESIDE)) {
            return store.receivedUpdates().waiting("telegram").stream()
                    .map(Received::body)
                    .map(body -> LenientGetUpdates.read(body)
                            .orElseThrow()
                            .getMessage()
                            .getText())
                    .collect(Collectors.toSet());
        }
    }

    private static Process begin(TelegramServer server, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBot.class.getName(),
                        server.baseUrl(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Duration ofHundred(int percent, ConcurrentLinkedQueue<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }
}

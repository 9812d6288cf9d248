package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.lede.alert.SeenDoors;
import news.lede.command.CommandSpec;
import news.lede.community.Asker;
import news.lede.community.InMemoryReceivedUpdates;
import news.lede.community.Introduction;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Button;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Press;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every command, button, query and link in every kind of place, with the real desk, against a server that refuses whatever the service does not allow. */
class EveryWayTest {
    private static final Logger LOG = LoggerFactory.getLogger(EveryWayTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUTTONS_OF_AN_ANSWER = 3;
    private static final int PLACES = 4;

    /** So many people ask in each kind of place, of everything there is to ask a share each: one after another they would wait most of the time. */
    private static final int ABREAST = 3;

    /** What may stand behind a command; those that are not named are typed bare. */
    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("latest", "weather count:2"),
            Map.entry("topic", "weather"),
            Map.entry("related", "1"),
            Map.entry("story", "1"),
            Map.entry("brief", "5"),
            Map.entry("timeline", "1"),
            Map.entry("compare", "1"),
            Map.entry("why", "1"),
            Map.entry("search", "dam"),
            Map.entry("summarize", "https://coastwire.example/1"),
            Map.entry("feedback", "1 weather"),
            Map.entry("tune", "harbours words:pier"),
            Map.entry("subscribe", "weather when:daily at:07:00"),
            Map.entry("unsubscribe", "weather"),
            Map.entry("pause", "weather"),
            Map.entry("channel", "budget:5"),
            Map.entry("timezone", "Europe/Berlin"),
            Map.entry("source", "list"),
            Map.entry("vote", "1 good"),
            Map.entry("report", "1"),
            Map.entry("help", "latest"));

    private final LogCapture log = new LogCapture();
    private final ConcurrentLinkedQueue<Duration> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> found = new ConcurrentLinkedQueue<>();
    private final AtomicInteger updates = new AtomicInteger();

    @Test
    void keepsTheRulesOfTheService() throws Exception {
        run(Duration.ZERO, 1);

        assertThat(updates.get()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void alsoWhereTheStoreTakesHalfASecond() throws Exception {
        run(Duration.ofMillis(500), 6);

        assertThat(acknowledged).hasSizeGreaterThan(10);
    }

    private void run(Duration latency, int everyNth) throws Exception {
        SmallNewsroom newsroom = new SmallNewsroom();
        // Apart from the newsroom's store: a transaction that fails there puts back what others wrote meanwhile.
        InMemoryReceivedUpdates received = new InMemoryReceivedUpdates();
        Memory memory = new Memory(new SlowMemory(received, latency), newsroom.memory.facts());
        try (TelegramServer server = TelegramServer.start();
                TelegramAdapter adapter = new TelegramAdapter(
                        TelegramServer.TOKEN,
                        server.baseUrl(),
                        newsroom.desk,
                        introduction -> slowly(latency, newsroom, introduction),
                        new SeenDoors(),
                        memory,
                        InstantSource.system(),
                        Bench.QUICK);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            adapter.start();
            assertThat(adapter.awaitReady(PATIENCE).isReady()).isTrue();
            warmUp(server);
            List<String> typed = everyNth(typed(newsroom.desk.commands()), everyNth);
            List<Future<?>> asking = new ArrayList<>();
            for (int person = 0; person < PLACES * ABREAST; person++) {
                asking.add(ask(server, person, typed, threads));
            }
            asking.add(threads.submit(() -> search(server, everyNth)));
            for (Future<?> one : asking) {
                one.get();
            }
            // What is acknowledged may still be answered; what a close leaves over is for the next start.
            await().atMost(PATIENCE).until(() -> received.waiting("telegram").isEmpty());
            adapter.close();
            tell(server, latency);
            assertThat(server.violations()).isEmpty();
            assertThat(server.unacknowledged()).isZero();
            assertThat(ofHundred(95, acknowledged)).isLessThan(Bench.IN_TIME);
            assertThat(received.waiting("telegram")).isEmpty();
        } finally {
            log.close();
        }
        assertThat(log.everything()
                        .lines()
                        .filter(l -> l.contains("Exception"))
                        // The newsroom of these tests takes in no sources and forgets nobody.
                        .filter(l -> !l.contains("nobody adds sources here") && !l.contains("nobody is erased here"))
                        .distinct())
                .isEmpty();
    }

    /** What a process does for the first time takes longer than it ever will again. */
    private void warmUp(TelegramServer server) {
        Person person = server.person("First", "en");
        Chat alone = server.privateChat(person);
        for (String text : List.of("/latest", "/topic weather", "/story 1")) {
            press(server, alone, person, alone.say(person, text).answer(PATIENCE));
        }
        server.search(person, "weather", "").answer(PATIENCE);
        acknowledged.clear();
    }

    private static Asker slowly(Duration latency, SmallNewsroom newsroom, Introduction introduction) {
        SlowMemory.take(latency);
        return newsroom.apply(introduction);
    }

    private static List<String> typed(List<CommandSpec> commands) {
        Stream<String> bare = commands.stream().map(c -> "/" + c.name());
        Stream<String> full = commands.stream()
                .filter(c -> ARGUMENTS.containsKey(c.name()))
                .map(c -> "/" + c.name() + " " + ARGUMENTS.get(c.name()));
        Stream<String> odd =
                Stream.of("/start story_1", "/start topic_weather", "/start c1_x", "/latest@lede_news_bot");
        return Stream.of(bare, full, odd).flatMap(s -> s).toList();
    }

    private static <T> List<T> everyNth(List<T> all, int n) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += n) {
            some.add(all.get(i));
        }
        return some;
    }

    private Future<?> ask(TelegramServer server, int number, List<String> all, ExecutorService threads)
            throws IOException {
        int place = number % PLACES;
        List<String> typed = everyNth(all.subList(number / PLACES, all.size()), ABREAST);
        Person person = server.person("Person " + number, place % 2 == 0 ? "de" : "en");
        Chat chat = switch (place) {
            case 0 -> server.privateChat(person);
            case 1 -> server.group("Small group").join(person, Standing.ADMINISTRATOR);
            case 2 -> server.forum("Town").join(person, Standing.CREATOR);
            default -> server.channel("Coast News");
        };
        int thread = place == 2 ? chat.topic("Harbour") : 0;
        return threads.submit(() -> {
            for (String text : typed) {
                updates.incrementAndGet();
                BotMessage answer =
                        chat.sayIn(thread, person, text).answers(1, PATIENCE).getLast();
                press(server, chat, person, answer);
            }
            return null;
        });
    }

    private void press(TelegramServer server, Chat chat, Person person, BotMessage answer) {
        for (Button button :
                answer.buttons().stream().limit(BUTTONS_OF_AN_ANSWER).toList()) {
            updates.incrementAndGet();
            if (button.data().isPresent()) {
                Press press = chat.press(person, answer, button.label());
                acknowledged.add(press.acknowledgement(PATIENCE).after());
                String link = press.acknowledgement(PATIENCE).url();
                if (!link.isEmpty()) {
                    updates.incrementAndGet();
                    server.open(person, link).answer(PATIENCE);
                }
            } else if (button.url().filter(u -> u.contains("?start=")).isPresent()) {
                server.open(person, button.url().orElseThrow()).answer(PATIENCE);
            }
        }
    }

    private Void search(TelegramServer server, int everyNth) {
        Person person = server.person("Searcher", "en");
        List<String> words =
                List.of("", "weather", "dam linfell", "#1", "https://coastwire.example/1", "xyzzy", "\"a:b");
        for (String one : everyNth(words, everyNth)) {
            updates.addAndGet(2);
            found.add(server.search(person, one, "").answer(PATIENCE).after());
            server.summon(person, "@lede_news_bot " + one).answer(PATIENCE);
        }
        updates.addAndGet(2);
        server.search(person, "", "2").answer(PATIENCE);
        acknowledged.add(
                server.pressAfar(person, "1:/story 1").acknowledgement(PATIENCE).after());
        return null;
    }

    private void tell(TelegramServer server, Duration latency) {
        LOG.info(
                "storeLatency={}ms updates={} requests={} violations={} pressed={} acknowledgedP95={}ms slowest={}ms slowestInline={}ms",
                latency.toMillis(),
                updates.get(),
                server.traffic().size(),
                server.violations().size(),
                acknowledged.size(),
                ofHundred(95, acknowledged).toMillis(),
                slowest(acknowledged).toMillis(),
                slowest(found).toMillis());
    }

    private static Duration slowest(ConcurrentLinkedQueue<Duration> all) {
        return ofHundred(100, all);
    }

    private static Duration ofHundred(int percent, ConcurrentLinkedQueue<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }
}

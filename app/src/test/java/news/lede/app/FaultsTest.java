package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.lede.community.Communities;
import news.lede.source.SourceKind;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.web.health.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running Lede meets what happens to machines in years: nothing is lost or told twice, and it comes back without a hand. How long each took is printed; {@code docs/operations/faults.md} has it. {@code -Dfaults.outage=600} has platforms away for ten minutes.
 */
@Tag("long")
class FaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("faults.outage", 60));
    private static final Duration LOCKED = Duration.ofSeconds(30);

    /** Of different events: what is told once is not told again. */
    private static final List<String> HEADLINES = List.of(
            "Skerry council counts the gulls on its pier",
            "Ferry to Larkhaven turns back in thick fog",
            "Baker of Osmere wins the golden ladle",
            "Lighthouse keeper finds a letter in a bottle");

    @TempDir
    Path folder;

    private final Shifted clock = new Shifted();
    private GrowingFeed feed;
    private int published;

    /** The machine's clock, which somebody sets. */
    private static final class Shifted implements InstantSource {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(by);
        }
    }

    FaultsTest() throws IOException {
        feed = new GrowingFeed();
    }

    @BeforeEach
    void print() {
        feed.publish("Old lantern relit in Skerry", Clock.systemUTC().instant().minusSeconds(7200), 3);
    }

    @AfterEach
    void end() {
        feed.close();
    }

    private RunningLede started(Path data) throws IOException {
        RunningLede run = new RunningLede(data, clock);
        var source = run.lede.store().sources().addIfAbsent(SourceKind.FEED, feed.address(), "Skerry Lantern");
        run.lede.store().sources().addToPack(Communities.DEFAULT_PACK, source.id());
        run.polling.wake();
        await().atMost(PATIENCE)
                .until(() -> run.lede
                        .store()
                        .pollStates()
                        .find(source.id())
                        .flatMap(state -> state.lastSuccess())
                        .isPresent());
        return run;
    }

    private String publish(int length) {
        String title = HEADLINES.get(published++);
        feed.publish(title, clock.instant(), length);
        return title;
    }

    private static boolean isIn(RunningLede run, String title) {
        return run.lede.store().articles().publishedSince(Instant.EPOCH, 1_000).stream()
                .anyMatch(article -> article.title().equals(title));
    }

    private static String state(RunningLede run, String part) {
        return run.supervision.parts().stream()
                .filter(one -> one.name().equals(part))
                .map(one -> one.state() == Part.State.READY ? "ready" : one.detail())
                .findFirst()
                .orElse("absent");
    }

    private static Duration until(java.util.concurrent.Callable<Boolean> wanted) {
        long began = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(wanted);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    private static void tell(String fault, String what, Duration took) {
        System.out.printf("fault=%s %s seconds=%.1f%n", fault, what, took.toMillis() / 1e3);
    }

    /** A reader in private who is told everything at once. */
    private static Chat subscriber(RunningLede run) {
        Person ada = run.telegram.person("Ada", "en");
        Chat alone = run.telegram.privateChat(ada);
        alone.say(ada, "/subscribe everything confirm:yes").answer(PATIENCE);
        return alone;
    }

    private static long told(Chat chat, String title) {
        return chat.written().stream()
                .map(BotMessage::text)
                .filter(text -> text.contains(title))
                .count();
    }

    @Test
    void aDiskThatIsFullForAWhile() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=24m", "lede-test", disk.toString()),
                "no disk of our own to fill");
        try (RunningLede run = started(Files.createDirectory(disk.resolve("data")))) {
            Chat reader = subscriber(run);
            fill(disk);
            List<String> titles = List.of(publish(400), publish(400), publish(400));
            tell(
                    "disk-full",
                    "noticed",
                    until(() -> state(run, "news").contains("room")
                            || state(run, "messages").contains("room")));
            assertThat(run.discord.inServer().command("help", Map.of()).awaitMessage(PATIENCE))
                    .isNotNull();

            Files.delete(disk.resolve("filler"));

            tell("disk-full", "news-in", until(() -> titles.stream().allMatch(title -> isIn(run, title))));
            tell(
                    "disk-full",
                    "parts-ready",
                    until(() -> state(run, "news").equals("ready")
                            && state(run, "messages").equals("ready")));
            tell("disk-full", "told", until(() -> told(reader, titles.getFirst()) > 0));
            assertThat(told(reader, titles.getFirst())).isEqualTo(1);
        } finally {
            command("umount", disk.toString());
        }
    }

    private static void fill(Path disk) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(disk.resolve("filler"))) {
            for (int i = 0; i < 100_000; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            // Full.
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aDiskThatIsReadOnly() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=24m", "lede-test", disk.toString()), "no disk of our own");
        try {
            Program program = new Program(disk.resolve("data"));
            assertThat(program.run("articles", "--json").code()).isZero();
            assertThat(command("mount", "-o", "remount,ro", disk.toString())).isTrue();

            Program.Ended ended = program.run("import", feed.address());

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("Cannot write to").contains("--data");
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void aStoreThatAnotherProcessKeepsBusy() throws Exception {
        Path data = folder.resolve("data");
        try (RunningLede run = started(data)) {
            Chat reader = subscriber(run);
            String title;
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lede.db"));
                    Statement sql = other.createStatement()) {
                sql.execute("BEGIN IMMEDIATE");
                title = publish(3);
                pass(LOCKED);
                assertThat(run.discord.inServer().command("help", Map.of()).awaitMessage(PATIENCE))
                        .isNotNull();
                assertThat(isIn(run, title)).isFalse();
                sql.execute("ROLLBACK");
            }
            tell("store-locked", "news-in", until(() -> isIn(run, title)));
            tell("store-locked", "told", until(() -> told(reader, title) > 0));
            tell(
                    "store-locked",
                    "parts-ready",
                    until(() -> state(run, "news").equals("ready")
                            && state(run, "messages").equals("ready")));
            assertThat(told(reader, title)).isEqualTo(1);
        }
    }

    @Test
    void platformsThatAreAway() throws Exception {
        try (RunningLede run = started(folder.resolve("data"))) {
            Chat reader = subscriber(run);
            run.telegram.goDown();
            run.discord.cutGateway();
            String title = publish(3);
            tell("platforms-away", "news-in-meanwhile", until(() -> isIn(run, title)));
            pass(OUTAGE);
            assertThat(told(reader, title)).isZero();

            run.telegram.comeUp();

            tell("platforms-away", "told", until(() -> told(reader, title) > 0));
            tell(
                    "platforms-away",
                    "platforms-ready",
                    until(() -> run.platforms.parts().stream().allMatch(part -> part.state() == Part.State.READY)));
            assertThat(told(reader, title)).isEqualTo(1);
            assertThat(run.discord.inServer().command("help", Map.of()).awaitMessage(PATIENCE))
                    .isNotNull();
            assertThat(run.supervision.lost()).isEmpty();
        }
    }

    @Test
    void aClockThatIsADayAheadAndSetBack() throws Exception {
        try (RunningLede run = started(folder.resolve("data"))) {
            Chat reader = subscriber(run);
            clock.by = Duration.ofDays(1);
            String ahead = publish(3);
            tell("clock-ahead", "news-in", until(() -> isIn(run, ahead)));
            tell("clock-ahead", "told", until(() -> told(reader, ahead) > 0));

            clock.by = Duration.ZERO;
            String right = publish(3);

            tell("clock-back", "news-in", until(() -> isIn(run, right)));
            tell("clock-back", "told", until(() -> told(reader, right) > 0));
            assertThat(told(reader, ahead)).isEqualTo(1);
            assertThat(told(reader, right)).isEqualTo(1);
        }
    }
}

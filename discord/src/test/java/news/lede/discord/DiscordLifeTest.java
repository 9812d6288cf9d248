package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.lede.alert.SeenDoors;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** From start to stop: tokens that are refused, a Discord that is not there, an end in the midst of work. */
class DiscordLifeTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("news.lede.discord");
    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger library = (Logger) LoggerFactory.getLogger("net.dv8tion");

    @BeforeEach
    void listen() {
        ours.setLevel(Level.INFO);
        ours.setAdditive(false);
        // It is read while others still write.
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ours.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ours.detachAppender(log);
        ours.setAdditive(true);
        ours.setLevel(Level.OFF);
    }

    private List<String> logged(Level level) {
        return List.copyOf(log.list).stream()
                .filter(e -> e.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aWrongTokenIsOneClearLine() throws IOException {
        try (Rig rig = Rig.started(DiscordServer.start(), "wrong.token")) {
            await().until(() -> rig.adapter.status() instanceof DiscordStatus.Refused);

            assertThat(logged(Level.ERROR)).singleElement().asString().contains("does not accept the token");
            assertThat(log.list).allMatch(e -> e.getThrowableProxy() == null);
            assertThat(log.list.toString()).doesNotContain("wrong.token");
            assertThat(rig.told).hasSize(1);
        }
    }

    @Test
    void aTokenThatCannotBeOneIsSaidWithoutShowingIt() throws IOException {
        try (Rig rig = Rig.started(DiscordServer.start(), "two words")) {
            await().until(() -> rig.adapter.status() instanceof DiscordStatus.Refused);
            assertThat(logged(Level.ERROR)).singleElement().asString().contains("discord.token holds");
            assertThat(log.list.toString()).doesNotContain("two words");
        }
    }

    @Test
    void anAddressThatIsNoneIsSaid() {
        DiscordAdapter adapter = new DiscordAdapter(
                new DiscordSettings("token", "discord.example", ""),
                new PaperDesk(),
                introduction -> {
                    throw new IllegalStateException("nobody asks");
                },
                Runnable::run,
                new DiscordAdapter.Outside(new SeenDoors(), new InMemoryPlatformFacts(), _ -> false),
                InstantSource.system(),
                status -> {});
        adapter.start();
        await().until(() -> adapter.status() instanceof DiscordStatus.Refused);
        assertThat(adapter.status().toString()).contains("discord.api-base-url", "discord.example");
        adapter.stop();
    }

    @Test
    void aFirstAnswerWhoseReceiptWasLostIsNotGivenTwice() throws IOException {
        try (Rig rig = Rig.connected()) {
            rig.server.faults().next(1, "/callback", new Fault.CutAfter());
            Asked asked = rig.server.inServer().command("latest", Map.of());
            asked.awaitMessage(Rig.SOON);
            rig.adapter.stop();
            assertThat(asked.messages()).hasSize(1);
            assertThat(rig.server.traffic().violations())
                    .as("asking again is how one learns that the answer had arrived")
                    .singleElement()
                    .asString()
                    .contains("a second first answer");
        }
    }

    @Test
    void aTokenRevokedWhileRunningIsSaidAndNotTriedAgain() throws IOException {
        try (Rig rig = Rig.connected()) {
            rig.server.closeGateway(4004, "Authentication failed.");
            await().until(() -> rig.adapter.status() instanceof DiscordStatus.Refused);
            assertThat(logged(Level.ERROR)).singleElement().asString().contains("no longer accepts the token");
        }
    }

    @Test
    void aDiscordThatIsNotThereAtStartIsSaidOnceAndFoundWhenItComes() throws IOException {
        DiscordServer server = DiscordServer.start();
        // Each try asks a second time at once, so these are two tries, a second apart.
        server.faults().next(2, "GET /gateway/bot", new Fault.Cut());
        server.faults().next(2, "GET /gateway/bot", new Fault.Status(500));
        try (Rig rig = Rig.started(server)) {
            // It lasts for a second, which whoever looks now and then may miss.
            await().until(() -> !rig.told.isEmpty());
            server.awaitBot(Rig.LOGIN);
            rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);

            assertThat(logged(Level.WARN)).hasSize(1);
            // That we are connecting is not told any more where the connection stands by then.
            assertThat(rig.told)
                    .extracting(s -> s.getClass().getSimpleName())
                    .startsWith("Unreachable")
                    .endsWith("Connected")
                    .filteredOn(name -> !name.equals("Connecting"))
                    .hasSize(2);
            assertThat(rig.told)
                    .filteredOn(DiscordStatus.Connecting.class::isInstance)
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void commandsAreRegisteredAgainOnlyWhenTheyChanged() throws IOException {
        DiscordServer server = DiscordServer.start();
        InMemoryPlatformFacts remembered = new InMemoryPlatformFacts();
        try (Rig first = Rig.started(server, server.token(), remembered)) {
            server.awaitBot(Rig.LOGIN);
            await().until(() ->
                    remembered.told("discord", DiscordServer.BOT, "commands").isPresent());
            first.adapter.stop();
            Rig second = Rig.started(server, server.token(), remembered);
            await().until(() -> logged(Level.INFO).stream().anyMatch(line -> line.contains("commands unchanged")));
            assertThat(server.registrations()).isEqualTo(1);
            second.adapter.stop();

            remembered.tell("discord", DiscordServer.BOT, "commands", "those of an earlier version");
            Rig third = Rig.started(server, server.token(), remembered);
            await().until(() -> server.registrations() == 2);
            third.adapter.stop();
        }
    }

    @Test
    void whatIsNoDiscordIsSaidSo() throws IOException {
        DiscordServer server = DiscordServer.start();
        server.faults().next(9, "GET /gateway/bot", new Fault.Status(404));
        try (Rig rig = Rig.started(server)) {
            await().until(() -> rig.adapter.status() instanceof DiscordStatus.Unreachable);
            assertThat(rig.adapter.status().toString()).contains("404");
        }
    }

    @Test
    void aStopAnswersWhatWasBegun() throws Exception {
        Rig rig = Rig.connected();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        rig.desk.before(q -> {
            begun.countDown();
            try {
                assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Asked asked = rig.server.inServer().command("latest", Map.of());
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(rig.adapter::stop);
        ready.countDown();
        stopped.get(30, TimeUnit.SECONDS);

        assertThat(asked.messages()).hasSize(1);
        assertThat(rig.adapter.status()).isEqualTo(new DiscordStatus.Stopped());
        rig.close();
    }

    @Test
    void theTokenIsInNoLogAndNoText_notEvenAtTheFinestLevel() throws IOException {
        ListAppender<ILoggingEvent> everything = new ListAppender<>();
        everything.list = new CopyOnWriteArrayList<>();
        everything.start();
        library.setLevel(Level.TRACE);
        library.setAdditive(false);
        library.addAppender(everything);
        try (Rig rig = Rig.connected()) {
            rig.server.faults().next(1, "/callback", new Fault.Status(403));
            rig.server.inServer().command("latest", Map.of());
            // Where it was a deferral that was refused, no answer can follow.
            await().until(() -> rig.server.faults().left() == 0);
            rig.server.inServer().command("help", Map.of()).awaitMessage(Rig.SOON);
            rig.server.cutGateway();
            rig.server.awaitSessions(2, Rig.SOON);

            rig.adapter.stop();
            String texts = everything.list.stream().map(DiscordLifeTest::whole).toList()
                    + log.list.stream().map(DiscordLifeTest::whole).toList().toString();
            assertThat(texts).contains("INTERACTION_CREATE").doesNotContain(rig.server.token());
            assertThat(new DiscordSettings("secret", "", "").toString()).doesNotContain("secret");
        } finally {
            library.detachAppender(everything);
            library.setAdditive(true);
            library.setLevel(Level.OFF);
        }
        assertThat(all.getLevel()).isEqualTo(Level.ERROR);
    }

    private static String whole(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage());
    }
}

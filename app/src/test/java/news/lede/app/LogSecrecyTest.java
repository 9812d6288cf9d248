package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.lede.discord.server.Scene;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole run with both platforms, people who ask, and platforms that vanish, logged at its loudest: no line has a token, a person or what they typed in it. */
class LogSecrecyTest {
    /** The run goes on until each of these was logged: else it would prove nothing that no secret was. */
    private static final List<String> TOLD = List.of(
            "Sender sending begins platform=discord",
            "Sender sending begins platform=telegram",
            "Menus telegram menus up to date",
            "StoryGrouping grouping holds",
            "DiscordAdapter discord connected",
            "SessionListener discord commands registered",
            "Health telegram in trouble",
            "Announcing matched story");

    private static final String AT_THE_END = "DiscordAdapter discord stopped";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MANAGER = "480351110224678912";
    private static final String MEMBER = "480351110224678934";
    private static final String TYPED = "quixotically secret words";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Heard heard = new Heard();

    @TempDir
    Path folder;

    /** Keeps whatever would be written. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line =
                    new StringBuilder(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
            for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
                line.append(' ').append(at.getClassName()).append(' ').append(at.getMessage());
            }
            lines.add(line.toString());
        }
    }

    @BeforeEach
    void listen() {
        heard.setContext(context);
        heard.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(heard);
        context.getLogger("news.lede").setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(heard);
        context.getLogger("news.lede").setLevel(null);
    }

    @Test
    void noLineTellsATokenAPersonOrWhatTheyTyped() throws Exception {
        SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
        List<String> secrets;
        try (RunningLede run = new RunningLede(folder, clock)) {
            Person ada = run.telegram.person("Adamantine", "en");
            Chat alone = run.telegram.privateChat(ada);
            Chat group = run.telegram.supergroup("Arlen readers").join(ada, Standing.ADMINISTRATOR);
            secrets = List.of(
                    TelegramServer.TOKEN,
                    TelegramServer.TOKEN.substring(TelegramServer.TOKEN.indexOf(':') + 1),
                    run.discord.token(),
                    MANAGER,
                    MEMBER,
                    Long.toString(ada.id()),
                    "Adamantine",
                    "quillon",
                    TYPED);
            askOnTelegram(alone, ada);
            group.say(ada, "/setup").answer(PATIENCE);
            askOnDiscord(run);
            group.throwBotOut();
            group.letBotIn();
            run.discord.removeBot();
            run.discord.letBotIn();
            run.telegram.goDown();
            run.discord.cutGateway();
            told("in trouble");
            run.telegram.comeUp();
            told("ready again");
            TOLD.forEach(this::told);
        }

        told(AT_THE_END);
        for (String secret : secrets) {
            assertThat(heard.lines)
                    .as("lines that tell " + secret)
                    .filteredOn(line -> tells(line, secret))
                    .isEmpty();
        }
    }

    private void told(String words) {
        await("\"" + words + "\" was logged")
                .atMost(PATIENCE)
                .until(() -> heard.lines.stream().anyMatch(line -> line.contains(words)));
    }

    /** A number may be part of a longer one. */
    private static boolean tells(String line, String secret) {
        return line.matches("(?s).*(?<![0-9A-Za-z])" + java.util.regex.Pattern.quote(secret) + "(?![0-9A-Za-z]).*");
    }

    private static void askOnTelegram(Chat alone, Person ada) {
        for (String typed :
                List.of("/start", "/topic " + TYPED, "/latest", "/subscribe everything confirm:yes", "/nonsense x")) {
            alone.say(ada, typed).answer(PATIENCE);
        }
    }

    private static void askOnDiscord(RunningLede run) {
        Scene manager = run.discord.inServer().as(news.lede.discord.server.Person.manager(MANAGER, "quillon"));
        manager.command("settings", Map.of()).awaitMessage(PATIENCE);
        manager.command("topic", Map.of("topic", TYPED)).awaitMessage(PATIENCE);
        run.discord
                .inServer()
                .as(news.lede.discord.server.Person.member(MEMBER, "quillon"))
                .command("channel", Map.of("budget", "3"))
                .awaitMessage(PATIENCE);
    }
}

package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is subscribed to in the console's chat comes into it while it is open, by the same planner and sender as everywhere. */
class ConsoleTellingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private CompletableFuture<Integer> chat = CompletableFuture.completedFuture(-1);

    @BeforeEach
    void openTheChat() throws IOException {
        PipedInputStream typed = new PipedInputStream(keyboard);
        Streams streams = new Streams(typed, print(shown), print(wrong), false);
        chat = CompletableFuture.supplyAsync(() -> run(streams, "chat", "--as", "moderator"));
    }

    @AfterEach
    void leave() throws IOException {
        keyboard.close();
        assertThat(chat.join()).isZero();
        assertThat(wrong.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private int run(Streams streams, String... words) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(words),
                        java.util.stream.Stream.of(
                                "--data", folder.resolve("data").toString(), "--set", "embedding.enabled=false"))
                .toArray(String[]::new);
        return CommandLineProgram.run(all, new Surroundings(streams, Map.of(), clock));
    }

    private void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    private String screen() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void awaitShown(String words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen()).contains(words));
    }

    /** A page that somebody saved, taken in by another Lede over the same folder. */
    private void news(String title) throws IOException {
        Path page = folder.resolve(title.replace(' ', '-') + ".html");
        Files.writeString(page, """
                <html><head><title>%1$s</title><meta property="og:site_name" content="Harbour Courier">
                <link rel="canonical" href="https://courier.example/%2$s"></head>
                <body><article><h1>%1$s</h1><p>The ferry of the northern line %1$s this morning, the harbour office of
                Tarnholm said. Nobody was hurt, and the line is closed until the evening.</p><p>A tug of the pilots was
                sent from the lower quay, and forty passengers were taken ashore in the boats of the rowing club.</p>
                </article></body></html>
                """.formatted(title, title.replace(' ', '-').toLowerCase(java.util.Locale.ROOT)));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Streams streams = new Streams(java.io.InputStream.nullInputStream(), print(said), print(said), false);
        assertThat(run(
                        streams,
                        "import",
                        page.toString(),
                        "--saved-at",
                        clock.instant().toString()))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    @Test
    void anAlertComesBetweenTheQuestionsAndItsNumberOpensIt() throws IOException {
        type("/subscribe everything when:now to:here confirm:yes");
        awaitShown("told at once");
        news("Ferry aground off Tarnholm");

        awaitShown("you subscribed to this");
        awaitShown("Ferry aground off Tarnholm");
        awaitShown("Harbour Courier");
    }

    @Test
    void aDigestComesWhenItIsDue() throws IOException {
        type("/subscribe everything when:daily at:18:00 to:me confirm:yes");
        awaitShown("18:00");
        news("Ferry aground off Tarnholm");
        clock.set(java.time.Instant.parse("2026-05-04T18:00:00Z"));

        awaitShown("you subscribed to this");
        awaitShown("1. Ferry aground off Tarnholm");
    }
}

package news.lede.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import news.lede.command.CommandSpecs;
import picocli.CommandLine;

/** The bot as it runs, on a local Discord and a local Telegram, asked a few things on each and stopped. */
final class Rehearsal {
    /** A machine that is this busy gets its cache without what came later. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> ASKED = List.of("/latest", "/story 1", "/help", "/settings");

    private Rehearsal() {}

    /** @param data whose news is asked for */
    static void run(Surroundings real, Path data) {
        try (StagedPlatforms stage = StagedPlatforms.open(real.clock())) {
            RootCommand root = root(real, data);
            CountDownLatch enough = new CountDownLatch(1);
            Thread asking = Thread.ofPlatform().name("rehearsal").daemon().start(() -> {
                try {
                    stage.awaitBot(PATIENCE);
                    ASKED.forEach(typed -> stage.say(typed, CommandSpecs.ALL));
                } catch (RuntimeException e) {
                    // What was not rehearsed starts a little slower; that is all.
                    real.streams().err().println("lede: not all was rehearsed: " + e.getMessage());
                } finally {
                    enough.countDown();
                }
            });
            new RunCommand(root).run(root.configurationReader(needed(stage)), enough);
            asking.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RootCommand root(Surroundings real, Path data) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Streams streams = new Streams(InputStream.nullInputStream(), nowhere, nowhere, false);
        RootCommand root = new RootCommand(new Surroundings(streams, Map.of(), real.clock()));
        new CommandLine(root, new CommandFactory(root)).parseArgs("--data", data.toString());
        return root;
    }

    private static List<String> needed(StagedPlatforms stage) {
        return Stream.concat(stage.settings().stream(), Stream.of("web.port=0")).toList();
    }
}

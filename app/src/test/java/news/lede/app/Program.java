package news.lede.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.lede.time.SettableClock;

/** The whole program, run within a test on a data folder of its own, with a clock of its own. */
final class Program {
    private final Path data;
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");

    Program(Path data) {
        this.data = data;
    }

    /** How a run ended and what it wrote. */
    record Ended(int code, String out, String err) {}

    Ended run(String... words) {
        return typing("", words);
    }

    /** Runs with {@code input} on standard input. */
    Ended typing(String input, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return as(Map.of(), input, all.toArray(String[]::new));
    }

    /** Runs exactly these words, with an environment. */
    Ended as(Map<String, String> environment, String input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Streams streams = new Streams(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), outStream, errStream, false);
            code = CommandLineProgram.run(words, new Surroundings(streams, environment, clock));
        }
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

package news.lede.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.lede.discord.server.DiscordServer;
import news.lede.telegram.server.TelegramServer;

/**
 * Times whole starts of the built tree, each as its own process: a question from the launcher to the end of the answer, with the JVM's cache and without it in turn, and {@code run}
 * from the launcher until both platforms are ready, against local servers in this process. Prints minimum, median and maximum of each.
 */
public final class StartUp {
    private static final String PAGE = """
            Port Ellery opens its new harbour light
            The new light of Port Ellery was lit on Tuesday by the last keeper of the old one. It can be seen from Koru Island, 40 kilometres out.
            "I shall miss the stairs," said keeper Ada Marrow, who climbed them for 31 years. The old tower becomes a museum.
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path home;
    private final int runs;
    private final Path data;

    private StartUp(Path home, int runs, Path data) {
        this.home = home;
        this.runs = runs;
        this.data = data;
    }

    /** Arguments: the tree, the number of runs, and for a full store its data folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 2) {
            new StartUp(Path.of(args[0]), Integer.parseInt(args[1]), Path.of(args[2])).measure();
            return;
        }
        Path folder = Files.createTempDirectory("lede-start-up");
        try {
            new StartUp(Path.of(args[0]), Integer.parseInt(args[1]), folder.resolve("data")).all();
        } finally {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private void all() throws IOException, InterruptedException {
        Path page = Files.writeString(data.resolveSibling("page.txt"), PAGE);
        finish(lede(List.of("import", page.toString())));
        measure();
    }

    private void measure() throws IOException, InterruptedException {
        List<String> latest = List.of("ask", "/latest");
        List<String> topic = List.of("ask", "/topic shipping");
        finish(lede(latest));
        double[][] times = new double[6][runs];
        try (DiscordServer discord = DiscordServer.start();
                TelegramServer telegram = TelegramServer.start()) {
            for (int run = 0; run < runs; run++) {
                times[0][run] = question(lede(latest));
                times[1][run] = question(withoutCache(latest));
                times[2][run] = question(lede(topic));
                times[3][run] = question(withoutCache(topic));
                Started started = ready(discord, telegram);
                times[4][run] = started.ready();
                times[5][run] = started.answered();
            }
        }
        System.out.printf("%-52s %8s %8s %8s%n", "seconds, " + runs + " runs in turn", "min", "median", "max");
        row("./lede ask \"/latest\", start to end of answer", times[0]);
        row("  without the JVM's cache", times[1]);
        row("./lede ask \"/topic shipping\"", times[2]);
        row("  without the JVM's cache", times[3]);
        row("./lede run, start to both platforms ready", times[4]);
        row("  and to the first answer in Discord", times[5]);
    }

    private static void row(String name, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%-52s %8.2f %8.2f %8.2f%n", name, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    private ProcessBuilder lede(List<String> arguments) {
        return process(List.of(home.resolve("lede").toString()), arguments);
    }

    /** The same JVM flags as the launcher's, less the cache. */
    private ProcessBuilder withoutCache(List<String> arguments) {
        return process(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-XX:+UseCompactObjectHeaders",
                        "-jar",
                        home.resolve("app/target/lede.jar").toString()),
                arguments);
    }

    private ProcessBuilder process(List<String> program, List<String> arguments) {
        List<String> words = new ArrayList<>(program);
        words.addAll(List.of("--data", data.toString()));
        words.addAll(arguments);
        return new ProcessBuilder(words).redirectErrorStream(true);
    }

    private static double question(ProcessBuilder builder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        finish(builder);
        return (System.nanoTime() - start) / 1e9;
    }

    private static void finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", builder.command()) + " failed:\n" + said);
        }
    }

    /** The servers outlive the bot, as the platforms do: they keep the commands that a store remembers to have set. */
    private record Started(double ready, double answered) {}

    private Started ready(DiscordServer discord, TelegramServer telegram) throws IOException, InterruptedException {
        int sessions = discord.identifies() + discord.resumes();
        ProcessBuilder builder = lede(List.of(
                "--set",
                "discord.token=" + discord.token(),
                "--set",
                "discord.api-base-url=" + discord.restUrl(),
                "--set",
                "telegram.token=" + TelegramServer.TOKEN,
                "--set",
                "telegram.api-base-url=" + telegram.baseUrl(),
                "--set",
                "web.port=0",
                "run"));
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int missing = 2;
            StringBuilder said = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                missing -= line.endsWith("is ready") ? 1 : 0;
                if (missing == 0) {
                    // Ready is only ready when a question asked now would reach it.
                    discord.awaitSessions(sessions + 1, PATIENCE);
                    discord.awaitBot(PATIENCE);
                    double ready = (System.nanoTime() - start) / 1e9;
                    discord.inServer().command("latest", Map.of()).awaitMessage(PATIENCE);
                    return new Started(ready, (System.nanoTime() - start) / 1e9);
                }
            }
            throw new IOException("run ended before it was ready:\n" + said);
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}

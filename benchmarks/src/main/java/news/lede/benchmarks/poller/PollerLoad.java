package news.lede.benchmarks.poller;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Measures the poller: first contact with thousands of sources, rounds in which nothing is new, a quiet hour's share, and that no source is asked before its floor, a kill in the middle included. Server and
 * poller are processes of their own; processor seconds are the poller's alone.
 */
public final class PollerLoad {
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC", "-Xmx256m", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");
    private static final long FLOOR_MILLIS = 3_000;
    /** When the first of the processes that poll for 20 s is killed. */
    private static final long HALF_WAY_MILLIS = 11_000;

    private static final int FLOOR_SOURCES = 300;

    private final Path folder;
    private final int sources;
    private final int steadySeconds;

    private PollerLoad(Path folder, int sources, int steadySeconds) {
        this.folder = folder;
        this.sources = sources;
        this.steadySeconds = steadySeconds;
    }

    /** Arguments: the number of sources, seconds of steady state. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lede-poller");
        try {
            new PollerLoad(folder, Integer.parseInt(args[0]), Integer.parseInt(args[1])).all();
        } finally {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private void all() throws IOException, InterruptedException {
        try (Server server = new Server()) {
            finish(client(List.of("add", data("load"), server.port(), Integer.toString(sources))));
            show("first contact (200, 15 kB, 20 entries)", client(List.of("round", data("load"), server.port())));
            System.out.println("    requests, of them answered in full: " + server.ask("count"));
            server.tell("reset");
            show(
                    "conditional (304), four rounds of one process",
                    client(List.of("again", data("load"), server.port(), "4", "1")));
            System.out.println("    requests, of them answered in full: " + server.ask("count"));
            server.tell("delay 100");
            show(
                    "conditional, 100 ms each, two rounds",
                    client(List.of("again", data("load"), server.port(), "2", "9")));
            server.tell("delay 0");
            if (steadySeconds > 0) {
                show(
                        "steady, each source once an hour",
                        client(List.of("steady", data("load"), server.port(), Integer.toString(steadySeconds))));
            }
        }
        floor();
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }

    private void floor() throws IOException, InterruptedException {
        try (Server server = new Server()) {
            List<String> run = List.of("floor", data("floor"), server.port(), Long.toString(FLOOR_MILLIS), "20");
            finish(client(List.of("add", data("floor"), server.port(), Integer.toString(FLOOR_SOURCES))));
            Process killed = client(run).start();
            Thread.sleep(HALF_WAY_MILLIS);
            killed.destroyForcibly().waitFor();
            finish(client(run));
            finish(client(run));
            table(server.log());
        }
    }

    /** Waits between two requests to one source. */
    private static void table(Map<String, List<Long>> log) {
        long[] gaps = log.values().stream()
                .flatMapToLong(times -> LongStream.range(1, times.size())
                        .map(i -> (times.get((int) i) - times.get((int) i - 1)) / 1_000_000))
                .sorted()
                .toArray();
        System.out.printf(
                "floor of %d ms, %d sources, one kill -9 and one restart: %d requests%n",
                FLOOR_MILLIS,
                log.size(),
                log.values().stream().mapToInt(List::size).sum());
        System.out.printf("    %-32s %8s%n", "ms between two of one source", "times");
        long[] bounds = {0, FLOOR_MILLIS, FLOOR_MILLIS * 3 / 2, FLOOR_MILLIS * 2, FLOOR_MILLIS * 3, Long.MAX_VALUE};
        for (int i = 1; i < bounds.length; i++) {
            long from = bounds[i - 1];
            long to = bounds[i];
            System.out.printf(
                    "    %-32s %8d%n",
                    to == Long.MAX_VALUE ? from + " and more" : from + " to " + (to - 1),
                    Arrays.stream(gaps).filter(g -> g >= from && g < to).count());
        }
        System.out.printf("    shortest: %d%n", gaps.length == 0 ? -1 : gaps[0]);
    }

    private static void show(String what, ProcessBuilder client) throws IOException, InterruptedException {
        System.out.println(what);
        for (String line : finish(client).split("\n")) {
            System.out.println("    " + line);
        }
    }

    private static ProcessBuilder client(List<String> arguments) {
        return java(LoadClient.class, arguments);
    }

    private static ProcessBuilder java(Class<?> main, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        // Such as a flight recording.
        Stream.of(System.getProperty("load.flags", "").split(" "))
                .filter(flag -> !flag.isEmpty() && main == LoadClient.class)
                .forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return new ProcessBuilder(words).redirectErrorStream(true);
    }

    private static String finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", builder.command()) + " failed:\n" + said);
        }
        return said;
    }

    /** The other process. */
    private static final class Server implements AutoCloseable {
        private final Process process = java(LoadServer.class, List.of()).start();
        private final BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        private final PrintStream commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        private final String port = said.readLine();

        Server() throws IOException {}

        String port() {
            return port;
        }

        void tell(String command) {
            commands.println(command);
        }

        String ask(String command) throws IOException {
            tell(command);
            return said.readLine();
        }

        /** Times of requests by address, in nanoseconds. */
        Map<String, List<Long>> log() throws IOException {
            Map<String, List<Long>> log = new HashMap<>();
            tell("log");
            for (String line = said.readLine(); !line.equals("end"); line = said.readLine()) {
                String[] words = line.split(" ");
                log.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(Long.parseLong(words[1]));
            }
            return log;
        }

        @Override
        public void close() {
            process.destroy();
            try {
                process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package news.lede.benchmarks.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.benchmarks.local.Subscribers;
import news.lede.benchmarks.stories.Desk;
import news.lede.benchmarks.stories.StoreFilling;
import news.lede.community.Role;
import news.lede.source.Source;
import news.lede.store.PostgresStore;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.subscription.Subject;

/**
 * A large store moves from SQLite to PostgreSQL by {@code lede migrate-store}, killed on the way while it copies and while it makes indexes; many questions are asked before and after, at the same instant
 * of a clock that stands still.
 */
public final class MigrationLoad {
    /** When everybody asks; the newest article is of this moment. */
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    /** How far it is when it is killed, by its own words. */
    private static final List<Sign> KILLED_AT =
            List.of(new Sign("copying", 30), new Sign("copying", 70), new Sign("making indexes", 50));

    private static final Pattern SAID = Pattern.compile("lede: ([a-z ]+): (\\d+) %.*");

    private static final int IN_A_TRANSACTION = 1_000;
    private static final int STORIES_ASKED = 60;
    private static final List<String> TOPICS =
            List.of("immigration", "elections", "climate", "economy", "health", "crime", "sport", "technology", "war");
    private static final List<String> WORDS =
            List.of("ferry delay", "vaccine trial", "budget deficit", "storm warning", "rescue teams", "border visa");

    private MigrationLoad() {}

    /** Arguments: a folder for the store, which is filled once and kept; how many articles and subscriptions it has; the command {@code lede}. */
    public static void main(String[] args) throws Exception {
        int articles = Integer.parseInt(args[1]);
        int subscriptions = Integer.parseInt(args[2]);
        Path folder = Path.of(args[0]).resolve("stored-" + articles + "-" + subscriptions);
        fill(folder, articles, subscriptions);
        Map<String, String> before;
        try (Desk desk = new Desk(
                SqliteStore.open(folder, Store.Mode.ALONE), folder.resolve("index"), InstantSource.fixed(NOW))) {
            // The first round leaves behind what later ones read: when somebody looked last.
            ask(desk);
            before = asked("SQLite", desk);
        }
        Path place = Files.createTempDirectory("lede-migration");
        try (PostgresServer server = new PostgresServer(place)) {
            Cli lede = new Cli(args[3], folder, server.url());
            migrate(lede);
            compare(before, folder, server.url());
            System.out.println("doctor afterwards:");
            Ended doctor = lede.run(Sign.NEVER, "doctor");
            doctor.lines().stream()
                    .filter(line -> !line.startsWith(" "))
                    .forEach(line -> System.out.println("    " + line));
            System.out.println("    ended with " + doctor.code());
        } finally {
            delete(place);
        }
    }

    private static void fill(Path folder, int articles, int subscriptions) throws Exception {
        if (Files.exists(folder)) {
            return;
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        delete(draft);
        Files.createDirectories(folder.getParent());
        long start = System.nanoTime();
        StoreFilling.fill(draft, articles, NOW);
        try (Store store = SqliteStore.open(draft, Store.Mode.ALONE)) {
            List<Source> sources = store.sources().all();
            for (int i = 0; i < subscriptions; i += IN_A_TRANSACTION) {
                int from = i;
                store.transactor().inTransaction(() -> {
                    for (int n = from; n < Math.min(from + IN_A_TRANSACTION, subscriptions); n++) {
                        String platform = n % 2 == 0 ? "telegram" : "discord";
                        Subscribers.add(
                                store,
                                platform,
                                "readers-" + n / Subscribers.TOGETHER,
                                Integer.toString(1_000_000 + n),
                                subject(n, sources),
                                n % 10 == 0 ? OptionalInt.of(1 + n % 20) : OptionalInt.empty());
                    }
                    return true;
                });
            }
        }
        Files.move(draft, folder);
        System.out.printf("store filled in %.0f s%n", seconds(start));
    }

    private static Subject subject(int n, List<Source> sources) {
        return switch (n % 5) {
            case 0 -> new Subject.Everything();
            case 1 -> new Subject.OfSource(sources.get(n % sources.size()).id());
            case 2 -> new Subject.OfWords(WORDS.get(n % WORDS.size()));
            default -> new Subject.OfTopic(TOPICS.get(n % TOPICS.size()));
        };
    }

    /** Questions as a member and as a moderator type them, always the same. */
    private static Map<String, Role> questions(Desk desk) {
        Map<String, Role> questions = new LinkedHashMap<>();
        for (String plain : List.of(
                "/help",
                "/latest",
                "/latest count:20",
                "/topics",
                "/sources",
                "/brief",
                "/brief length:5",
                "/since",
                "/subscriptions",
                "/corrections",
                "/privacy",
                "/why")) {
            questions.put(plain, Role.MEMBER);
        }
        for (String plain : List.of("/settings", "/health", "/held", "/channel", "/audit", "/votes", "/source list")) {
            questions.put(plain, Role.MODERATOR);
        }
        TOPICS.forEach(topic -> questions.put("/topic " + topic, Role.MEMBER));
        TOPICS.forEach(topic -> questions.put("/latest topic:" + topic + " count:15", Role.MEMBER));
        WORDS.forEach(words -> {
            questions.put("/topic " + words, Role.MEMBER);
            questions.put("/search " + words, Role.MEMBER);
            questions.put("/related " + words, Role.MEMBER);
        });
        Random random = new Random(3);
        long newest = desk.newestStory();
        for (int i = 0; i < STORIES_ASKED; i++) {
            long story = newest - random.nextLong(newest / 2);
            for (String command : List.of("/story ", "/timeline ", "/compare ", "/related ", "/why ")) {
                questions.put(command + story, Role.MEMBER);
            }
        }
        return questions;
    }

    private static Map<String, String> ask(Desk desk) {
        Map<String, String> answers = new LinkedHashMap<>();
        questions(desk).forEach((typed, role) -> answers.put(typed, desk.written(role, typed)));
        return answers;
    }

    private static Map<String, String> asked(String where, Desk desk) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<Double> millis = new ArrayList<>();
        questions(desk).forEach((typed, role) -> {
            long start = System.nanoTime();
            answers.put(typed, desk.written(role, typed));
            millis.add((System.nanoTime() - start) / 1e6);
        });
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: %d questions, median %.1f ms, p99 %.1f ms%n",
                where, sorted.length, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
        return answers;
    }

    private static void migrate(Cli lede) throws IOException, InterruptedException {
        for (Sign sign : KILLED_AT) {
            Ended ended = lede.run(sign, "migrate-store", "--from", "sqlite", "--to", "postgres");
            System.out.printf(
                    "killed after %.1f s, which had said %s; asked meanwhile: %s%n",
                    ended.seconds(), ended.lines().getLast(), lede.refusal());
        }
        Ended last = lede.run(Sign.NEVER, "migrate-store", "--from", "sqlite", "--to", "postgres");
        System.out.printf("ended with %d after %.1f s%n", last.code(), last.seconds());
        last.lines().forEach(line -> System.out.println("    " + line));
        if (last.code() != 0) {
            throw new IllegalStateException("not copied");
        }
    }

    private static void compare(Map<String, String> before, Path folder, String url) {
        Map<String, String> after;
        try (Desk desk = new Desk(
                PostgresStore.open(url, "", "", Store.Mode.ALONE), folder.resolve("index"), InstantSource.fixed(NOW))) {
            ask(desk);
            after = asked("PostgreSQL", desk);
        }
        Set<String> different = new TreeSet<>();
        before.forEach((typed, answer) -> {
            if (!answer.equals(after.get(typed))) {
                different.add(typed);
            }
        });
        System.out.printf("answers: %d, different: %d %s%n", before.size(), different.size(), different);
        different.stream().limit(3).forEach(typed -> {
            System.out.println("    before " + before.get(typed));
            System.out.println("    after  " + after.get(typed));
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path file : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** That a step is done to so many of a hundred parts, or more. */
    private record Sign(String step, int percent) {
        static final Sign NEVER = new Sign("", 0);

        boolean isIn(String line) {
            Matcher said = SAID.matcher(line);
            return said.matches() && said.group(1).equals(step) && Integer.parseInt(said.group(2)) >= percent;
        }
    }

    /** How a run ended, and all that it said. */
    private record Ended(int code, double seconds, List<String> lines) {}

    /** The command line, over the store's folder and the database. */
    private record Cli(String lede, Path folder, String url) {
        /** Runs it; killed as soon as it is as far as {@code sign}. */
        Ended run(Sign sign, String... words) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(lede));
            command.addAll(Arrays.asList(words));
            command.addAll(List.of("--data", folder.toString(), "--set", "store.url=" + url));
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                boolean killed = false;
                String line = said.readLine();
                while (line != null) {
                    lines.add(line);
                    killed |= sign.isIn(line);
                    if (killed) {
                        // What it said beyond that is gone with it.
                        process.destroyForcibly();
                    }
                    line = killed ? null : said.readLine();
                }
            }
            return new Ended(process.waitFor(), (System.nanoTime() - start) / 1e9, lines);
        }

        /** What somebody hears who asks the half-copied store. */
        String refusal() throws IOException, InterruptedException {
            return run(Sign.NEVER, "ask", "/latest").lines().getFirst();
        }
    }
}

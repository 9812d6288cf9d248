package news.lede.benchmarks.stories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.lede.community.Communities;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;

/**
 * Taking news in as a whole, each time as a process of its own that polls a folder once: pages are extracted, their language told, grouped into stories, indexed, matched with every topic that ships, announced and stored, with
 * the model and without it, into stores that are empty or full. Prints articles a minute, processor time of each article and the most anonymous memory. What a start costs, reading recent articles included, is measured
 * with a single page and taken off. An import goes the same way but for topics, which nobody asks about there.
 */
public final class ChainLoad {
    private static final long LOOK_MILLIS = 100;
    private static final Duration SINCE_WRITTEN = Duration.ofMinutes(1);
    /** A page that repeats another is no article of its own. */
    private static final double LEAST_TAKEN_IN = 0.9;

    private static final Duration LONG = Duration.ofDays(365);

    private final Path home;
    private final Path work;
    private final int pages;

    private ChainLoad(Path home, Path work, int pages) {
        this.home = home;
        this.work = work;
        this.pages = pages;
    }

    private record Run(double seconds, double cpuSeconds, long anonymousMb) {}

    /** Arguments: the tree, a folder to work in, how many pages, then how many articles are stored before, each at which to measure. */
    public static void main(String[] args) throws Exception {
        ChainLoad load = new ChainLoad(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        System.out.printf("%d pages at a time%n", load.pages);
        System.out.printf("    %-44s %12s %14s %14s %10s%n", "", "a minute", "CPU ms each", "anonymous MB", "start, s");
        for (int i = 3; i < args.length; i++) {
            load.into(Integer.parseInt(args[i]));
        }
    }

    private void into(int stored) throws Exception {
        // A file touched just now may be half-written, so nobody reads it yet.
        Instant end = Instant.now().minus(SINCE_WRITTEN);
        Path full = work.resolve("stored-" + stored);
        if (!Files.exists(full)) {
            StoreFilling.fill(full, stored, end.minus(Duration.ofDays(1)));
        }
        Path first = work.resolve("first-" + stored);
        Path second = work.resolve("second-" + stored);
        Path many = work.resolve("pages-" + stored);
        write(first, stored, 1, end);
        write(second, stored + 1, 1, end);
        write(many, stored + 2, pages, end);
        for (boolean embedding : List.of(false, true)) {
            Path data = work.resolve("run");
            copy(full, data);
            // The first run makes the vectors of the topics, once for ever; the second only starts and reads what is
            // recent.
            lede(data, first, embedding);
            Run start = lede(data, second, embedding);
            Run all = lede(data, many, embedding);
            double seconds = all.seconds() - start.seconds();
            System.out.printf(
                    "    %-44s %12.0f %14.2f %14d %10.1f%n",
                    stored + " stored, " + (embedding ? "with the model" : "without the model"),
                    pages / seconds * 60,
                    (all.cpuSeconds() - start.cpuSeconds()) * 1000 / pages,
                    all.anonymousMb(),
                    start.seconds());
            delete(data);
        }
        delete(first);
        delete(second);
        delete(many);
    }

    private static void write(Path folder, int skipped, int count, Instant end) throws IOException {
        PageWriting.write(folder, skipped, count, end);
        try (Stream<Path> written = Files.list(folder)) {
            for (Path page : written.toList()) {
                Files.setLastModifiedTime(page, FileTime.from(end));
            }
        }
    }

    /** The folder is due, and nothing else: the invented publishers are nowhere to be asked. */
    private static void follow(Path data, Path pages) {
        Instant now = Instant.now();
        try (Store store = SqliteStore.open(data, Store.Mode.ALONE)) {
            for (Source source : store.sources().all()) {
                store.pollStates().save(PollState.fresh(source.id(), now.plus(LONG)));
            }
            Source folder =
                    store.sources().addIfAbsent(SourceKind.FOLDER, pages.toUri().toString(), "Pages");
            store.sources().addToPack(Communities.DEFAULT_PACK, folder.id());
            store.pollStates().save(PollState.fresh(folder.id(), now));
        }
    }

    private static long articles(Path data) {
        try (Store store = SqliteStore.open(data, Store.Mode.BESIDE)) {
            return store.articles().count();
        }
    }

    private Run lede(Path data, Path pages, boolean embedding) throws IOException, InterruptedException {
        follow(data, pages);
        long before = articles(data);
        try (Stream<Path> files = Files.list(pages)) {
            Run run = poll(data, embedding);
            long expected = files.count();
            long added = articles(data) - before;
            if (added < expected * LEAST_TAKEN_IN) {
                throw new IOException("only " + added + " of " + expected + " pages became articles");
            }
            return run;
        }
    }

    private Run poll(Path data, boolean embedding) throws IOException, InterruptedException {
        Path said = work.resolve("said");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        home.resolve("lede").toString(),
                        "--data",
                        data.toString(),
                        "--set",
                        "embedding.enabled=" + embedding,
                        "poll",
                        "--once")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        long most = 0;
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, anonymousKb(process));
            cpu = process.toHandle().info().totalCpuDuration().orElse(cpu);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException("polling failed:\n" + Files.readString(said, StandardCharsets.UTF_8));
        }
        return new Run(seconds, cpu.toMillis() / 1e3, most / 1024);
    }

    /** The launcher becomes the JVM, so the process is the one to look at. */
    private static long anonymousKb(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            // It ended meanwhile.
            return 0;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> inside = Files.walk(from)) {
            inside.forEach(all::add);
        }
        for (Path path : all) {
            Files.copy(path, to.resolve(from.relativize(path)));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package news.lede.benchmarks;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.feed.FeedParser;
import news.lede.feed.ParsedFeed;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Reads every document of a folder with our reader and with ROME, in turn in one run, and prints documents and megabytes per second of thread processor time, best of
 * the passes. Both start from bytes and end with entries; what either refuses is counted with the time it took.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4)
public class FeedReading {
    private static final Optional<URI> ADDRESS = Optional.of(URI.create("https://feeds.example/feed.xml"));

    /** A folder; set by {@link #main}. */
    @Param("")
    public String folder = "";

    private final FeedParser parser = new FeedParser();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private List<byte[]> documents = List.of();
    private boolean turn;

    /** What one pass took, and gave. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Pass {
        public long ledeNanos;
        public long romeNanos;
        public long ledeFeeds;
        public long romeFeeds;
    }

    @Setup
    public void read() {
        documents = documents(Path.of(folder));
    }

    /** One pass of each; who begins changes, so that neither always finds a warm cache. */
    @Benchmark
    public void round(Pass pass, Blackhole sink) {
        turn = !turn;
        if (turn) {
            lede(pass, sink);
            rome(pass, sink);
        } else {
            rome(pass, sink);
            lede(pass, sink);
        }
    }

    private void lede(Pass pass, Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        for (byte[] document : documents) {
            ParsedFeed parsed = parser.parse(document, ADDRESS, Optional.empty());
            pass.ledeFeeds += parsed instanceof ParsedFeed.Feed ? 1 : 0;
            sink.consume(parsed);
        }
        pass.ledeNanos += threads.getCurrentThreadCpuTime() - start;
    }

    private void rome(Pass pass, Blackhole sink) {
        long start = threads.getCurrentThreadCpuTime();
        for (byte[] document : documents) {
            try (XmlReader reader = new XmlReader(new ByteArrayInputStream(document), true, "UTF-8")) {
                SyndFeed parsed = new SyndFeedInput().build(reader);
                pass.romeFeeds++;
                sink.consume(parsed);
            } catch (FeedException | IOException | RuntimeException e) {
                sink.consume(e);
            }
        }
        pass.romeNanos += threads.getCurrentThreadCpuTime() - start;
    }

    private static List<byte[]> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> read = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read.add(Files.readAllBytes(file));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the documents of " + folder, e);
        }
    }

    /** Arguments: the folder of documents, the number of measured passes. */
    public static void main(String[] args) throws RunnerException {
        List<byte[]> documents = documents(Path.of(args[0]));
        long bytes = documents.stream().mapToLong(d -> d.length).sum();
        RunResult result = new Runner(new OptionsBuilder()
                        .include(FeedReading.class.getName() + ".round")
                        .param("folder", args[0])
                        .measurementIterations(Integer.parseInt(args[1]))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        double lede = best(result, "ledeNanos");
        double rome = best(result, "romeNanos");
        System.out.printf(
                Locale.ROOT,
                "%d documents, %.1f MB, best of %s passes, thread processor time%n%n",
                documents.size(),
                bytes / 1e6,
                args[1]);
        System.out.printf(Locale.ROOT, "| reader | feeds read | documents/s | MB/s |%n| --- | --- | --- | --- |%n");
        row("Lede", best(result, "ledeFeeds"), documents.size(), bytes, lede);
        row("ROME", best(result, "romeFeeds"), documents.size(), bytes, rome);
        System.out.printf(Locale.ROOT, "%nLede reads %.2f times as many documents per second as ROME.%n", rome / lede);
    }

    private static void row(String name, double feeds, int documents, long bytes, double nanos) {
        double seconds = nanos / 1e9;
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f | %.1f |%n", name, feeds, documents / seconds, bytes / 1e6 / seconds);
    }

    private static double best(RunResult result, String counter) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(i -> Objects.requireNonNull(i.getSecondaryResults().get(counter), counter)
                        .getScore())
                .min()
                .orElseThrow();
    }
}

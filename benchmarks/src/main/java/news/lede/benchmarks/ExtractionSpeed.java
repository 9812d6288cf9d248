package news.lede.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import news.lede.extract.Document;
import news.lede.extract.DocumentExtractor;
import org.jsoup.Jsoup;

/**
 * Times the extraction of pages beside a bare parse by jsoup and beside readability4j, page by page in turn in one thread.
 *
 * <p>Arguments: a folder of pages in UTF-8 ({@code .html}, {@code .html.gz}), the number of passes, at most how many pages. The figure of a page is the CPU time of
 * the thread in its best pass, so neither warming up nor other programs count. All are given bytes. Ours includes dates, authors, addresses and the split of
 * aggregator pages.
 */
public final class ExtractionSpeed {
    private static final String ADDRESS = "https://news.example.org/2026/story.html";
    private static final int SYSTEMS = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final DocumentExtractor extractor = new DocumentExtractor();
    private final List<byte[]> pages;
    private final double[][] best;
    /** What is made is looked at, so that it has to be made. */
    private long made;

    private ExtractionSpeed(List<byte[]> pages) {
        this.pages = pages;
        best = new double[SYSTEMS][pages.size()];
        for (double[] one : best) {
            Arrays.fill(one, Double.MAX_VALUE);
        }
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        List<byte[]> pages = read(Path.of(args[0]), Long.parseLong(args[2]));
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("no pages in " + args[0] + ": name the folder that holds them");
        }
        ExtractionSpeed speed = new ExtractionSpeed(pages);
        int passes = Integer.parseInt(args[1]);
        for (int pass = 0; pass < passes; pass++) {
            speed.pass();
        }
        speed.print(passes);
    }

    private static List<byte[]> read(Path folder, long most) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.html(\\.gz)?"))
                    .sorted()
                    .limit(most)
                    .toList()) {
                try (InputStream raw = Files.newInputStream(file);
                        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                    pages.add(in.readAllBytes());
                }
            }
        }
        return pages;
    }

    private void pass() {
        for (int i = 0; i < pages.size(); i++) {
            byte[] page = pages.get(i);
            Document document =
                    new Document(page, Optional.of(URI.create(ADDRESS)), Instant.EPOCH, Optional.of("utf-8"));
            time(
                    0,
                    i,
                    () -> Jsoup.parse(new String(page, StandardCharsets.UTF_8), ADDRESS)
                            .childNodeSize());
            time(1, i, () -> extractor.extract(document).hashCode());
            time(
                    2,
                    i,
                    () -> String.valueOf(new Readability4J(ADDRESS, new String(page, StandardCharsets.UTF_8))
                                    .parse()
                                    .getTextContent())
                            .length());
        }
    }

    private interface Work {
        int run();
    }

    private void time(int system, int page, Work work) {
        long from = threads.getCurrentThreadCpuTime();
        made += work.run();
        best[system][page] = Math.min(best[system][page], (threads.getCurrentThreadCpuTime() - from) / 1e6);
    }

    private void print(int passes) {
        System.out.printf(
                "%d pages, best of %d passes, ms of CPU (%d)%n%-28s %8s %8s %10s %12s%n",
                pages.size(), passes, made, "", "all", "a page", "to parse", "median ratio");
        row("jsoup, parse alone", 0);
        row("Lede, extraction", 1);
        row("readability4j", 2);
    }

    private void row(String name, int system) {
        double all = Arrays.stream(best[system]).sum();
        double[] ratios = new double[pages.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = best[system][i] / best[0][i];
        }
        Arrays.sort(ratios);
        System.out.printf(
                "%-28s %8.0f %8.2f %10.2f %12.2f%n",
                name, all, all / pages.size(), all / Arrays.stream(best[0]).sum(), ratios[ratios.length / 2]);
    }
}

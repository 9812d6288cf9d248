package news.lede.benchmarks.desk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Visits every page of a web desk that runs, in turn, warm. Prints percentiles of the time from request to last byte, in milliseconds, and what each page weighs: alone, and with its styles, scripts and
 * pictures as they are sent to a browser that has none of them yet, with how many requests that takes. Says at the end which pages are beyond the bar.
 */
public final class Pages {
    /** Stories that people look at are not old. */
    private static final int NEWEST = 2_000;

    private static final double MOST_MILLIS = 50;
    private static final double MOST_KB = 150;
    private static final int SHORT_WORD = 4;

    private final URI desk;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(11);

    private Pages(URI desk) {
        this.desk = desk;
    }

    /** Arguments: the address of the desk, how many visits to each page. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Pages(URI.create(args[0])).measure(Integer.parseInt(args[1]));
    }

    /** What a browser loads besides the page itself, as it is sent. */
    private record Brought(int requests, long bytes) {}

    private Map<String, Supplier<String>> kinds() throws IOException, InterruptedException {
        Document today = Jsoup.parse(new String(get("/", false), StandardCharsets.UTF_8));
        long newest = newestStory(today);
        List<String> words = today.select("article h2").eachText().stream()
                .flatMap(title -> Arrays.stream(title.split("[^\\p{L}]+")))
                .filter(word -> word.length() > SHORT_WORD)
                .distinct()
                .toList();
        Supplier<String> story = () -> "/story/" + Math.max(1, newest - random.nextInt(NEWEST));
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("today", () -> "/");
        kinds.put("today, second page", () -> "/?page=2");
        kinds.put(
                "today, a topic",
                () -> "/?topic=" + List.of("economy", "climate", "health").get(random.nextInt(3)));
        kinds.put("today, a search", () -> "/?words=" + coded(words.get(random.nextInt(words.size()))));
        kinds.put("story", story);
        kinds.put("story, timeline", () -> story.get() + "/timeline");
        kinds.put("story, compare", () -> story.get() + "/compare");
        kinds.put("story, related", () -> story.get() + "/related");
        kinds.put("topics", () -> "/topics");
        kinds.put(
                "one topic, replayed",
                () -> "/topics/" + List.of("economy", "climate", "health").get(random.nextInt(3)));
        kinds.put("sources", () -> "/sources");
        kinds.put("one source", () -> "/sources/2");
        kinds.put("deliveries", () -> "/deliveries");
        kinds.put("preview", () -> "/preview");
        List<String> rooms = Jsoup.parse(new String(get("/preview", false), StandardCharsets.UTF_8))
                .select("a[href^=/preview/]")
                .eachAttr("href");
        if (!rooms.isEmpty()) {
            kinds.put("preview, one", () -> rooms.get(random.nextInt(rooms.size())));
        }
        kinds.put("try it", () -> "/try");
        kinds.put("settings", () -> "/settings");
        kinds.put("feeds", () -> "/feeds");
        kinds.put("one feed", () -> "/feed/economy.rss");
        return kinds;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measure(int visits) throws IOException, InterruptedException {
        Map<String, Supplier<String>> kinds = kinds();
        Map<String, double[]> times = new LinkedHashMap<>();
        Map<String, Long> weights = new LinkedHashMap<>();
        // Warm after half as many.
        for (int i = -visits / 2; i < visits; i++) {
            for (Map.Entry<String, Supplier<String>> kind : kinds.entrySet()) {
                String path = kind.getValue().get();
                long start = System.nanoTime();
                byte[] page = get(path, false);
                double millis = (System.nanoTime() - start) / 1e6;
                if (i >= 0) {
                    times.computeIfAbsent(kind.getKey(), _ -> new double[visits])[i] = millis;
                    weights.merge(kind.getKey(), (long) page.length, Math::max);
                }
            }
        }
        System.out.printf("%d visits of each page; milliseconds, and kB with what a page brings along%n", visits);
        System.out.printf(
                "    %-24s %8s %8s %8s %8s %8s %8s %9s%n",
                "", "median", "p95", "p99", "longest", "page", "in all", "requests");
        List<String> beyond = new ArrayList<>();
        for (Map.Entry<String, double[]> each : times.entrySet()) {
            double[] sorted = each.getValue().clone();
            Arrays.sort(sorted);
            long page = weights.getOrDefault(each.getKey(), 0L);
            Brought brought =
                    brought(kinds.getOrDefault(each.getKey(), () -> "/").get());
            double p99 = sorted[sorted.length * 99 / 100];
            double weight = (page + brought.bytes()) / 1e3;
            if (p99 > MOST_MILLIS || weight > MOST_KB) {
                beyond.add(each.getKey());
            }
            System.out.printf(
                    "    %-24s %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %9d%n",
                    each.getKey(),
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 95 / 100],
                    p99,
                    sorted[sorted.length - 1],
                    page / 1e3,
                    weight,
                    1 + brought.requests());
        }
        System.out.printf(
                "beyond %.0f ms at p99 or %.0f kB in all: %s%n",
                MOST_MILLIS, MOST_KB, beyond.isEmpty() ? "none" : String.join("; ", beyond));
    }

    private static long newestStory(Document today) {
        return today.select("article h2 a").eachAttr("href").stream()
                .mapToLong(path -> Long.parseLong(path.substring("/story/".length())))
                .max()
                .orElseThrow(() -> new IllegalStateException("the desk shows no story"));
    }

    private Brought brought(String path) throws IOException, InterruptedException {
        Document page = Jsoup.parse(new String(get(path, false), StandardCharsets.UTF_8));
        List<String> files = new ArrayList<>(page.select("link[href]").eachAttr("href"));
        files.addAll(page.select("script[src], img[src]").eachAttr("src"));
        List<String> ours =
                files.stream().distinct().filter(one -> one.startsWith("/")).toList();
        long bytes = 0;
        for (String file : ours) {
            bytes += get(file, true).length;
        }
        return new Brought(ours.size(), bytes);
    }

    private byte[] get(String path, boolean zipped) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path)).header("Accept", "text/html");
        if (zipped) {
            request.header("Accept-Encoding", "gzip");
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}

package news.lede.benchmarks.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many feeds of one server, each with its last entries, that answer 304 to whoever knows them. Thread-safe. */
public final class ManyFeeds implements AutoCloseable {
    private static final int SHOWN = 10;

    private record Entry(InventedStory story, Instant at) {}

    /** The entries of one feed, the newest first. */
    private static final class Feed {
        private final Deque<Entry> entries = new ArrayDeque<>();
        private int version;

        synchronized void add(Entry entry, int most) {
            entries.addFirst(entry);
            if (entries.size() > most) {
                entries.removeLast();
            }
            version++;
        }

        synchronized String etag() {
            return "\"v" + version + "\"";
        }

        synchronized List<Entry> newest() {
            return List.copyOf(entries);
        }
    }

    private final int shown;
    private final List<Feed> feeds;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    public ManyFeeds(int count) throws IOException {
        this(count, SHOWN);
    }

    /** Each with its last {@code shown} entries. */
    public ManyFeeds(int count, int shown) throws IOException {
        this.shown = shown;
        feeds = IntStream.range(0, count).mapToObj(_ -> new Feed()).toList();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** What {@code fetch.allow-addresses} is set to, so that they may be read. */
    public String allowed() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public String address(int feed) {
        return "http://" + allowed() + "/feed/" + feed;
    }

    public int count() {
        return feeds.size();
    }

    public void publish(int feed, InventedStory story, Instant at) {
        feeds.get(feed).add(new Entry(story, at), shown);
    }

    /** How often feeds were asked for since the last call. */
    public int asked() {
        return asked.getAndSet(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!path.matches("/feed/\\d{1,6}")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            asked.incrementAndGet();
            Feed feed = feeds.get(Integer.parseInt(path.substring("/feed/".length())));
            String etag = feed.etag();
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = rss(path, feed.newest()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String rss(String path, List<Entry> entries) {
        String site = "http://" + allowed();
        StringBuilder rss = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Paper")
                .append(path.replace('/', ' '))
                .append("</title><link>")
                .append(site)
                .append(path)
                .append("/</link>");
        for (Entry entry : entries) {
            rss.append("<item><guid isPermaLink=\"false\">n")
                    .append(entry.story().number())
                    .append("</guid><title>")
                    .append(entry.story().title())
                    .append("</title><link>")
                    .append(site)
                    .append("/news/")
                    .append(entry.story().number())
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            entry.at().atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><description>")
                    .append(entry.story().text())
                    .append("</description></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

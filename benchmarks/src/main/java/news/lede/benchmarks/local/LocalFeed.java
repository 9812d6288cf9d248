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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A feed that gets an entry when told to, with all of its text, and knows when each was first given out. Thread-safe. */
public final class LocalFeed implements AutoCloseable {
    private record Entry(int number, String title, String text, Instant at) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Instant> polled = new ConcurrentHashMap<>();
    private final List<Instant> asked = new ArrayList<>();
    private final HttpServer server;

    public LocalFeed() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Adds what {@code story} tells; its number is its guid. */
    public synchronized void publish(InventedStory story) {
        entries.add(new Entry(story.number(), story.title(), story.text(), Instant.now()));
    }

    /** What {@code fetch.allow-addresses} is set to, so that it may be read. */
    public String allowed() {
        return "127.0.0.1:" + port();
    }

    /** Where it is read. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/feed.xml";
    }

    /** When an entry was first given out. */
    public Optional<Instant> polled(int number) {
        return Optional.ofNullable(polled.get(number));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/feed.xml")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
    }

    /** When it was asked for, in order. */
    public synchronized List<Instant> asked() {
        return List.copyOf(asked);
    }

    private synchronized String feed() {
        asked.add(Instant.now());
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>"
                + "<title>Harbour Courier</title><link>http://127.0.0.1:" + port() + "/</link>");
        for (Entry entry : entries.reversed().stream().limit(20).toList()) {
            polled.putIfAbsent(entry.number, Instant.now());
            feed.append("<item><guid isPermaLink=\"false\">n")
                    .append(entry.number)
                    .append("</guid><title>")
                    .append(entry.title)
                    .append("</title><link>http://127.0.0.1:")
                    .append(port())
                    .append("/news/")
                    .append(entry.number)
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.at.atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><description>")
                    .append(entry.text)
                    .append("</description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

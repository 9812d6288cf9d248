package news.lede.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A paper of a town that does not exist, whose feed grows when a test says so. */
final class GrowingFeed implements AutoCloseable {
    private final HttpServer server;
    private final List<String> items = new CopyOnWriteArrayList<>();

    GrowingFeed() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = ("<rss version='2.0'><channel><title>Skerry Lantern</title>" + String.join("", items)
                            + "</channel></rss>")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
    }

    /** {@code length}: of its text, in sentences. */
    void publish(String title, Instant at, int length) {
        items.addFirst("<item><title>" + title + "</title><guid isPermaLink='false'>" + title + "</guid><pubDate>"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))
                + "</pubDate><description>"
                + (title + ". ").repeat(length)
                + "</description></item>");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

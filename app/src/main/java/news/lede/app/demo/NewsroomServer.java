package news.lede.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import news.lede.app.demo.NewsroomPages.Printed;
import news.lede.app.demo.SampleNews.Piece;
import news.lede.app.demo.SampleNews.Publisher;

/**
 * The invented papers on a free port of 127.0.0.1: a feed for each publisher, a page for each article, an aggregator's page. Articles appear when
 * their time has come. Answers conditional requests, as a paper should.
 */
public final class NewsroomServer implements AutoCloseable {
    private static final String AGGREGATOR = "/aggregator";

    private final SampleNews news;
    private final InstantSource clock;
    private final Instant opened;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Something to read: a feed, or a page that lists articles. */
    public record Address(String url, String title, boolean feed) {}

    /** Opens for business. */
    public NewsroomServer(SampleNews news, InstantSource clock) {
        this.news = news;
        this.clock = clock;
        this.opened = clock.instant();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the sample newsroom on 127.0.0.1", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Everything there is to follow. */
    public List<Address> addresses() {
        List<Address> all = new ArrayList<>();
        news.publishers().forEach((key, p) -> all.add(new Address(base() + "/" + key + "/feed", p.name(), true)));
        all.add(new Address(base() + AGGREGATOR, news.aggregator().publisher(), false));
        all.sort(Comparator.comparing(Address::title));
        return all;
    }

    /** When the last article appears, counted from the opening. */
    public Duration lasts() {
        return news.articles().stream()
                .map(Piece::appears)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> body = body(exchange.getRequestURI().getPath(), exchange);
            if (body.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            String tag = tag(bytes);
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Optional<String> body(String path, HttpExchange exchange) {
        if (path.equals(AGGREGATOR)) {
            html(exchange);
            boolean there = !clock.instant()
                    .isBefore(opened.plusSeconds(news.aggregator().after()));
            return there ? Optional.of(NewsroomPages.aggregator(news.aggregator())) : Optional.empty();
        }
        String[] parts = path.split("/", -1);
        Publisher publisher = parts.length == 3 ? news.publishers().get(parts[1]) : null;
        if (publisher == null) {
            return Optional.empty();
        }
        List<Printed> printed = printed(parts[1]);
        if (parts[2].equals("feed")) {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            return Optional.of(NewsroomPages.feed(publisher, base() + "/" + parts[1] + "/", printed));
        }
        html(exchange);
        return printed.stream()
                .filter(p -> p.address().endsWith(path))
                .findFirst()
                .map(p -> NewsroomPages.article(publisher, p));
    }

    private static void html(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    }

    /** What a publisher has printed so far, newest first. Addresses count from the whole list, so that they stay. */
    private List<Printed> printed(String publisher) {
        Instant now = clock.instant();
        List<Printed> printed = new ArrayList<>();
        for (int i = 0; i < news.articles().size(); i++) {
            Piece piece = news.articles().get(i);
            Instant published = opened.plus(piece.appears());
            if (piece.publisher().equals(publisher) && !published.isAfter(now)) {
                printed.add(new Printed(piece, base() + "/" + publisher + "/" + (1_000 + i), published));
            }
        }
        printed.sort(Comparator.comparing(Printed::published).reversed());
        return printed;
    }

    private String base() {
        return "http://127.0.0.1:" + port();
    }

    private static String tag(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

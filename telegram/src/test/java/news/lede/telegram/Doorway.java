package news.lede.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The address of ours that a local service brings updates to; can be shut. */
final class Doorway implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean shut;
    private volatile @Nullable Webhook webhook;

    Doorway() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/telegram/webhook");
    }

    void leadTo(Webhook other) {
        webhook = other;
    }

    /** From now on everybody who comes is sent away. */
    void shut() {
        shut = true;
    }

    void open() {
        shut = false;
    }

    /** How many were taken here. */
    int kept() {
        return kept.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String secret = String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
            Webhook behind = webhook;
            int status = shut || behind == null ? 502 : status(behind.take(secret, body));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(Webhook.Taken taken) {
        return switch (taken) {
            case KEPT -> {
                kept.incrementAndGet();
                yield 200;
            }
            case FORBIDDEN -> 401;
            case UNREADABLE -> 400;
            case LATER -> 503;
        };
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}

package news.lede.app.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import news.lede.app.health.Part.State;

/**
 * {@code GET /healthz}: 200 while the process answers at all. {@code GET /readyz}: 200 when every part that can work does, else 503; the body is one JSON object
 * with each part's state, either way. A part that failed for good (a wrong token) does not make the others unready, unless nothing is left.
 */
public final class HealthServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<List<Part>> parts;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens from now on; port 0 picks a free one. {@code parts} is asked at each request.
     *
     * @throws IOException if the address cannot be had
     */
    public HealthServer(InetSocketAddress address, Supplier<List<Part>> parts) throws IOException {
        this.parts = parts;
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 404, Map.of("error", "only /healthz and /readyz")));
        server.createContext("/healthz", exchange -> exact(exchange, "/healthz", 200, Map.of("status", "alive")));
        server.createContext("/readyz", this::ready);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void ready(HttpExchange exchange) throws IOException {
        List<Part> now = parts.get();
        Map<String, Object> told = new LinkedHashMap<>();
        now.forEach(p -> told.put(p.name(), told(p)));
        boolean ready = isReady(now);
        exact(exchange, "/readyz", ready ? 200 : 503, Map.of("ready", ready, "parts", told));
    }

    private static Map<String, String> told(Part part) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("state", part.state().name().toLowerCase(Locale.ROOT));
        if (!part.detail().isEmpty()) {
            told.put("detail", part.detail());
        }
        return told;
    }

    static boolean isReady(List<Part> parts) {
        return parts.stream().noneMatch(p -> p.state() == State.WAITING)
                && parts.stream().anyMatch(p -> p.state() == State.READY);
    }

    /** Contexts of the JDK's server match by prefix; nothing below these paths exists. */
    private static void exact(HttpExchange exchange, String path, int status, Object body) throws IOException {
        if (exchange.getRequestURI().getPath().equals(path)) {
            answer(exchange, status, body);
        } else {
            answer(exchange, 404, Map.of("error", "only /healthz and /readyz"));
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] bytes = (json(body) + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("maps of text are JSON", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package news.lede.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.web.page.Parameters;
import news.lede.web.page.Visit;

/** Reads requests of the JDK's server. */
final class Requests {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Requests() {}

    /** A request that could be read, or why not. */
    sealed interface Read {
        record Whole(Visit visit) implements Read {}

        /** {@code status} as HTTP has it. */
        record Bad(int status, String text) implements Read {}
    }

    /** Reads a request but for its body. */
    static Read head(HttpExchange exchange, Visit.Method method) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        if (exchange.getProtocol().equals("HTTP/1.0")) {
            // As a proxy asks that was told nothing else, under our own name and without a word of whom it asks for.
            headers.putIfAbsent("via", List.of("1.0"));
        }
        Optional<URI> base = base(headers);
        String path = exchange.getRequestURI().getPath();
        if (base.isEmpty() || path == null || !path.startsWith("/")) {
            return new Read.Bad(400, "The request names no address that can be answered.");
        }
        String query = exchange.getRequestURI().getRawQuery();
        return new Read.Whole(new Visit(
                method,
                path,
                query == null ? Parameters.NONE : Parameters.read(query),
                Parameters.NONE,
                new byte[0],
                headers,
                base.get()));
    }

    /** The same request with its body, of which at most {@code mostBody} bytes are read. */
    static Read whole(HttpExchange exchange, Visit head, int mostBody) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(mostBody + 1);
        if (body.length > mostBody) {
            return new Read.Bad(413, "That is more than is read here: at most " + mostBody + " bytes.");
        }
        return new Read.Whole(new Visit(
                head.method(),
                head.path(),
                head.query(),
                isForm(head.headers()) ? Parameters.read(new String(body, StandardCharsets.UTF_8)) : Parameters.NONE,
                body,
                head.headers(),
                head.base()));
    }

    private static boolean isForm(Map<String, List<String>> headers) {
        return headers.getOrDefault("content-type", List.of()).stream()
                .anyMatch(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM));
    }

    private static Optional<URI> base(Map<String, List<String>> headers) {
        return headers.getOrDefault("host", List.of()).stream().findFirst().flatMap(host -> {
            try {
                return Optional.of(URI.create("http://" + host));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}

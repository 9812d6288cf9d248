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

    /** Reads a request and at most {@code mostBody} bytes of its body. */
    static Read read(HttpExchange exchange, Visit.Method method, int mostBody) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        Optional<URI> base = base(headers);
        String path = exchange.getRequestURI().getPath();
        if (base.isEmpty() || path == null || !path.startsWith("/")) {
            return new Read.Bad(400, "The request names no address that can be answered.");
        }
        byte[] body = method == Visit.Method.POST ? exchange.getRequestBody().readNBytes(mostBody + 1) : new byte[0];
        if (body.length > mostBody) {
            return new Read.Bad(413, "That is more than is read here: at most " + mostBody + " bytes.");
        }
        String query = exchange.getRequestURI().getRawQuery();
        return new Read.Whole(new Visit(
                method,
                path,
                query == null ? Parameters.NONE : Parameters.read(query),
                isForm(headers) ? Parameters.read(new String(body, StandardCharsets.UTF_8)) : Parameters.NONE,
                body,
                headers,
                base.get()));
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

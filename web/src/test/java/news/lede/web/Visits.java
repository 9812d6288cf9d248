package news.lede.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.web.page.Parameters;
import news.lede.web.page.Visit;

/** Visits for tests. */
public final class Visits {
    private Visits() {}

    /** A browser on this machine asks for an address, with or without a query. */
    public static Visit get(String address) {
        return of(Visit.Method.GET, address, "", Map.of("host", "127.0.0.1:8080", "accept", "text/html"));
    }

    /** The same with headers of its own. */
    public static Visit get(String address, Map<String, String> headers) {
        return of(Visit.Method.GET, address, "", headers);
    }

    /** A form is sent. */
    public static Visit post(String address, String form, Map<String, String> headers) {
        return of(Visit.Method.POST, address, form, headers);
    }

    private static Visit of(Visit.Method method, String address, String form, Map<String, String> headers) {
        int mark = address.indexOf('?');
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Visit(
                method,
                mark < 0 ? address : address.substring(0, mark),
                mark < 0 ? Parameters.NONE : Parameters.read(address.substring(mark + 1)),
                Parameters.read(form),
                form.getBytes(StandardCharsets.UTF_8),
                all,
                URI.create("http://" + headers.getOrDefault("host", "127.0.0.1:8080")));
    }
}

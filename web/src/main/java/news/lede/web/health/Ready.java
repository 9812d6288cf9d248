package news.lede.web.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.lede.web.health.Part.State;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/**
 * {@code GET /readyz}: 200 when every part that can work does, else 503; the body is one JSON object with each part's state, either way. A part that failed for good (a wrong token) does not make
 * the others unready, unless nothing is left.
 */
public final class Ready extends Probe {
    private final Supplier<List<Part>> parts;

    /**
     * @param parts asked at each request
     * @param inside whether a visitor may use the desk; others are told how each part is, and not why
     */
    public Ready(Supplier<List<Part>> parts, Predicate<Visit> inside) {
        super("/readyz", inside);
        this.parts = parts;
    }

    @Override
    Reply now(boolean inside) {
        List<Part> now = parts.get();
        Map<String, Object> told = new LinkedHashMap<>();
        now.forEach(p -> told.put(p.name(), told(p, inside)));
        boolean ready = isReady(now);
        return Reply.json(ready ? 200 : 503, Map.of("ready", ready, "parts", told));
    }

    private static Map<String, String> told(Part part, boolean why) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("state", part.state().name().toLowerCase(Locale.ROOT));
        if (why && !part.detail().isEmpty()) {
            told.put("detail", part.detail());
        }
        return told;
    }

    private static boolean isReady(List<Part> parts) {
        return parts.stream().noneMatch(p -> p.state() == State.WAITING)
                && parts.stream().anyMatch(p -> p.state() == State.READY);
    }
}

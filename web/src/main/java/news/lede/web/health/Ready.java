package news.lede.web.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import news.lede.web.health.Part.State;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/**
 * {@code GET /readyz}: 200 when every part that can work does, else 503; the body is one JSON object with each part's state, either way. A part that failed for good (a wrong token) does not make
 * the others unready, unless nothing is left.
 */
public final class Ready implements Endpoint {
    private final Supplier<List<Part>> parts;

    /** {@code parts} is asked at each request. */
    public Ready(Supplier<List<Part>> parts) {
        this.parts = parts;
    }

    @Override
    public String path() {
        return "/readyz";
    }

    @Override
    public Audience audience() {
        return Audience.ANYBODY;
    }

    @Override
    public Reply answer(Visit visit) {
        if (!visit.path().equals(path())) {
            return Reply.json(404, Map.of("error", "only " + path()));
        }
        List<Part> now = parts.get();
        Map<String, Object> told = new LinkedHashMap<>();
        now.forEach(p -> told.put(p.name(), told(p)));
        boolean ready = isReady(now);
        return Reply.json(ready ? 200 : 503, Map.of("ready", ready, "parts", told));
    }

    private static Map<String, String> told(Part part) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("state", part.state().name().toLowerCase(Locale.ROOT));
        if (!part.detail().isEmpty()) {
            told.put("detail", part.detail());
        }
        return told;
    }

    private static boolean isReady(List<Part> parts) {
        return parts.stream().noneMatch(p -> p.state() == State.WAITING)
                && parts.stream().anyMatch(p -> p.state() == State.READY);
    }
}

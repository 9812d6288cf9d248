package news.lede.web.health;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** {@code GET /metrics}: everything that is counted, for Prometheus. Open to whoever may use the desk; from elsewhere with the desk's token as a bearer. */
public final class Figures implements Endpoint {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Condition condition;

    public Figures(Condition condition) {
        this.condition = condition;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public Reply answer(Visit visit) {
        return visit.path().equals(path())
                ? new Reply.Plain(200, TYPE, condition.figures().getBytes(StandardCharsets.UTF_8), Map.of())
                : Reply.notFound();
    }
}

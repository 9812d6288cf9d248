package news.lede.web.health;

import java.util.Map;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** {@code GET /healthz}: 200 while the process can do its work or mend itself, with what waits; 503 when a part is lost that only a new process brings back. */
public final class Alive implements Endpoint {
    private final Condition condition;

    public Alive(Condition condition) {
        this.condition = condition;
    }

    @Override
    public String path() {
        return "/healthz";
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
        return Reply.json(condition.alive() ? 200 : 503, condition.told());
    }
}

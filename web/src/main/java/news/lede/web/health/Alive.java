package news.lede.web.health;

import java.util.Map;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** {@code GET /healthz}: 200 while the process answers at all. */
public final class Alive implements Endpoint {
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
        return visit.path().equals(path())
                ? Reply.json(200, Map.of("status", "alive"))
                : Reply.json(404, Map.of("error", "only " + path()));
    }
}

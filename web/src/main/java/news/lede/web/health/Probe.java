package news.lede.web.health;

import java.util.Map;
import java.util.function.Predicate;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Asked by programs that look after this one: at one address alone, by anybody. */
abstract class Probe implements Endpoint {
    private final String path;
    private final Predicate<Visit> inside;

    /** {@code inside}: whether a visitor may use the desk. */
    Probe(String path, Predicate<Visit> inside) {
        this.path = path;
        this.inside = inside;
    }

    /** What to answer at this moment; whoever is not {@code inside} is told how it is, and not why. */
    abstract Reply now(boolean inside);

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final Audience audience() {
        return Audience.ANYBODY;
    }

    @Override
    public final Reply answer(Visit visit) {
        return visit.path().equals(path) ? now(inside.test(visit)) : Reply.json(404, Map.of("error", "only " + path));
    }
}

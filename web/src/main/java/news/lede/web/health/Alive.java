package news.lede.web.health;

import java.util.function.Predicate;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** {@code GET /healthz}: 200 while the process can do its work or mend itself, with what waits; 503 when a part is lost that only a new process brings back. */
public final class Alive extends Probe {
    private final Condition condition;

    /** {@code inside}: whether a visitor may use the desk; others are told how it is, and not why. */
    public Alive(Condition condition, Predicate<Visit> inside) {
        super("/healthz", inside);
        this.condition = condition;
    }

    @Override
    Reply now(boolean inside) {
        return Reply.json(condition.alive() ? 200 : 503, condition.told(inside));
    }
}

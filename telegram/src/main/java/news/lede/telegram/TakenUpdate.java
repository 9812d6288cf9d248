package news.lede.telegram;

import java.io.Serial;
import org.telegram.telegrambots.meta.api.objects.Update;

/** An update with the text it came as, which is what is kept of it. */
final class TakenUpdate extends Update {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String body;

    TakenUpdate(String body) {
        this.body = body;
    }

    /** As received. */
    String body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

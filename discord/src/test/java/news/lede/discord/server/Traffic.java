package news.lede.discord.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What was said and what was wrong with it. The newest {@value #KEPT} exchanges are kept; faults all. */
public final class Traffic {
    private static final int KEPT = 20_000;

    /** One thing said: {@code direction} as {@code ->} to the bot or {@code <-} from it, {@code what} one line, {@code body} JSON or empty. */
    public record Exchange(long sinceStartMillis, String direction, String what, String body) {
        /** One line, the body cut after 160 characters. */
        @Override
        public String toString() {
            String shown = body.length() <= 160 ? body : body.substring(0, 160) + "…";
            return "%8.3f %s %s %s"
                    .formatted(sinceStartMillis / 1000.0, direction, what, shown)
                    .stripTrailing();
        }
    }

    private final long start = System.nanoTime();
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();

    /** Everything said, oldest first. */
    public List<Exchange> exchanges() {
        synchronized (exchanges) {
            return new ArrayList<>(exchanges);
        }
    }

    /** Everything the bot did that Discord would refuse, that came too late, or that could ping somebody. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Tells of every exchange from now on, on the thread that made it; for somebody who watches. */
    public void listen(Consumer<Exchange> listener) {
        listeners.add(listener);
    }

    void said(String direction, String what, String body) {
        Exchange exchange = new Exchange((System.nanoTime() - start) / 1_000_000, direction, what, body);
        synchronized (exchanges) {
            if (exchanges.size() == KEPT) {
                exchanges.removeFirst();
            }
            exchanges.addLast(exchange);
        }
        listeners.forEach(l -> l.accept(exchange));
    }

    void violated(String what) {
        violations.add(what);
    }
}

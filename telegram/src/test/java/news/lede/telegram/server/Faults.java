package news.lede.telegram.server;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The script of what goes wrong next, per method. Thread-safe. */
public final class Faults {
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();

    /** The next {@code times} calls of a method meet the fault, after those planned before. */
    public synchronized void next(String method, int times, Fault fault) {
        Queue<Fault> queue = next.computeIfAbsent(key(method), _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Every call of a method meets the fault until {@link #clear}. */
    public synchronized void always(String method, Fault fault) {
        always.put(key(method), fault);
    }

    public synchronized void clear() {
        next.clear();
        always.clear();
    }

    synchronized Optional<Fault> take(String method) {
        Queue<Fault> queue = next.get(key(method));
        Fault planned = queue == null ? null : queue.poll();
        return Optional.ofNullable(planned != null ? planned : always.get(key(method)));
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}

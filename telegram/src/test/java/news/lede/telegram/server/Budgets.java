package news.lede.telegram.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How fast a bot may write: 30 messages a second in all, one a second to one chat, 20 a minute to a group or channel. The service bears some more for a moment; this one
 * does not. Thread-safe.
 */
public final class Budgets {
    private static final Set<String> COUNTED = Set.of("sendMessage", "sendRichMessage", "editMessageText");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int IN_ALL = 30;
    private static final int IN_A_GROUP = 20;

    private final InstantSource clock;
    private final Deque<Instant> all = new ArrayDeque<>();
    private final Map<Long, Deque<Instant>> chats = new HashMap<>();
    private boolean enforced;
    private int refused;

    Budgets(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on whoever is faster is told to wait. */
    public synchronized void enforce() {
        enforced = true;
    }

    /** How many calls were too fast. */
    public synchronized int refused() {
        return refused;
    }

    /** Seconds to wait, if that was too fast. */
    synchronized OptionalInt take(String method, long chat) {
        if (!enforced || !COUNTED.contains(method)) {
            return OptionalInt.empty();
        }
        Instant now = clock.instant();
        Deque<Instant> here = chats.computeIfAbsent(chat, _ -> new ArrayDeque<>());
        forget(all, now.minus(SECOND));
        forget(here, now.minus(MINUTE));
        if (all.size() >= IN_ALL || !here.isEmpty() && here.getLast().isAfter(now.minus(SECOND))) {
            refused++;
            return OptionalInt.of(1);
        }
        if (chat < 0 && here.size() >= IN_A_GROUP) {
            refused++;
            long millis = Duration.between(now, here.getFirst().plus(MINUTE)).toMillis();
            return OptionalInt.of((int) (millis / 1000) + 1);
        }
        all.add(now);
        here.add(now);
        return OptionalInt.empty();
    }

    private static void forget(Deque<Instant> times, Instant past) {
        while (!times.isEmpty() && !times.getFirst().isAfter(past)) {
            times.removeFirst();
        }
    }
}

package news.lede.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Counts answers 401, 403 and 429. Discord shuts an address out after 10,000 of them within ten minutes, so at {@value #MOST} we stop asking until enough of them are
 * past. Thread-safe.
 */
final class RefusalCount {
    /** Half of what Discord bears: others may use this address, and JDA's requests are not counted here. */
    static final int MOST = 5000;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Deque<Instant> refusals = new ArrayDeque<>();

    RefusalCount(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add() {
        forget();
        refusals.add(clock.instant());
    }

    /** How long nothing may be asked; empty when something may. */
    synchronized Optional<Duration> pause() {
        forget();
        return refusals.size() < MOST
                ? Optional.empty()
                : Optional.of(
                        Duration.between(clock.instant(), refusals.getFirst().plus(WINDOW)));
    }

    private void forget() {
        Instant past = clock.instant().minus(WINDOW);
        while (!refusals.isEmpty() && !refusals.getFirst().isAfter(past)) {
            refusals.removeFirst();
        }
    }
}

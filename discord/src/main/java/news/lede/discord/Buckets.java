package news.lede.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which routes are used up until when, as Discord's headers told: asking there sooner would only earn a refusal. Thread-safe. */
final class Buckets {
    private static final int SWEPT_AT = 1000;

    private final InstantSource clock;
    private final Map<String, Instant> usedUp = new ConcurrentHashMap<>();

    Buckets(InstantSource clock) {
        this.clock = clock;
    }

    /** How long to wait before {@code route} is asked again; empty when it may be asked. */
    Optional<Duration> pause(String route) {
        Instant until = usedUp.get(route);
        if (until == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            return Optional.of(left);
        }
        usedUp.remove(route, until);
        return Optional.empty();
    }

    /** An answer said that this was the last request for a while. */
    void usedUp(String route, Duration resetsAfter) {
        Instant now = clock.instant();
        if (usedUp.size() >= SWEPT_AT) {
            usedUp.values().removeIf(until -> !until.isAfter(now));
        }
        usedUp.merge(route, now.plus(resetsAfter), (a, b) -> a.isAfter(b) ? a : b);
    }
}

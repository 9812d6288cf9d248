package news.lede.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import news.lede.article.Restorable;

/** {@link HostRests} in a map. Thread-safe. */
public final class InMemoryHostRests implements HostRests, Restorable {
    private final Map<String, Instant> rests = new HashMap<>();

    @Override
    public synchronized void rest(String host, Instant until) {
        rests.merge(host, until.truncatedTo(ChronoUnit.MILLIS), (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public synchronized Map<String, Instant> resting(Instant now) {
        rests.values().removeIf(until -> !until.isAfter(now));
        return Map.copyOf(rests);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<String, Instant> old = Map.copyOf(rests);
        return () -> restore(old);
    }

    private synchronized void restore(Map<String, Instant> old) {
        rests.clear();
        rests.putAll(old);
    }
}

package news.lede.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import news.lede.article.Restorable;

/** {@link ReceivedUpdates} in maps. Thread-safe. */
public final class InMemoryReceivedUpdates implements ReceivedUpdates, Restorable {
    private final Map<String, NavigableMap<Long, Received>> platforms = new HashMap<>();

    @Override
    public synchronized void keep(String platform, Collection<Received> updates, Instant now) {
        Instant oldest = now.minus(KEPT).truncatedTo(ChronoUnit.MILLIS);
        platforms.values().forEach(all -> all.values().removeIf(u -> u.at().isBefore(oldest)));
        NavigableMap<Long, Received> kept = platforms.computeIfAbsent(platform, _ -> new TreeMap<>());
        for (Received update : updates) {
            Instant at = update.at().truncatedTo(ChronoUnit.MILLIS);
            kept.putIfAbsent(update.number(), new Received(update.number(), update.body(), at));
        }
        if (!kept.isEmpty()) {
            kept.headMap(kept.lastKey()).values().removeIf(u -> u.body().isEmpty());
        }
    }

    @Override
    public synchronized void answered(String platform, Collection<Long> numbers) {
        NavigableMap<Long, Received> kept = platforms.getOrDefault(platform, new TreeMap<>());
        for (long number : numbers) {
            if (!kept.isEmpty() && number == kept.lastKey()) {
                kept.computeIfPresent(number, (_, u) -> new Received(number, "", u.at()));
            } else {
                kept.remove(number);
            }
        }
    }

    @Override
    public synchronized List<Received> waiting(String platform) {
        return platforms.getOrDefault(platform, new TreeMap<>()).values().stream()
                .filter(u -> !u.body().isEmpty())
                .toList();
    }

    @Override
    public synchronized OptionalLong latest(String platform) {
        NavigableMap<Long, Received> kept = platforms.getOrDefault(platform, new TreeMap<>());
        return kept.isEmpty() ? OptionalLong.empty() : OptionalLong.of(kept.lastKey());
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<String, NavigableMap<Long, Received>> before = new HashMap<>();
        platforms.forEach((platform, kept) -> before.put(platform, new TreeMap<>(kept)));
        return () -> restore(before);
    }

    private synchronized void restore(Map<String, NavigableMap<Long, Received>> before) {
        platforms.clear();
        platforms.putAll(before);
    }
}

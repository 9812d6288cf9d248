package news.lede.hub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Restorable;
import news.lede.source.InMemorySources;
import news.lede.source.SourceId;

/** {@link HubSubscriptions} in a map. Thread-safe. */
public final class InMemoryHubSubscriptions implements HubSubscriptions, Restorable {
    private final InMemorySources sources;
    private final Map<SourceId, HubSubscription> kept = new HashMap<>();

    public InMemoryHubSubscriptions(InMemorySources sources) {
        this.sources = sources;
    }

    @Override
    public synchronized Optional<HubSubscription> find(SourceId source) {
        return Optional.ofNullable(kept.get(source));
    }

    @Override
    public synchronized Map<SourceId, HubSubscription> of(Collection<SourceId> asked) {
        Map<SourceId, HubSubscription> found = new HashMap<>(kept);
        found.keySet().retainAll(asked);
        return Map.copyOf(found);
    }

    @Override
    public synchronized Optional<HubSubscription> byKey(String key) {
        return kept.values().stream().filter(s -> s.key().equals(key)).findFirst();
    }

    @Override
    public synchronized boolean add(HubSubscription fresh) {
        return kept.putIfAbsent(fresh.source(), stored(fresh, 1)) == null;
    }

    @Override
    public synchronized boolean replace(HubSubscription before, HubSubscription after) {
        HubSubscription now = kept.get(after.source());
        if (now == null || now.version() != before.version()) {
            return false;
        }
        kept.put(after.source(), stored(after, before.version() + 1));
        return true;
    }

    @Override
    public synchronized void remove(SourceId source) {
        kept.remove(source);
    }

    @Override
    public synchronized List<HubSubscription> due(Instant now, int limit) {
        return kept.values().stream()
                .filter(s -> !s.due().isAfter(now))
                .sorted(Comparator.comparing(HubSubscription::due)
                        .thenComparing(s -> s.source().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<HubSubscription> abandoned(int limit) {
        return kept.values().stream()
                .filter(s -> s.state() != HubSubscription.State.LEAVING && !sources.isThere(s.source()))
                .sorted(Comparator.comparing(s -> s.source().value()))
                .limit(limit)
                .toList();
    }

    private static HubSubscription stored(HubSubscription s, long version) {
        return new HubSubscription(
                s.source(),
                s.notice(),
                s.key(),
                s.secret(),
                s.state(),
                s.due().truncatedTo(ChronoUnit.MILLIS),
                s.failures(),
                s.lease().map(t -> t.truncatedTo(ChronoUnit.MILLIS)),
                s.pushed().map(t -> t.truncatedTo(ChronoUnit.MILLIS)),
                s.missed(),
                s.outcome(),
                version);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<SourceId, HubSubscription> old = Map.copyOf(kept);
        return () -> restore(old);
    }

    private synchronized void restore(Map<SourceId, HubSubscription> old) {
        kept.clear();
        kept.putAll(old);
    }
}

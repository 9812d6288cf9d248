package news.lede.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import news.lede.article.Restorable;
import news.lede.source.SourceId;

/** {@link Inbox} in a map. Thread-safe. */
public final class InMemoryInbox implements Inbox, Restorable {
    /** {@code waiting}: not before then; absent when it needs nothing any more. */
    private record Kept(
            long id,
            SourceId source,
            Carried carried,
            Instant received,
            boolean firstContact,
            boolean changed,
            int attempts,
            Optional<Instant> waiting) {}

    private final TreeMap<Long, Kept> entries = new TreeMap<>();
    private long lastId;

    @Override
    public synchronized Received receive(
            SourceId source, List<Carried> carried, boolean firstContact, Instant instant) {
        Instant now = instant.truncatedTo(ChronoUnit.MILLIS);
        int added = 0;
        int changed = 0;
        Set<String> met = new HashSet<>();
        for (Carried one : carried) {
            if (!met.add(one.key())) {
                continue;
            }
            Optional<Kept> known = entries.values().stream()
                    .filter(k -> k.source().equals(source) && k.carried().key().equals(one.key()))
                    .findFirst();
            if (known.isEmpty()) {
                put(new Kept(++lastId, source, one, now, firstContact, false, 0, Optional.of(now)));
                added++;
            } else if (!known.get().carried().fingerprint().equals(one.fingerprint())) {
                edit(known.get(), one, now);
                changed++;
            }
        }
        return new Received(added, changed);
    }

    private void edit(Kept known, Carried now, Instant instant) {
        put(new Kept(
                known.id(),
                known.source(),
                now,
                known.received(),
                known.firstContact(),
                known.changed() || known.waiting().isEmpty(),
                0,
                known.waiting().or(() -> Optional.of(instant))));
    }

    /** For the fake that purges. */
    synchronized void forget(SourceId source) {
        entries.values().removeIf(k -> k.source().equals(source));
    }

    private void put(Kept kept) {
        entries.put(kept.id(), kept);
    }

    @Override
    public synchronized List<Waiting> waiting(Instant now, int limit) {
        Map<SourceId, Integer> turns = new HashMap<>();
        Map<Long, Integer> turn = new HashMap<>();
        List<Kept> due = entries.values().stream()
                .filter(k -> k.waiting().filter(w -> !w.isAfter(now)).isPresent())
                .sorted(Comparator.comparing((Kept k) -> k.waiting().orElseThrow())
                        .thenComparing(Kept::id))
                .toList();
        due.forEach(k -> turn.put(k.id(), turns.merge(k.source(), 1, Integer::sum)));
        return due.stream()
                .sorted(Comparator.comparing((Kept k) -> Objects.requireNonNull(turn.get(k.id())))
                        .thenComparing(Kept::id))
                .limit(limit)
                .map(k -> new Waiting(
                        k.id(),
                        k.source(),
                        k.carried().payload(),
                        k.received(),
                        k.firstContact(),
                        k.changed(),
                        k.attempts()))
                .toList();
    }

    @Override
    public synchronized void done(Collection<Long> ids) {
        ids.forEach(id -> entries.computeIfPresent(
                id,
                (_, k) -> new Kept(
                        id, k.source(), k.carried(), k.received(), k.firstContact(), false, 0, Optional.empty())));
    }

    @Override
    public synchronized void postpone(long id, Instant until) {
        entries.computeIfPresent(
                id,
                (_, k) -> k.waiting().isEmpty()
                        ? k
                        : new Kept(
                                id,
                                k.source(),
                                k.carried(),
                                k.received(),
                                k.firstContact(),
                                k.changed(),
                                k.attempts() + 1,
                                Optional.of(until.truncatedTo(ChronoUnit.MILLIS))));
    }

    @Override
    public synchronized long backlog() {
        return entries.values().stream().filter(k -> k.waiting().isPresent()).count();
    }

    @Override
    public synchronized int prune(Instant before, int keep) {
        Map<SourceId, Integer> newer = new HashMap<>();
        List<Long> gone = entries.descendingMap().values().stream()
                .filter(k -> newer.merge(k.source(), 1, Integer::sum) > keep)
                .filter(k -> k.waiting().isEmpty() && k.received().isBefore(before))
                .map(Kept::id)
                .toList();
        gone.forEach(entries::remove);
        return gone.size();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Long, Kept> old = Map.copyOf(entries);
        return () -> restore(old);
    }

    private synchronized void restore(Map<Long, Kept> old) {
        entries.clear();
        entries.putAll(old);
    }
}

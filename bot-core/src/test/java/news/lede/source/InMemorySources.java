package news.lede.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import news.lede.article.Restorable;

/** {@link Sources} in maps. Thread-safe. */
public final class InMemorySources implements Sources, Restorable {
    private final TreeMap<Long, Source> sources = new TreeMap<>();
    private final Map<String, Set<SourceId>> packs = new HashMap<>();
    private final Set<SourceId> removed = new HashSet<>();
    private final List<BiConsumer<SourceId, SourceId>> whenMerged = new CopyOnWriteArrayList<>();
    private final Source imported;

    public InMemorySources() {
        imported = addIfAbsent(SourceKind.IMPORTED, Source.IMPORTED_ADDRESS, "Imported");
        addToPack("default", imported.id());
    }

    @Override
    public Source imported() {
        return imported;
    }

    @Override
    public synchronized Source addIfAbsent(SourceKind kind, String address, String title) {
        return findByAddress(address).orElseGet(() -> {
            long next = sources.isEmpty() ? 1 : sources.lastKey() + 1;
            SourceId id = holder(address).map(Source::id).orElse(new SourceId(next));
            Source source = new Source(id, kind, address, title);
            sources.put(id.value(), source);
            removed.remove(id);
            return source;
        });
    }

    @Override
    public synchronized Optional<Source> find(SourceId id) {
        return Optional.ofNullable(sources.get(id.value()));
    }

    @Override
    public synchronized Optional<Source> findByAddress(String address) {
        return holder(address).filter(source -> isThere(source.id()));
    }

    /** Whoever has the address, removed or not. */
    private Optional<Source> holder(String address) {
        return sources.values().stream()
                .filter(source -> source.address().equals(address))
                .findFirst();
    }

    /** Known and not removed. */
    public synchronized boolean isThere(SourceId id) {
        return sources.containsKey(id.value()) && !removed.contains(id);
    }

    @Override
    public synchronized List<Source> all() {
        return sources.values().stream()
                .filter(source -> isThere(source.id()) && source.kind() != SourceKind.ASKED)
                .sorted(Comparator.comparing(Source::title)
                        .thenComparing(source -> source.id().value()))
                .toList();
    }

    @Override
    public synchronized boolean remove(SourceId id, Instant at) {
        return isThere(id) && !id.equals(imported.id()) && removed.add(id);
    }

    @Override
    public synchronized void rename(SourceId id, String title) {
        sources.computeIfPresent(id.value(), (_, old) -> new Source(id, old.kind(), old.address(), title));
    }

    @Override
    public synchronized boolean moveTo(SourceId id, String address) {
        boolean taken = holder(address).filter(other -> !other.id().equals(id)).isPresent();
        if (taken || !sources.containsKey(id.value())) {
            return false;
        }
        sources.computeIfPresent(id.value(), (_, old) -> new Source(id, old.kind(), address, old.title()));
        return true;
    }

    @Override
    public Optional<Source> mergeInto(SourceId duplicate, String address, Instant at) {
        Optional<Source> kept;
        synchronized (this) {
            kept = holder(address).filter(other -> !other.id().equals(duplicate));
            kept.ifPresent(k -> {
                packs.values().stream().filter(in -> in.contains(duplicate)).forEach(in -> in.add(k.id()));
                removed.remove(k.id());
                remove(duplicate, at);
            });
        }
        kept.ifPresent(k -> whenMerged.forEach(listener -> listener.accept(duplicate, k.id())));
        return kept;
    }

    /** For the fakes of those who know sources by their ids. */
    public void whenMerged(BiConsumer<SourceId, SourceId> listener) {
        whenMerged.add(listener);
    }

    @Override
    public synchronized void addToPack(String pack, SourceId source) {
        packs.computeIfAbsent(pack, _ -> new HashSet<>()).add(source);
    }

    @Override
    public synchronized void removeFromPack(String pack, SourceId source) {
        packs.getOrDefault(pack, new HashSet<>()).remove(source);
    }

    @Override
    public synchronized List<String> packsOf(SourceId source) {
        return packs.entrySet().stream()
                .filter(pack -> pack.getValue().contains(source))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public synchronized List<Source> inPack(String pack) {
        Set<SourceId> in = packs.getOrDefault(pack, Set.of());
        return all().stream().filter(source -> in.contains(source.id())).toList();
    }

    @Override
    public synchronized List<String> packs() {
        return packs.keySet().stream()
                .filter(pack -> !inPack(pack).isEmpty())
                .sorted()
                .toList();
    }

    @Override
    public synchronized boolean withheld(String pack, String address) {
        return holder(address)
                .map(Source::id)
                .filter(id -> !isThere(id) && packs.getOrDefault(pack, Set.of()).contains(id))
                .isPresent();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Long, Source> oldSources = Map.copyOf(sources);
        Map<String, Set<SourceId>> oldPacks = new HashMap<>();
        packs.forEach((pack, in) -> oldPacks.put(pack, new HashSet<>(in)));
        Set<SourceId> oldRemoved = Set.copyOf(removed);
        return () -> restore(oldSources, oldPacks, oldRemoved);
    }

    private synchronized void restore(
            Map<Long, Source> oldSources, Map<String, Set<SourceId>> oldPacks, Set<SourceId> oldRemoved) {
        sources.clear();
        sources.putAll(oldSources);
        packs.clear();
        packs.putAll(oldPacks);
        removed.clear();
        removed.addAll(oldRemoved);
    }
}

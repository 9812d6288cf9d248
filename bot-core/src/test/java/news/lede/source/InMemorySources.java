package news.lede.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import news.lede.article.Restorable;

/** {@link Sources} in maps. Thread-safe. */
public final class InMemorySources implements Sources, Restorable {
    private final TreeMap<Long, Source> sources = new TreeMap<>();
    private final Map<String, Set<SourceId>> packs = new HashMap<>();
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
            long id = sources.isEmpty() ? 1 : sources.lastKey() + 1;
            Source source = new Source(new SourceId(id), kind, address, title);
            sources.put(id, source);
            return source;
        });
    }

    @Override
    public synchronized Optional<Source> find(SourceId id) {
        return Optional.ofNullable(sources.get(id.value()));
    }

    @Override
    public synchronized Optional<Source> findByAddress(String address) {
        return sources.values().stream()
                .filter(source -> source.address().equals(address))
                .findFirst();
    }

    @Override
    public synchronized List<Source> all() {
        return sources.values().stream()
                .sorted(Comparator.comparing(Source::title)
                        .thenComparing(source -> source.id().value()))
                .toList();
    }

    @Override
    public synchronized void addToPack(String pack, SourceId source) {
        packs.computeIfAbsent(pack, _ -> new HashSet<>()).add(source);
    }

    /** The sources of a pack, for the fakes of those who follow packs. */
    public synchronized Set<SourceId> inPack(String pack) {
        return Set.copyOf(packs.getOrDefault(pack, Set.of()));
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Long, Source> oldSources = Map.copyOf(sources);
        Map<String, Set<SourceId>> oldPacks = new HashMap<>();
        packs.forEach((pack, in) -> oldPacks.put(pack, new HashSet<>(in)));
        return () -> restore(oldSources, oldPacks);
    }

    private synchronized void restore(Map<Long, Source> oldSources, Map<String, Set<SourceId>> oldPacks) {
        sources.clear();
        sources.putAll(oldSources);
        packs.clear();
        packs.putAll(oldPacks);
    }
}

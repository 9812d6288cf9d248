package news.lede.community;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import news.lede.article.Restorable;

/** {@link Quotas} in a map. Thread-safe. */
public final class InMemoryQuotas implements Quotas, Restorable {
    private final Map<WorkspaceId, Map<Kind, Integer>> said = new TreeMap<>(Comparator.comparing(WorkspaceId::value));

    @Override
    public synchronized Map<Kind, Integer> said(WorkspaceId workspace) {
        return Map.copyOf(said.getOrDefault(workspace, Map.of()));
    }

    @Override
    public synchronized Map<WorkspaceId, Map<Kind, Integer>> all() {
        Map<WorkspaceId, Map<Kind, Integer>> all = new TreeMap<>(Comparator.comparing(WorkspaceId::value));
        said.forEach((workspace, kinds) -> {
            if (!kinds.isEmpty()) {
                all.put(workspace, Map.copyOf(kinds));
            }
        });
        return all;
    }

    @Override
    public synchronized void say(WorkspaceId workspace, Kind kind, OptionalInt most) {
        Map<Kind, Integer> kinds = said.computeIfAbsent(workspace, _ -> new EnumMap<>(Kind.class));
        kinds.remove(kind);
        most.ifPresent(number -> kinds.put(kind, number));
    }

    /** What was said of {@code other} holds for {@code kept}, unless something was said of that. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        Map<Kind, Integer> kinds = said.remove(other);
        if (kinds != null) {
            said.putIfAbsent(kept, kinds);
        }
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<WorkspaceId, Map<Kind, Integer>> before = Map.copyOf(all());
        return () -> restore(before);
    }

    private synchronized void restore(Map<WorkspaceId, Map<Kind, Integer>> before) {
        said.clear();
        before.forEach((workspace, kinds) -> kinds.forEach((kind, most) -> say(workspace, kind, OptionalInt.of(most))));
    }
}

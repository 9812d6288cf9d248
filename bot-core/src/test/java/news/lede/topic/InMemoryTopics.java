package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.article.Restorable;
import news.lede.community.WorkspaceId;

/** {@link Topics} in maps. Thread-safe. */
public final class InMemoryTopics implements Topics, Restorable {
    private final Map<WorkspaceId, TreeMap<TopicId, Topic>> topics = new HashMap<>();

    @Override
    public synchronized List<Topic> of(WorkspaceId workspace) {
        return List.copyOf(topics.getOrDefault(workspace, new TreeMap<>()).values());
    }

    @Override
    public synchronized Optional<Topic> find(WorkspaceId workspace, TopicId id) {
        return Optional.ofNullable(
                topics.getOrDefault(workspace, new TreeMap<>()).get(id));
    }

    @Override
    public synchronized void define(WorkspaceId workspace, Topic topic) {
        topics.computeIfAbsent(workspace, _ -> new TreeMap<>()).put(topic.id(), topic);
    }

    @Override
    public synchronized void remove(WorkspaceId workspace, TopicId id) {
        topics.getOrDefault(workspace, new TreeMap<>()).remove(id);
    }

    /** What {@code other} defined and {@code kept} did not comes to it. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        of(other).stream().filter(topic -> find(kept, topic.id()).isEmpty()).forEach(topic -> define(kept, topic));
        topics.remove(other);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<WorkspaceId, TreeMap<TopicId, Topic>> old = new HashMap<>();
        topics.forEach((workspace, defined) -> old.put(workspace, new TreeMap<>(defined)));
        return () -> restore(old);
    }

    private synchronized void restore(Map<WorkspaceId, TreeMap<TopicId, Topic>> old) {
        topics.clear();
        topics.putAll(old);
    }
}

package news.lede.topic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Restorable;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** {@link TopicDrafts} in a map. Thread-safe. */
public final class InMemoryTopicDrafts implements TopicDrafts, Restorable {
    private record Key(WorkspaceId workspace, PersonKey person, TopicId topic) {}

    private record Draft(Topic topic, Instant at) {}

    private final Map<Key, Draft> drafts = new HashMap<>();

    @Override
    public synchronized Optional<Topic> find(WorkspaceId workspace, PersonKey person, TopicId topic) {
        return Optional.ofNullable(drafts.get(new Key(workspace, person, topic)))
                .map(Draft::topic);
    }

    @Override
    public synchronized Optional<Instant> keptAt(WorkspaceId workspace, PersonKey person, TopicId topic) {
        return Optional.ofNullable(drafts.get(new Key(workspace, person, topic)))
                .map(draft -> draft.at().truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public synchronized void keep(WorkspaceId workspace, PersonKey person, Topic draft, Instant at) {
        drafts.put(new Key(workspace, person, draft.id()), new Draft(draft, at));
    }

    @Override
    public synchronized void drop(WorkspaceId workspace, PersonKey person, TopicId topic) {
        drafts.remove(new Key(workspace, person, topic));
    }

    @Override
    public synchronized void dropOlder(WorkspaceId workspace, Instant before) {
        drafts.entrySet()
                .removeIf(draft -> draft.getKey().workspace.equals(workspace)
                        && draft.getValue().at.isBefore(before));
    }

    /** What was begun in {@code other} goes on in {@code kept}, unless the same person began the same there. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        Map.copyOf(drafts).forEach((key, draft) -> {
            if (key.workspace.equals(other)) {
                drafts.remove(key);
                drafts.putIfAbsent(new Key(kept, key.person, key.topic), draft);
            }
        });
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Key, Draft> old = new HashMap<>(drafts);
        return () -> restore(old);
    }

    private synchronized void restore(Map<Key, Draft> old) {
        drafts.clear();
        drafts.putAll(old);
    }
}

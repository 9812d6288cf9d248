package news.lede.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Restorable;

/** {@link Looks} in a map. Thread-safe. */
public final class InMemoryLooks implements Looks, Restorable {
    private record Key(ConversationId conversation, PersonKey person) {}

    private final Map<Key, Instant> marks = new HashMap<>();

    @Override
    public synchronized Optional<Instant> last(ConversationId conversation, PersonKey person, Instant now) {
        return Optional.ofNullable(marks.get(new Key(conversation, person)))
                .filter(at -> !at.isBefore(now.minus(KEPT).truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public synchronized void looked(ConversationId conversation, PersonKey person, Instant at) {
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        marks.values().removeIf(mark -> mark.isBefore(millis.minus(KEPT)));
        marks.merge(new Key(conversation, person), millis, (old, now) -> old.isAfter(now) ? old : now);
    }

    /** Who looked at {@code other} alone looked at {@code kept}. */
    public synchronized void takeIn(ConversationId other, ConversationId kept) {
        Map.copyOf(marks).forEach((key, at) -> {
            if (key.conversation.equals(other)) {
                marks.remove(key);
                marks.putIfAbsent(new Key(kept, key.person), at);
            }
        });
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Key, Instant> before = Map.copyOf(marks);
        return () -> restore(before);
    }

    private synchronized void restore(Map<Key, Instant> before) {
        marks.clear();
        marks.putAll(before);
    }
}

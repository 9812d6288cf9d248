package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import news.lede.alert.Messenger.Reason;
import news.lede.article.Restorable;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;

/** {@link Suspensions} in a map. Thread-safe. */
public final class InMemorySuspensions implements Suspensions, Restorable {
    private final Function<ConversationId, Conversation> conversations;
    private final Map<ConversationId, Suspension> rows = new LinkedHashMap<>();
    private final List<Consumer<ConversationId>> suspended = new ArrayList<>();
    private final List<BiConsumer<Suspension, Instant>> resumed = new ArrayList<>();

    public InMemorySuspensions(Function<ConversationId, Conversation> conversations) {
        this.conversations = conversations;
    }

    void whenSuspended(Consumer<ConversationId> listener) {
        suspended.add(listener);
    }

    void whenResumed(BiConsumer<Suspension, Instant> listener) {
        resumed.add(listener);
    }

    @Override
    public synchronized boolean suspend(ConversationId conversation, Reason reason, String detail, Instant now) {
        suspended.forEach(listener -> listener.accept(conversation));
        Suspension old = rows.get(conversation);
        if (old != null && old.reason() == reason) {
            return false;
        }
        Instant since = old == null ? now.truncatedTo(ChronoUnit.MILLIS) : old.since();
        rows.put(conversation, new Suspension(conversation, reason, detail, since, Optional.empty()));
        return true;
    }

    @Override
    public synchronized boolean resume(ConversationId conversation, Instant now) {
        Suspension was = rows.remove(conversation);
        if (was != null) {
            resumed.forEach(listener -> listener.accept(was, now));
        }
        return was != null;
    }

    /** All of them. */
    synchronized List<Suspension> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public synchronized Optional<Suspension> find(ConversationId conversation) {
        return Optional.ofNullable(rows.get(conversation));
    }

    @Override
    public synchronized List<Suspension> untold(String platform, int limit) {
        return rows.values().stream()
                .filter(row -> row.told().isEmpty())
                .filter(row -> conversations
                        .apply(row.conversation())
                        .place()
                        .platform()
                        .equals(platform))
                .sorted(Comparator.comparing(Suspension::since)
                        .thenComparingLong(row -> row.conversation().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void told(ConversationId conversation, Instant at) {
        rows.computeIfPresent(
                conversation,
                (_, row) -> new Suspension(
                        conversation,
                        row.reason(),
                        row.detail(),
                        row.since(),
                        Optional.of(at.truncatedTo(ChronoUnit.MILLIS))));
    }

    public synchronized void forget(ConversationId conversation) {
        rows.remove(conversation);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<ConversationId, Suspension> old = new LinkedHashMap<>(rows);
        return () -> {
            synchronized (this) {
                rows.clear();
                rows.putAll(old);
            }
        };
    }
}

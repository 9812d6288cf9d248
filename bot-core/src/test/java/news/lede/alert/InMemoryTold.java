package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import news.lede.alert.Deliveries.Shown;
import news.lede.article.Restorable;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.story.Stories;
import news.lede.story.Story;
import news.lede.story.StoryId;

/** What conversations know, in a map; with the {@link Edits} that follow from it. Thread-safe. */
public final class InMemoryTold implements Edits, Restorable {
    /** A row of the table {@code told}. */
    public record Told(
            StoryId story,
            ConversationId conversation,
            DeliveryId delivery,
            Optional<Receipt> receipt,
            Instant at,
            int shown,
            int wanted,
            Optional<Instant> editDue) {}

    private record Key(StoryId story, ConversationId conversation) {}

    private final Function<ConversationId, Conversation> conversations;
    private final Stories stories;
    private final InMemorySuspensions suspensions;
    private final Map<Key, Told> rows = new HashMap<>();

    public InMemoryTold(
            Function<ConversationId, Conversation> conversations, Stories stories, InMemorySuspensions suspensions) {
        this.conversations = conversations;
        this.stories = stories;
        this.suspensions = suspensions;
    }

    synchronized void tell(Delivery sent, Receipt receipt, List<Shown> shown, Instant now) {
        for (Shown one : shown) {
            stories.find(one.story()).ifPresent(story -> tell(sent, receipt, story, one.revision(), now));
        }
    }

    private void tell(Delivery sent, Receipt receipt, Story story, int shown, Instant now) {
        Key key = new Key(story.id(), sent.conversation());
        if (sent.kind() != Delivery.Kind.DIGEST) {
            boolean behind = story.revision() > shown;
            rows.put(
                    key,
                    new Told(
                            story.id(),
                            sent.conversation(),
                            sent.id(),
                            Optional.of(receipt),
                            now,
                            shown,
                            behind ? story.revision() : shown,
                            behind ? Optional.of(now) : Optional.empty()));
            return;
        }
        Told old = rows.get(key);
        if (old == null || (old.receipt().isEmpty() && shown >= old.shown())) {
            Told told = new Told(
                    story.id(), sent.conversation(), sent.id(), Optional.empty(), now, shown, shown, Optional.empty());
            rows.put(key, told);
        } else if (shown >= old.shown()) {
            rows.put(
                    key,
                    new Told(
                            story.id(),
                            sent.conversation(),
                            old.delivery(),
                            old.receipt(),
                            old.at(),
                            shown,
                            Math.max(shown, old.wanted()),
                            old.editDue()));
        }
    }

    /** What a conversation knows of a story. */
    public synchronized Optional<Told> find(StoryId story, ConversationId conversation) {
        return Optional.ofNullable(rows.get(new Key(story, conversation)));
    }

    /** Puts a row, for the fakes of others who change them. */
    public synchronized void keep(Told told) {
        rows.put(new Key(told.story(), told.conversation()), told);
    }

    /** All of them. */
    public synchronized List<Told> all() {
        return List.copyOf(rows.values());
    }

    /** What {@code other} knew and {@code kept} does not comes to it; the rest is forgotten. */
    public synchronized void takeIn(ConversationId other, Conversation kept) {
        for (Told row : all()) {
            if (row.conversation().equals(other)) {
                forget(row.story(), other);
                rows.putIfAbsent(
                        new Key(row.story(), kept.id()),
                        new Told(
                                row.story(),
                                kept.id(),
                                row.delivery(),
                                row.receipt(),
                                row.at(),
                                row.shown(),
                                row.wanted(),
                                row.editDue()));
            }
        }
    }

    /** A delivery stands for another one too. */
    synchronized void replaced(DeliveryId gone, DeliveryId by) {
        rows.replaceAll((_, row) -> row.delivery().equals(gone)
                ? new Told(
                        row.story(),
                        row.conversation(),
                        by,
                        row.receipt(),
                        row.at(),
                        row.shown(),
                        row.wanted(),
                        row.editDue())
                : row);
    }

    public synchronized void forget(StoryId story, ConversationId conversation) {
        rows.remove(new Key(story, conversation));
    }

    @Override
    public synchronized List<Edit> due(String platform, Instant now, Collection<ConversationId> except, int limit) {
        Set<ConversationId> taken = new HashSet<>(except);
        return rows.values().stream()
                .filter(row -> row.editDue().isPresent()
                        && row.receipt().isPresent()
                        && !row.editDue().get().isAfter(now))
                .sorted(Comparator.comparing((Told row) -> row.editDue().orElseThrow())
                        .thenComparing(Told::story)
                        .thenComparingLong(row -> row.conversation().value()))
                .map(row -> edit(row, row.receipt().orElseThrow()))
                .filter(edit -> edit.place().platform().equals(platform))
                .filter(edit -> suspensions.find(edit.conversation()).isEmpty())
                .filter(edit -> taken.add(edit.conversation()))
                .limit(limit)
                .toList();
    }

    private Edit edit(Told row, Receipt receipt) {
        Conversation conversation = conversations.apply(row.conversation());
        return new Edit(
                row.conversation(),
                conversation.place(),
                conversation.workspace(),
                row.story(),
                row.delivery(),
                receipt,
                row.shown(),
                row.wanted());
    }

    @Override
    public void shown(Edit edit, int revision) {
        int settled = Math.max(revision, edit.wanted());
        change(
                edit,
                row -> with(
                        row,
                        row.receipt(),
                        revision,
                        row.wanted() > settled ? row.wanted() : revision,
                        row.editDue().filter(_ -> row.wanted() > settled)));
    }

    @Override
    public void later(Edit edit, Instant due) {
        Instant millis = due.truncatedTo(ChronoUnit.MILLIS);
        change(
                edit,
                row -> with(
                        row,
                        row.receipt(),
                        row.shown(),
                        row.wanted(),
                        row.editDue().map(_ -> millis)));
    }

    @Override
    public void leave(Edit edit) {
        change(edit, row -> with(row, row.receipt(), row.shown(), row.shown(), Optional.empty()));
    }

    @Override
    public void gone(Edit edit) {
        change(edit, row -> with(row, Optional.empty(), row.shown(), row.shown(), Optional.empty()));
    }

    private static Told with(Told row, Optional<Receipt> receipt, int shown, int wanted, Optional<Instant> due) {
        return new Told(row.story(), row.conversation(), row.delivery(), receipt, row.at(), shown, wanted, due);
    }

    private synchronized void change(Edit edit, UnaryOperator<Told> change) {
        rows.computeIfPresent(
                new Key(edit.story(), edit.conversation()),
                (_, row) -> row.receipt().equals(Optional.of(edit.receipt())) ? change.apply(row) : row);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Key, Told> old = Map.copyOf(rows);
        return () -> {
            synchronized (this) {
                rows.clear();
                rows.putAll(old);
            }
        };
    }
}

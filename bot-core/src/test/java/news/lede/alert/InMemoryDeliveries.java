package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.lede.alert.Delivery.State;
import news.lede.article.Restorable;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;

/** {@link Deliveries} in a map. Thread-safe. */
public final class InMemoryDeliveries implements Deliveries, Restorable {
    private static final Set<State> WAITING = EnumSet.of(State.PLANNED, State.RETRY, State.UNKNOWN);

    private record Key(ConversationId conversation, Optional<StoryId> story, Delivery.Kind kind, long number) {}

    private final Function<ConversationId, Conversation> conversations;
    private final BiPredicate<ConversationId, Instant> paused;
    private final InMemoryTold told;
    private final InMemorySuspensions suspensions;
    private final TreeMap<Long, Delivery> rows = new TreeMap<>();
    private final Map<Key, DeliveryId> keys = new HashMap<>();
    private final Map<String, Instant> rests = new HashMap<>();
    private final Map<DeliveryId, Instant> finished = new HashMap<>();
    private long lastId;

    /** {@code paused}: whether a conversation wants nothing at an instant. */
    public InMemoryDeliveries(
            Function<ConversationId, Conversation> conversations,
            BiPredicate<ConversationId, Instant> paused,
            InMemoryTold told,
            InMemorySuspensions suspensions) {
        this.conversations = conversations;
        this.paused = paused;
        this.told = told;
        this.suspensions = suspensions;
        suspensions.whenSuspended(this::park);
        suspensions.whenResumed(this::unpark);
    }

    @Override
    public synchronized Optional<DeliveryId> plan(Planned planned) {
        Key key = new Key(planned.conversation(), planned.story(), planned.kind(), planned.number());
        if (keys.containsKey(key)) {
            return Optional.empty();
        }
        Conversation conversation = conversations.apply(planned.conversation());
        DeliveryId id = new DeliveryId(++lastId);
        boolean suspended = suspensions.find(conversation.id()).isPresent();
        keys.put(key, id);
        rows.put(
                id.value(),
                new Delivery(
                        id,
                        conversation.id(),
                        conversation.place(),
                        conversation.workspace(),
                        planned.kind(),
                        planned.story(),
                        planned.number(),
                        planned.revision(),
                        State.PLANNED,
                        planned.lane(),
                        millis(planned.at()),
                        suspended ? Optional.empty() : Optional.of(millis(planned.due())),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return Optional.of(id);
    }

    @Override
    public synchronized List<Delivery> due(String platform, Instant now, Collection<ConversationId> except, int limit) {
        Set<ConversationId> taken = new HashSet<>(except);
        List<Delivery> due = new ArrayList<>();
        for (Delivery row : rows.values()) {
            if (row.due().isPresent() && taken.add(row.conversation())) {
                due.add(row);
            }
        }
        due.removeIf(
                row -> row.state() == State.SENDING || row.due().orElseThrow().isAfter(now));
        return due.stream()
                .map(this::placed)
                .filter(row -> row.place().platform().equals(platform))
                .filter(row -> suspensions.find(row.conversation()).isEmpty())
                .filter(row -> !paused.test(row.conversation(), now))
                .sorted(Comparator.comparing(Delivery::lane)
                        .thenComparing(row -> row.due().orElseThrow())
                        .thenComparingLong(row -> row.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Delivery> begin(DeliveryId id, Instant now) {
        return find(id).filter(row -> WAITING.contains(row.state()) && row.due().isPresent())
                .filter(row -> suspensions.find(row.conversation()).isEmpty())
                .map(row -> keep(new Delivery(
                        id,
                        row.conversation(),
                        row.place(),
                        row.workspace(),
                        row.kind(),
                        row.story(),
                        row.number(),
                        row.revision(),
                        State.SENDING,
                        row.lane(),
                        row.planned(),
                        row.due(),
                        row.attempts() + 1,
                        row.doubts(),
                        Optional.of(millis(now)),
                        row.receipt(),
                        row.problem())));
    }

    @Override
    public synchronized void sent(DeliveryId id, Receipt receipt, List<Shown> shown, Instant now) {
        find(id).ifPresent(row -> {
            if (WAITING.contains(row.state()) || row.state() == State.SENDING) {
                keep(with(row, State.SENT, Optional.empty(), row.doubts(), Optional.of(receipt), Optional.empty()));
                finished.put(id, millis(now));
            }
            told.tell(row, receipt, shown, millis(now));
        });
    }

    @Override
    public void retry(DeliveryId id, Instant due, String problem) {
        change(id, row -> with(row, State.RETRY, Optional.of(millis(due)), row.doubts(), Optional.of(problem)));
    }

    @Override
    public void unknown(DeliveryId id, Instant due, String problem) {
        change(id, row -> with(row, State.UNKNOWN, Optional.of(millis(due)), row.doubts() + 1, Optional.of(problem)));
    }

    @Override
    public void postpone(DeliveryId id, Instant due, String problem) {
        change(
                id,
                row -> with(
                        row,
                        row.doubts() > 0 ? State.UNKNOWN : State.RETRY,
                        Optional.of(millis(due)),
                        row.doubts(),
                        Optional.of(problem)));
    }

    @Override
    public void hold(DeliveryId id, String problem) {
        change(id, row -> with(row, State.HELD, Optional.empty(), row.doubts(), Optional.of(problem)));
    }

    @Override
    public void giveUp(DeliveryId id, String problem, Instant now) {
        change(id, row -> with(row, State.GIVEN_UP, Optional.empty(), row.doubts(), Optional.of(problem)));
        finish(id, now);
    }

    @Override
    public void cancel(DeliveryId id, String problem, Instant now) {
        change(id, row -> with(row, State.CANCELLED, Optional.empty(), row.doubts(), Optional.of(problem)));
        finish(id, now);
    }

    @Override
    public synchronized int interrupted(String platform, Instant now) {
        List<Delivery> begun = rows.values().stream()
                .filter(row -> row.state() == State.SENDING)
                .filter(row -> row.place().platform().equals(platform))
                .toList();
        begun.forEach(row -> unknown(row.id(), now, "interrupted"));
        return begun.size();
    }

    @Override
    public synchronized Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(rows.get(id.value())).map(this::placed);
    }

    @Override
    public synchronized void rest(String platform, Instant until) {
        rests.merge(platform, millis(until), (old, later) -> old.isAfter(later) ? old : later);
    }

    @Override
    public synchronized Optional<Instant> resting(String platform, Instant now) {
        return Optional.ofNullable(rests.get(platform)).filter(until -> until.isAfter(now));
    }

    /** All of them, by id. */
    public synchronized List<Delivery> all() {
        return rows.values().stream().map(this::placed).toList();
    }

    /** When one was sent, given up or cancelled. */
    public synchronized Optional<Instant> finished(DeliveryId id) {
        return Optional.ofNullable(finished.get(id))
                .filter(_ -> rows.containsKey(id.value())
                        && rows.get(id.value()).due().isEmpty()
                        && rows.get(id.value()).state() != State.PLANNED);
    }

    private synchronized void finish(DeliveryId id, Instant now) {
        if (rows.containsKey(id.value())) {
            finished.putIfAbsent(id, millis(now));
        }
    }

    /** Puts a delivery under another story, unless there is one. */
    synchronized void rekey(DeliveryId id, StoryId story) {
        Delivery row = rows.get(id.value());
        if (row == null) {
            return;
        }
        Key key = new Key(row.conversation(), Optional.of(story), row.kind(), row.number());
        if (keys.putIfAbsent(key, id) == null) {
            keys.remove(new Key(row.conversation(), row.story(), row.kind(), row.number()));
            keep(new Delivery(
                    id,
                    row.conversation(),
                    row.place(),
                    row.workspace(),
                    row.kind(),
                    key.story(),
                    row.number(),
                    row.revision(),
                    row.state(),
                    row.lane(),
                    row.planned(),
                    row.due(),
                    row.attempts(),
                    row.doubts(),
                    row.attempted(),
                    row.receipt(),
                    row.problem()));
        }
    }

    /** Puts another row in the place of one, for the fakes of others who change deliveries. */
    public synchronized Delivery keep(Delivery row) {
        rows.put(row.id().value(), row);
        return row;
    }

    private synchronized void change(DeliveryId id, UnaryOperator<Delivery> change) {
        Stream.ofNullable(rows.get(id.value()))
                .filter(row -> WAITING.contains(row.state()) || row.state() == State.SENDING)
                .map(change)
                .toList()
                .forEach(this::keep);
    }

    /** What {@code other} had and {@code kept} has not comes to it; the rest is forgotten. */
    public synchronized void takeIn(ConversationId other, Conversation kept) {
        for (Delivery row : of(other).toList()) {
            rows.remove(row.id().value());
            keys.remove(new Key(other, row.story(), row.kind(), row.number()));
            Key key = new Key(kept.id(), row.story(), row.kind(), row.number());
            if (keys.putIfAbsent(key, row.id()) == null) {
                keep(new Delivery(
                        row.id(),
                        kept.id(),
                        kept.place(),
                        kept.workspace(),
                        row.kind(),
                        row.story(),
                        row.number(),
                        row.revision(),
                        row.state(),
                        row.lane(),
                        row.planned(),
                        row.due(),
                        row.attempts(),
                        row.doubts(),
                        row.attempted(),
                        row.receipt(),
                        row.problem()));
            }
        }
    }

    private synchronized void park(ConversationId conversation) {
        of(conversation)
                .filter(row -> row.due().isPresent() && row.state() != State.SENDING)
                .toList()
                .forEach(row -> keep(with(row, row.state(), Optional.empty(), row.doubts(), row.problem())));
    }

    private synchronized void unpark(Suspensions.Suspension was, Instant now) {
        Instant stale = millis(now).minus(Suspensions.STALE);
        of(was.conversation())
                .filter(row -> WAITING.contains(row.state()) || row.state() == State.HELD)
                .filter(row -> row.planned().isBefore(stale) && was.since().isBefore(stale))
                .toList()
                .forEach(row -> {
                    keep(with(
                            row,
                            State.CANCELLED,
                            Optional.empty(),
                            row.doubts(),
                            Optional.of(Suspensions.STALE_PROBLEM)));
                    finished.put(row.id(), millis(now));
                });
        of(was.conversation())
                .filter(row -> row.due().isEmpty() && WAITING.contains(row.state()))
                .toList()
                .forEach(row -> keep(with(row, row.state(), Optional.of(millis(now)), row.doubts(), row.problem())));
    }

    private Stream<Delivery> of(ConversationId conversation) {
        return rows.values().stream().filter(row -> row.conversation().equals(conversation));
    }

    /** Where its conversation is now. */
    private Delivery placed(Delivery row) {
        Conversation now = conversations.apply(row.conversation());
        return now.place().equals(row.place())
                ? row
                : new Delivery(
                        row.id(),
                        now.id(),
                        now.place(),
                        now.workspace(),
                        row.kind(),
                        row.story(),
                        row.number(),
                        row.revision(),
                        row.state(),
                        row.lane(),
                        row.planned(),
                        row.due(),
                        row.attempts(),
                        row.doubts(),
                        row.attempted(),
                        row.receipt(),
                        row.problem());
    }

    private static Delivery with(
            Delivery row, State state, Optional<Instant> due, int doubts, Optional<String> problem) {
        return with(row, state, due, doubts, row.receipt(), problem);
    }

    private static Delivery with(
            Delivery row,
            State state,
            Optional<Instant> due,
            int doubts,
            Optional<Receipt> receipt,
            Optional<String> problem) {
        return new Delivery(
                row.id(),
                row.conversation(),
                row.place(),
                row.workspace(),
                row.kind(),
                row.story(),
                row.number(),
                row.revision(),
                state,
                row.lane(),
                row.planned(),
                due,
                row.attempts(),
                doubts,
                row.attempted(),
                receipt,
                problem);
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized Runnable snapshot() {
        TreeMap<Long, Delivery> oldRows = new TreeMap<>(rows);
        Map<Key, DeliveryId> oldKeys = Map.copyOf(keys);
        Map<String, Instant> oldRests = Map.copyOf(rests);
        Map<DeliveryId, Instant> oldFinished = Map.copyOf(finished);
        return () -> {
            synchronized (this) {
                rows.clear();
                rows.putAll(oldRows);
                keys.clear();
                keys.putAll(oldKeys);
                rests.clear();
                rests.putAll(oldRests);
                finished.clear();
                finished.putAll(oldFinished);
            }
        };
    }
}

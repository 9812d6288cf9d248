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
import java.util.function.BiConsumer;
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
    private final List<BiConsumer<DeliveryId, DeliveryId>> replaced = new ArrayList<>();
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
                .map(row -> keep(Altered.of(row).begun(millis(now)).row()));
    }

    @Override
    public synchronized void sent(DeliveryId id, Receipt receipt, List<Shown> shown, Instant now) {
        find(id).ifPresent(row -> {
            if (WAITING.contains(row.state()) || row.state() == State.SENDING) {
                keep(Altered.of(row)
                        .idle(State.SENT)
                        .receipt(receipt)
                        .problem(Optional.empty())
                        .row());
                finished.put(id, millis(now));
            }
            told.tell(row, receipt, shown, millis(now));
        });
    }

    @Override
    public void retry(DeliveryId id, Instant due, String problem) {
        change(id, row -> row.state(State.RETRY).due(millis(due)).problem(problem));
    }

    @Override
    public void unknown(DeliveryId id, Instant due, String problem) {
        change(id, row -> row.state(State.UNKNOWN).due(millis(due)).doubted().problem(problem));
    }

    @Override
    public synchronized void postpone(DeliveryId id, Instant due, String problem) {
        boolean doubtful = find(id).filter(row -> row.doubts() > 0).isPresent();
        change(
                id,
                row -> row.state(doubtful ? State.UNKNOWN : State.RETRY)
                        .due(millis(due))
                        .problem(problem));
    }

    @Override
    public void hold(DeliveryId id, String problem) {
        change(id, row -> row.idle(State.HELD).problem(problem));
    }

    @Override
    public void giveUp(DeliveryId id, String problem, Instant now) {
        change(id, row -> row.idle(State.GIVEN_UP).problem(problem));
        finish(id, now);
    }

    @Override
    public void cancel(DeliveryId id, String problem, Instant now) {
        change(id, row -> row.idle(State.CANCELLED).problem(problem));
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
            keys.remove(key(row));
            keep(Altered.of(row).story(story).row());
        }
    }

    /** Puts another row in the place of one, for the fakes of others who change deliveries. */
    public synchronized Delivery keep(Delivery row) {
        rows.put(row.id().value(), row);
        return row;
    }

    private synchronized void change(DeliveryId id, UnaryOperator<Altered> change) {
        Stream.ofNullable(rows.get(id.value()))
                .filter(row -> WAITING.contains(row.state()) || row.state() == State.SENDING)
                .map(row -> change.apply(Altered.of(row)).row())
                .toList()
                .forEach(this::keep);
    }

    /** What {@code other} had comes to {@code kept}. Of two that are the same message the one that came further stays; digests of one instant both do. */
    public synchronized void takeIn(ConversationId other, Conversation kept) {
        for (Delivery row : of(other).toList()) {
            keys.remove(key(row));
            Delivery moved = Altered.of(row).in(kept).row();
            DeliveryId same = keys.get(key(moved));
            if (same == null) {
                put(moved);
            } else if (row.kind() == Delivery.Kind.DIGEST) {
                putBefore(moved);
            } else if (progress(row.state()) > progress(find(same).orElseThrow().state())) {
                end(same, row.id());
                put(moved);
            } else {
                end(row.id(), same);
            }
        }
    }

    /** Its conversation is at another place: what waited for the old one to be open is due. */
    public synchronized void wake(Conversation moved) {
        of(moved.id())
                .filter(row -> row.due().isEmpty() && WAITING.contains(row.state()))
                .toList()
                .forEach(row -> keep(Altered.of(row).due(row.planned()).row()));
    }

    private void putBefore(Delivery digest) {
        Delivery earlier = digest;
        while (keys.containsKey(key(earlier))) {
            earlier = Altered.of(earlier).number(earlier.number() - 1).row();
        }
        put(earlier);
    }

    private void put(Delivery row) {
        keys.put(key(row), row.id());
        keep(row);
    }

    private void end(DeliveryId goes, DeliveryId stays) {
        rows.remove(goes.value());
        finished.remove(goes);
        told.replaced(goes, stays);
        replaced.forEach(listener -> listener.accept(goes, stays));
    }

    /** Tells the fakes beside this one that a delivery stands for another one too. */
    public void whenReplaced(BiConsumer<DeliveryId, DeliveryId> listener) {
        replaced.add(listener);
    }

    private static int progress(State state) {
        return switch (state) {
            case SENT -> 4;
            case SENDING, UNKNOWN -> 3;
            case PLANNED, RETRY -> 2;
            case HELD -> 1;
            case CANCELLED, GIVEN_UP -> 0;
        };
    }

    private static Key key(Delivery row) {
        return new Key(row.conversation(), row.story(), row.kind(), row.number());
    }

    private synchronized void park(ConversationId conversation) {
        of(conversation)
                .filter(row -> row.due().isPresent() && row.state() != State.SENDING)
                .toList()
                .forEach(row -> keep(Altered.of(row).idle(row.state()).row()));
    }

    private synchronized void unpark(Suspensions.Suspension was, Instant now) {
        Instant stale = millis(now).minus(Suspensions.STALE);
        of(was.conversation())
                .filter(row -> WAITING.contains(row.state()) || row.state() == State.HELD)
                .filter(row -> row.planned().isBefore(stale) && was.since().isBefore(stale))
                .toList()
                .forEach(row -> {
                    keep(Altered.of(row)
                            .idle(State.CANCELLED)
                            .problem(Suspensions.STALE_PROBLEM)
                            .row());
                    finished.put(row.id(), millis(now));
                });
        of(was.conversation())
                .filter(row -> row.due().isEmpty() && WAITING.contains(row.state()))
                .toList()
                .forEach(row -> keep(Altered.of(row).due(millis(now)).row()));
    }

    private Stream<Delivery> of(ConversationId conversation) {
        return rows.values().stream().filter(row -> row.conversation().equals(conversation));
    }

    /** Where its conversation is now. */
    private Delivery placed(Delivery row) {
        Conversation now = conversations.apply(row.conversation());
        return now.place().equals(row.place()) && now.workspace().equals(row.workspace())
                ? row
                : Altered.of(row).in(now).row();
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

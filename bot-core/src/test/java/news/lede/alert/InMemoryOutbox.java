package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery.Kind;
import news.lede.alert.Delivery.State;
import news.lede.article.ArticleId;
import news.lede.article.Restorable;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.store.InMemoryStore;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;

/** {@link Outbox} over the fakes of one store. Thread-safe. */
public final class InMemoryOutbox implements Outbox, Restorable {
    private static final Set<State> UNSENT = EnumSet.of(State.PLANNED, State.RETRY, State.HELD);
    private static final Set<State> BEGUN = EnumSet.of(State.SENDING, State.UNKNOWN);

    private final InMemoryStore store;
    private final Map<DeliveryId, Set<SubscriptionId>> reasons = new HashMap<>();
    private final Map<DeliveryId, List<Shown>> stories = new HashMap<>();

    public InMemoryOutbox(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public synchronized boolean expand(Announcement announcement, int most, Instant now) {
        Optional<InMemoryMatches.Row> next = store.matches().unexpanded(announcement);
        next.ifPresent(row -> {
            List<Subscription> portion = store.subscriptions().all().stream()
                    .filter(s -> s.wishId().equals(row.match().wish()))
                    .filter(s -> s.cadence() instanceof Cadence.Instantly)
                    .filter(s -> s.id().value() > row.reached().orElseThrow())
                    .filter(s -> row.match().within().isEmpty()
                            || row.match().within().equals(Optional.of(s.workspace())))
                    .limit(BATCH)
                    .toList();
            portion.stream().filter(s -> wants(s, row, now)).forEach(s -> planFirst(s, announcement, most, now));
            store.matches()
                    .reached(
                            row,
                            portion.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(portion.getLast().id().value()));
        });
        return next.isPresent();
    }

    private boolean wants(Subscription wishing, InMemoryMatches.Row row, Instant now) {
        boolean shared = row.match().within().isEmpty();
        boolean another = shared
                && wishing.wish().subject() instanceof Subject.OfTopic(String name)
                && store.matches().means(wishing.workspace(), name);
        return !another
                && !wishing.created().isAfter(row.announcement().created())
                && wishing.pausedUntil().filter(now::isBefore).isEmpty()
                && !paused(wishing.conversation(), now)
                && sees(wishing.workspace(), row.match().article());
    }

    private boolean paused(ConversationId conversation, Instant now) {
        return store.subscriptions()
                .channel(conversation)
                .pausedUntil()
                .filter(now::isBefore)
                .isPresent();
    }

    private boolean sees(WorkspaceId workspace, ArticleId article) {
        return !store.articles()
                .visible(List.of(article), store.communities().visibleSources(workspace))
                .isEmpty();
    }

    private void planFirst(Subscription wishing, Announcement announcement, int most, Instant now) {
        Optional<Story> story = store.stories().find(announcement.story());
        if (story.isEmpty()) {
            return;
        }
        StoryId id = story.get().id();
        ConversationId conversation = wishing.conversation();
        if (store.edits().find(id, conversation).isEmpty()) {
            plan(conversation, Kind.FIRST, story.get(), 0, story.get().revision(), most, now);
        }
        store.deliveries().all().stream()
                .filter(row -> row.conversation().equals(conversation) && row.kind() == Kind.FIRST)
                .filter(row -> row.story().equals(Optional.of(id)))
                .forEach(row -> {
                    wanted(row.id(), wishing);
                    if (row.state() == State.CANCELLED) {
                        digestsToTell(id, conversation).forEach(digest -> wanted(digest, wishing));
                    }
                });
    }

    private void wanted(DeliveryId id, Subscription wishing) {
        reasons.computeIfAbsent(id, _ -> new TreeSet<>(Comparator.comparingLong(SubscriptionId::value)))
                .add(wishing.id());
    }

    /** Digests that are to tell a story and did not yet. */
    private List<DeliveryId> digestsToTell(StoryId story, ConversationId conversation) {
        return stories.entrySet().stream()
                .filter(digest -> digest.getValue().stream()
                        .anyMatch(shown -> shown.story().equals(story)))
                .map(Map.Entry::getKey)
                .filter(digest -> store.deliveries()
                        .find(digest)
                        .filter(row -> row.conversation().equals(conversation))
                        .filter(row -> isBegun(row.state()) || row.state() == State.HELD)
                        .isPresent())
                .toList();
    }

    private void plan(
            ConversationId conversation, Kind kind, Story story, int number, int revision, int most, Instant now) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        boolean hold = keptBack(conversation, most, millis);
        Optional<DeliveryId> planned = store.deliveries()
                .plan(new Planned(
                        conversation, kind, Optional.of(story.id()), number, revision, Lane.ALERT, millis, millis));
        if (planned.isEmpty()) {
            if (kind == Kind.FIRST) {
                planAgain(conversation, story, revision, hold, millis);
            }
            return;
        }
        if (hold) {
            Delivery row = store.deliveries().find(planned.get()).orElseThrow();
            store.deliveries()
                    .keep(Altered.of(row)
                            .idle(State.HELD)
                            .problem(Optional.empty())
                            .row());
        }
    }

    private void planAgain(ConversationId conversation, Story story, int revision, boolean hold, Instant now) {
        boolean taken = stories.entrySet().stream()
                .anyMatch(digest -> digest.getValue().stream()
                                .anyMatch(shown -> shown.story().equals(story.id()))
                        && store.deliveries()
                                .find(digest.getKey())
                                .filter(row ->
                                        row.conversation().equals(conversation) && row.state() != State.CANCELLED)
                                .isPresent());
        store.deliveries().all().stream()
                .filter(row -> row.conversation().equals(conversation)
                        && row.kind() == Kind.FIRST
                        && row.story().equals(Optional.of(story.id())))
                .filter(row -> row.state() == State.CANCELLED && row.doubts() == 0 && !taken)
                .forEach(row -> store.deliveries()
                        .keep(Altered.of(row)
                                .plannedAnew(revision, now)
                                .state(hold ? State.HELD : State.PLANNED)
                                .due(due(conversation, hold, now))
                                .problem(Optional.empty())
                                .row()));
    }

    private Optional<Instant> due(ConversationId conversation, boolean hold, Instant now) {
        return hold || store.suspensions().find(conversation).isPresent() ? Optional.empty() : Optional.of(now);
    }

    private boolean keptBack(ConversationId conversation, int most, Instant now) {
        Channel channel = store.subscriptions().channel(conversation);
        long lately = rows(conversation)
                .filter(row -> row.due().isPresent()
                        || row.state() == State.SENT
                                && store.deliveries()
                                        .finished(row.id())
                                        .filter(now.minus(Duration.ofDays(1))::isBefore)
                                        .isPresent())
                .count();
        return channel.budget().isPresent() || channel.quiet().isPresent() || lately >= most;
    }

    private Stream<Delivery> rows(ConversationId conversation) {
        return store.deliveries().all().stream()
                .filter(row -> row.conversation().equals(conversation));
    }

    @Override
    public synchronized Optional<ConversationId> grow(
            Growth growth, ConversationId after, int most, Instant youngest, Instant editDue, Instant now) {
        List<Conversation> portion = knowing(growth.story()).stream()
                .filter(conversation -> conversation.value() > after.value())
                .sorted(Comparator.comparingLong(ConversationId::value))
                .limit(BATCH)
                .map(conversation -> store.communities().find(conversation).orElseThrow())
                .toList();
        for (Conversation conversation : portion) {
            if (sees(conversation.workspace(), growth.article())) {
                Optional<InMemoryTold.Told> told = store.edits().find(growth.story(), conversation.id());
                told.filter(row -> row.wanted() < growth.revision())
                        .ifPresent(row -> store.edits().keep(wanting(row, growth.revision(), youngest, editDue)));
                growth.news()
                        .filter(kind -> told.filter(row -> row.shown() >= growth.revision())
                                .isEmpty())
                        .filter(kind -> kind == Kind.CORRECTION
                                || told.flatMap(InMemoryTold.Told::receipt).isPresent())
                        .filter(_ -> !paused(conversation.id(), now))
                        .ifPresent(kind -> plan(
                                conversation.id(),
                                kind,
                                store.stories().find(growth.story()).orElseThrow(),
                                growth.revision(),
                                growth.revision(),
                                most,
                                now));
            }
        }
        return portion.isEmpty()
                ? Optional.empty()
                : Optional.of(portion.getLast().id());
    }

    @Override
    public synchronized int recall(StoryId story, ArticleId article, Instant oldest, Instant at) {
        return store.retractions()
                .recall(
                        Set.of(story),
                        oldest,
                        at,
                        row -> row.kind() != Kind.CORRECTION
                                && sees(
                                        store.communities()
                                                .find(row.conversation())
                                                .orElseThrow()
                                                .workspace(),
                                        article));
    }

    private Set<ConversationId> knowing(StoryId story) {
        Set<ConversationId> knowing = new LinkedHashSet<>();
        store.edits().all().stream()
                .filter(row -> row.story().equals(story))
                .forEach(row -> knowing.add(row.conversation()));
        store.deliveries().all().stream()
                .filter(row -> BEGUN.contains(row.state()))
                .filter(row -> row.kind() == Kind.FIRST && row.story().equals(Optional.of(story))
                        || stories.getOrDefault(row.id(), List.of()).stream()
                                .anyMatch(shown -> shown.story().equals(story)))
                .forEach(row -> knowing.add(row.conversation()));
        return knowing;
    }

    private static InMemoryTold.Told wanting(InMemoryTold.Told row, int revision, Instant youngest, Instant due) {
        Optional<Instant> edit = row.receipt().isEmpty() || !row.at().isAfter(youngest)
                ? Optional.empty()
                : Optional.of(row.editDue().orElse(due.truncatedTo(ChronoUnit.MILLIS)));
        return new InMemoryTold.Told(
                row.story(), row.conversation(), row.delivery(), row.receipt(), row.at(), row.shown(), revision, edit);
    }

    @Override
    public synchronized Map<StoryId, Told> told(ConversationId conversation, Collection<StoryId> wanted) {
        return store.edits().all().stream()
                .filter(row -> row.conversation().equals(conversation) && wanted.contains(row.story()))
                .collect(Collectors.toUnmodifiableMap(
                        InMemoryTold.Told::story,
                        row -> new Told(
                                row.story(),
                                row.conversation(),
                                row.delivery(),
                                row.receipt(),
                                row.at(),
                                row.shown(),
                                row.wanted(),
                                row.editDue())));
    }

    @Override
    public synchronized Optional<Instant> firstTold(StoryId story) {
        return store.edits().all().stream()
                .filter(row -> row.story().equals(story))
                .map(InMemoryTold.Told::at)
                .min(Comparator.naturalOrder());
    }

    /** Stories were taken back. */
    public synchronized void ended(Set<StoryId> ended, Instant at) {
        store.edits().all().stream()
                .filter(row -> ended.contains(row.story()))
                .forEach(row -> store.edits().forget(row.story(), row.conversation()));
        stories.replaceAll((_, shown) ->
                shown.stream().filter(one -> !ended.contains(one.story())).toList());
        store.deliveries().all().stream()
                .filter(row -> row.story().filter(ended::contains).isPresent() && UNSENT.contains(row.state()))
                .forEach(row -> {
                    store.outbox().release(row.id(), at);
                    store.deliveries().cancel(row.id(), "what it tells of was taken back", at);
                });
    }

    /** Two stories became one. */
    public synchronized void merged(Story kept, StoryId gone) {
        Instant at = kept.updated();
        for (InMemoryTold.Told other : store.edits().all()) {
            if (other.story().equals(gone)) {
                store.edits()
                        .find(kept.id(), other.conversation())
                        .ifPresentOrElse(one -> bothTold(one, other, at), () -> rekey(other, kept, at));
            }
        }
        store.deliveries().all().stream()
                .filter(row -> row.kind() == Kind.FIRST && row.doubts() == 0 && UNSENT.contains(row.state()))
                .filter(row ->
                        row.story().equals(Optional.of(gone)) || row.story().equals(Optional.of(kept.id())))
                .forEach(row -> unsent(row, kept.id(), gone));
    }

    private void bothTold(InMemoryTold.Told one, InMemoryTold.Told other, Instant at) {
        boolean swap = other.at().isBefore(one.at())
                && (other.receipt().isPresent() || one.receipt().isEmpty());
        InMemoryTold.Told first = swap ? other : one;
        InMemoryTold.Told later = swap ? one : other;
        store.edits()
                .keep(new InMemoryTold.Told(
                        one.story(),
                        one.conversation(),
                        first.delivery(),
                        first.receipt(),
                        first.at(),
                        one.shown(),
                        one.wanted(),
                        one.editDue()));
        store.edits()
                .keep(new InMemoryTold.Told(
                        other.story(),
                        other.conversation(),
                        later.delivery(),
                        later.receipt(),
                        later.at(),
                        other.shown(),
                        other.shown() + 1,
                        later.receipt().map(_ -> at)));
    }

    private void rekey(InMemoryTold.Told other, Story kept, Instant at) {
        store.edits().forget(other.story(), other.conversation());
        store.edits()
                .keep(new InMemoryTold.Told(
                        kept.id(),
                        other.conversation(),
                        other.delivery(),
                        other.receipt(),
                        other.at(),
                        kept.revision() - 1,
                        kept.revision(),
                        other.receipt()
                                .filter(_ -> other.at().isAfter(at.minus(Duration.ofHours(24))))
                                .map(_ -> at.plus(Duration.ofMinutes(2)))));
    }

    private void unsent(Delivery row, StoryId kept, StoryId gone) {
        if (store.edits().find(kept, row.conversation()).isPresent()) {
            store.deliveries()
                    .keep(Altered.of(row)
                            .idle(State.CANCELLED)
                            .problem("became part of a story that was told")
                            .row());
        } else if (row.story().equals(Optional.of(gone))) {
            store.deliveries().rekey(row.id(), kept);
        }
    }

    @Override
    public synchronized List<Held> held(DeliveryId after, int limit) {
        return store.deliveries().all().stream()
                .filter(row -> row.state() == State.HELD && row.id().value() > after.value())
                .limit(limit)
                .map(row -> new Held(row.id(), row.conversation()))
                .toList();
    }

    @Override
    public synchronized List<Waiting> waiting(ConversationId conversation) {
        return rows(conversation)
                .filter(row -> row.state() == State.HELD)
                .map(row -> new Waiting(
                        row.id(),
                        row.kind(),
                        row.story(),
                        row.planned(),
                        row.problem()
                                .flatMap(why -> Stream.of(Hold.values())
                                        .filter(hold -> hold.name().equals(why))
                                        .findFirst())))
                .toList();
    }

    @Override
    public synchronized Spent spent(ConversationId conversation, Instant from, Instant until) {
        List<Delivery> spent = rows(conversation)
                .filter(row -> isBegun(row.state())
                        || row.state() == State.SENT
                                && store.deliveries()
                                        .finished(row.id())
                                        .filter(at -> !at.isBefore(from) && at.isBefore(until))
                                        .isPresent())
                .toList();
        return new Spent(spent.size(), (int)
                spent.stream().filter(row -> row.kind() == Kind.DIGEST).count());
    }

    private static boolean isBegun(State state) {
        return switch (state) {
            case PLANNED, SENDING, RETRY, UNKNOWN -> true;
            case SENT, HELD, GIVEN_UP, CANCELLED -> false;
        };
    }

    @Override
    public synchronized void release(DeliveryId id, Instant now) {
        store.deliveries()
                .find(id)
                .filter(row -> row.state() == State.HELD)
                .ifPresent(row -> store.deliveries()
                        .keep(Altered.of(row)
                                .state(State.PLANNED)
                                .due(due(row.conversation(), false, now.truncatedTo(ChronoUnit.MILLIS)))
                                .problem(Optional.empty())
                                .row()));
    }

    @Override
    public synchronized void drop(DeliveryId id, String why, Instant now) {
        store.deliveries()
                .find(id)
                .filter(row -> row.state() == State.HELD)
                .ifPresent(row -> store.deliveries()
                        .keep(Altered.of(row).idle(State.CANCELLED).problem(why).row()));
    }

    @Override
    public synchronized void hold(Collection<DeliveryId> ids, Hold why) {
        ids.forEach(id -> store.deliveries()
                .find(id)
                .filter(row -> row.state() == State.HELD)
                .ifPresent(row -> store.deliveries()
                        .keep(Altered.of(row).problem(why.name()).row())));
    }

    @Override
    public synchronized Optional<DeliveryId> plan(Digest digest, Instant due, Instant now) {
        Optional<DeliveryId> planned = store.deliveries()
                .plan(new Planned(
                        digest.conversation(),
                        Kind.DIGEST,
                        Optional.empty(),
                        digest.number().toEpochMilli(),
                        0,
                        Lane.DIGEST,
                        now,
                        due));
        planned.ifPresent(id -> {
            stories.put(id, digest.stories());
            Set<SubscriptionId> wanting = new TreeSet<>(Comparator.comparingLong(SubscriptionId::value));
            wanting.addAll(digest.reasons());
            reasons.put(id, wanting);
            digest.folded()
                    .forEach(folded -> store.deliveries()
                            .find(folded)
                            .filter(row -> row.state() == State.HELD)
                            .ifPresent(row -> store.deliveries()
                                    .keep(Altered.of(row)
                                            .idle(State.CANCELLED)
                                            .problem("told in a digest")
                                            .row())));
        });
        return planned;
    }

    /** A delivery stands for another one too. */
    public synchronized void replaced(DeliveryId gone, DeliveryId by) {
        Set<SubscriptionId> wanted = reasons.remove(gone);
        if (wanted != null) {
            reasons.merge(by, wanted, (one, other) -> {
                Set<SubscriptionId> both = new TreeSet<>(Comparator.comparingLong(SubscriptionId::value));
                both.addAll(one);
                both.addAll(other);
                return both;
            });
        }
    }

    @Override
    public synchronized List<Shown> storiesOf(DeliveryId digest) {
        return stories.getOrDefault(digest, List.of());
    }

    @Override
    public synchronized Optional<Instant> lastDigest(
            ConversationId conversation, SubscriptionId subscription, Instant before) {
        return rows(conversation)
                .filter(row -> row.kind() == Kind.DIGEST && row.number() < before.toEpochMilli())
                .filter(row -> row.state() != State.CANCELLED && row.state() != State.GIVEN_UP)
                .filter(row -> reasons.getOrDefault(row.id(), Set.of()).contains(subscription))
                .max(Comparator.comparingLong(Delivery::number))
                .map(Delivery::planned);
    }

    @Override
    public synchronized List<SubscriptionId> reasons(DeliveryId id) {
        return reasons.getOrDefault(id, Set.of()).stream()
                .sorted(Comparator.comparingLong(SubscriptionId::value))
                .toList();
    }

    @Override
    public synchronized List<DeliveryId> of(ConversationId conversation, StoryId story) {
        return rows(conversation)
                .filter(row -> row.story().equals(Optional.of(story)))
                .map(Delivery::id)
                .toList();
    }

    @Override
    public synchronized Map<SubscriptionId, Instant> lastTold(ConversationId conversation, int latest) {
        Map<SubscriptionId, Instant> told = new HashMap<>();
        latest(conversation, latest).stream()
                .map(id -> store.deliveries().find(id).orElseThrow())
                .filter(row -> row.state() == State.SENT)
                .forEach(row -> row.attempted()
                        .ifPresent(at -> reasons(row.id())
                                .forEach(reason ->
                                        told.merge(reason, at, (one, other) -> one.isAfter(other) ? one : other))));
        return Map.copyOf(told);
    }

    @Override
    public synchronized List<DeliveryId> latest(ConversationId conversation, int limit) {
        return rows(conversation)
                .filter(row -> store.deliveries().finished(row.id()).isPresent())
                .sorted(Comparator.comparing((Delivery row) ->
                                store.deliveries().finished(row.id()).orElseThrow())
                        .reversed())
                .limit(limit)
                .map(Delivery::id)
                .toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<DeliveryId, Set<SubscriptionId>> oldReasons = new HashMap<>();
        reasons.forEach((id, set) -> oldReasons.put(id, new HashSet<>(set)));
        Map<DeliveryId, List<Shown>> oldStories = Map.copyOf(stories);
        return () -> {
            synchronized (this) {
                reasons.clear();
                oldReasons.forEach((id, set) -> reasons.put(id, new LinkedHashSet<>(new ArrayList<>(set))));
                stories.clear();
                stories.putAll(oldStories);
            }
        };
    }
}

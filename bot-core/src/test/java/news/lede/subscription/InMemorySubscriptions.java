package news.lede.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.lede.article.Restorable;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.source.InMemorySources;
import news.lede.source.SourceId;

/** {@link Subscriptions} in maps. Thread-safe. */
public final class InMemorySubscriptions implements Subscriptions, Restorable {
    private final List<Wish> wishes = new ArrayList<>();
    private final TreeMap<Long, Subscription> all = new TreeMap<>();
    private final Map<SubscriptionId, Instant> due = new HashMap<>();
    private final Map<ConversationId, Channel> channels = new HashMap<>();
    private final Communities communities;
    private long last;

    public InMemorySubscriptions(InMemorySources sources, Communities communities) {
        this.communities = communities;
        sources.whenMerged(this::merge);
    }

    @Override
    public synchronized Outcome subscribe(
            Conversation conversation,
            Wish wish,
            Cadence cadence,
            Optional<Instant> nextDue,
            PersonKey by,
            Instant at,
            int most) {
        Optional<Subscription> there = equal(conversation.id(), wish, cadence);
        if (there.isEmpty()) {
            if (of(conversation.id()).size() >= MOST_OF_A_CONVERSATION) {
                return new Outcome.Full(MOST_OF_A_CONVERSATION, false);
            }
            if (of(conversation.workspace()).size() >= most) {
                return new Outcome.Full(most, true);
            }
            last++;
        }
        Subscription subscription = new Subscription(
                there.map(Subscription::id).orElseGet(() -> new SubscriptionId(last)),
                id(wish),
                wish,
                conversation.id(),
                conversation.workspace(),
                cadence,
                there.map(Subscription::created).orElse(millis(at)),
                there.map(Subscription::by).orElse(by),
                Optional.empty());
        put(subscription);
        due.remove(subscription.id());
        nextDue.ifPresent(next -> due.put(subscription.id(), millis(next)));
        return new Outcome.Subscribed(subscription, there.isEmpty());
    }

    /** What {@code other} wanted and {@code kept} does not comes to it; the rest is forgotten. */
    public synchronized void takeIn(ConversationId other, Conversation kept) {
        for (Subscription old : of(other)) {
            all.remove(old.id().value());
            if (equal(kept.id(), old.wish(), old.cadence()).isEmpty()) {
                put(new Subscription(
                        old.id(),
                        old.wishId(),
                        old.wish(),
                        kept.id(),
                        kept.workspace(),
                        old.cadence(),
                        old.created(),
                        old.by(),
                        old.pausedUntil()));
            } else {
                due.remove(old.id());
            }
        }
        Channel channel = channels.remove(other);
        if (channel != null) {
            channels.putIfAbsent(kept.id(), channel.at(kept.id()));
        }
    }

    /** What {@code other} subscribed to is {@code kept}'s. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        List.copyOf(all.values()).stream()
                .filter(old -> old.workspace().equals(other))
                .forEach(old -> put(new Subscription(
                        old.id(),
                        old.wishId(),
                        old.wish(),
                        old.conversation(),
                        kept,
                        old.cadence(),
                        old.created(),
                        old.by(),
                        old.pausedUntil())));
    }

    private void put(Subscription subscription) {
        all.put(subscription.id().value(), subscription);
    }

    private Optional<Subscription> equal(ConversationId conversation, Wish wish, Cadence cadence) {
        return of(conversation).stream()
                .filter(s -> s.wish().equals(wish) && instant(s.cadence()) == instant(cadence))
                .findFirst();
    }

    private static boolean instant(Cadence cadence) {
        return cadence instanceof Cadence.Instantly;
    }

    private WishId id(Wish wish) {
        if (!wishes.contains(wish)) {
            wishes.add(wish);
        }
        return new WishId(wishes.indexOf(wish) + 1);
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized boolean unsubscribe(SubscriptionId id) {
        due.remove(id);
        return all.remove(id.value()) != null;
    }

    @Override
    public synchronized Optional<Subscription> find(SubscriptionId id) {
        return Optional.ofNullable(all.get(id.value()));
    }

    @Override
    public synchronized List<Subscription> of(ConversationId conversation) {
        return where(s -> s.conversation().equals(conversation)).toList();
    }

    @Override
    public synchronized List<Subscription> of(WorkspaceId workspace) {
        return where(s -> s.workspace().equals(workspace)).toList();
    }

    /** All of them, by id, for the fakes of others who read them. */
    public synchronized List<Subscription> all() {
        return List.copyOf(all.values());
    }

    private Stream<Subscription> where(Predicate<Subscription> wanted) {
        return List.copyOf(all.values()).stream().filter(wanted);
    }

    @Override
    public synchronized void pause(SubscriptionId id, Optional<Instant> until) {
        find(id).ifPresent(s -> put(with(s, s.wish(), s.cadence(), until.map(InMemorySubscriptions::millis))));
    }

    private Subscription with(Subscription s, Wish wish, Cadence cadence, Optional<Instant> pausedUntil) {
        return new Subscription(
                s.id(), id(wish), wish, s.conversation(), s.workspace(), cadence, s.created(), s.by(), pausedUntil);
    }

    @Override
    public synchronized List<Wanted> wanted(WishId after, int limit) {
        return wishes.stream()
                .map(wish -> new Wanted(id(wish), wish))
                .filter(wanted -> wanted.id().value() > after.value())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Due> due(Instant now, int limit) {
        return due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(entry -> new Due(find(entry.getKey()).orElseThrow(), entry.getValue()))
                .sorted(Comparator.comparing(Due::at)
                        .thenComparing(d -> d.subscription().id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue(SubscriptionId id) {
        return Optional.ofNullable(due.get(id));
    }

    @Override
    public synchronized boolean nextDue(SubscriptionId id, Instant before, Instant next) {
        return due.replace(id, millis(before), millis(next));
    }

    @Override
    public synchronized void reschedule(SubscriptionId id, Cadence.ByDigest digest, Instant next) {
        find(id).filter(s -> !instant(s.cadence())).ifPresent(s -> {
            put(with(s, s.wish(), digest, s.pausedUntil()));
            due.put(id, millis(next));
        });
    }

    @Override
    public synchronized Channel channel(ConversationId conversation) {
        return channels.getOrDefault(conversation, Channel.standard(conversation));
    }

    @Override
    public synchronized List<Conversation> hearingReports(String platform) {
        return channels.values().stream()
                .filter(Channel::reports)
                .flatMap(channel -> communities.find(channel.conversation()).stream())
                .filter(conversation -> conversation.place().platform().equals(platform))
                .sorted(Comparator.comparing(conversation -> conversation.id().value()))
                .toList();
    }

    @Override
    public synchronized void save(Channel channel) {
        channels.put(
                channel.conversation(),
                channel.pausedUntil(channel.pausedUntil().map(InMemorySubscriptions::millis)));
    }

    @Override
    public synchronized Channel change(ConversationId conversation, UnaryOperator<Channel> change) {
        save(change.apply(channel(conversation)));
        return channel(conversation);
    }

    private synchronized void merge(SourceId duplicate, SourceId kept) {
        Subject old = new Subject.OfSource(duplicate);
        Set<Wish> affected = new HashSet<>(wishes);
        affected.removeIf(wish -> !wish.subject().equals(old));
        for (Wish wish : affected) {
            Wish instead = new Wish(new Subject.OfSource(kept), wish.filter(), wish.languages(), wish.least());
            where(s -> s.wish().equals(wish)).forEach(s -> {
                if (equal(s.conversation(), instead, s.cadence()).isPresent()) {
                    unsubscribe(s.id());
                } else {
                    put(with(s, instead, s.cadence(), s.pausedUntil()));
                }
            });
        }
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Wish> oldWishes = List.copyOf(wishes);
        Map<Long, Subscription> oldAll = Map.copyOf(all);
        Map<SubscriptionId, Instant> oldDue = Map.copyOf(due);
        Map<ConversationId, Channel> oldChannels = Map.copyOf(channels);
        return () -> {
            synchronized (this) {
                wishes.clear();
                wishes.addAll(oldWishes);
                replace(all, oldAll);
                replace(due, oldDue);
                replace(channels, oldChannels);
            }
        };
    }

    private static <K, V> void replace(Map<K, V> map, Map<K, V> by) {
        map.clear();
        map.putAll(by);
    }
}

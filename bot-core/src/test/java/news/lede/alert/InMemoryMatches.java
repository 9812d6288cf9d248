package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.alert.Announcements.Announcement;
import news.lede.article.Restorable;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.subscription.InMemorySubscriptions;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.WishId;
import news.lede.topic.InMemoryTopicVotes;
import news.lede.topic.InMemoryTopics;
import news.lede.topic.TopicId;

/** {@link Matches} in lists. Thread-safe. */
public final class InMemoryMatches implements Matches, Restorable {
    private static final Comparator<Row> NEWEST_FIRST = Comparator.comparing(
                    (Row row) -> row.announcement().created())
            .thenComparing(row -> row.announcement().id())
            .thenComparing(row -> row.match().article())
            .reversed();

    /** A row of the table {@code wish_match}. {@code reached}: the last subscription expanded; empty when all were. */
    record Row(Announcement announcement, Match match, Instant at, Optional<Long> reached) {}

    private final InMemoryAnnouncements announcements;
    private final InMemorySubscriptions subscriptions;
    private final InMemoryTopics topics;
    private final InMemoryTopicVotes votes;
    private final Map<Long, Instant> matched = new HashMap<>();
    private final Set<Long> finished = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();

    public InMemoryMatches(
            InMemoryAnnouncements announcements,
            InMemorySubscriptions subscriptions,
            InMemoryTopics topics,
            InMemoryTopicVotes votes) {
        this.announcements = announcements;
        this.subscriptions = subscriptions;
        this.topics = topics;
        this.votes = votes;
    }

    @Override
    public synchronized List<Open> open(int limit) {
        return announcements.after(0, Integer.MAX_VALUE).stream()
                .filter(announcement -> !finished.contains(announcement.id()))
                .limit(limit)
                .map(announcement -> new Open(announcement, matched.containsKey(announcement.id())))
                .toList();
    }

    @Override
    public synchronized void matched(Announcement announcement, Collection<Match> matches, Instant now) {
        if (matched.putIfAbsent(announcement.id(), now.truncatedTo(ChronoUnit.MILLIS)) != null) {
            return;
        }
        Set<WishId> wanted = new HashSet<>();
        subscriptions.all().forEach(subscription -> wanted.add(subscription.wishId()));
        matches.stream()
                .filter(match -> wanted.contains(match.wish()))
                .forEach(match ->
                        rows.add(new Row(announcement, match, now.truncatedTo(ChronoUnit.MILLIS), Optional.of(0L))));
    }

    @Override
    public synchronized void finished(long announcement, Instant now) {
        finished.add(announcement);
    }

    @Override
    public synchronized List<OwnTopic> ownTopics() {
        return subscriptions.all().stream()
                .flatMap(subscription -> named(subscription)
                        .filter(name -> means(subscription.workspace(), name))
                        .map(name -> new OwnTopic(subscription.workspace(), name)))
                .distinct()
                .sorted(Comparator.comparing((OwnTopic own) -> own.workspace().value())
                        .thenComparing(OwnTopic::name))
                .toList();
    }

    private static Stream<String> named(Subscription subscription) {
        return subscription.wish().subject() instanceof Subject.OfTopic(String name) ? Stream.of(name) : Stream.empty();
    }

    /** Whether a workspace means something of its own by a topic. */
    synchronized boolean means(WorkspaceId workspace, String name) {
        TopicId topic = new TopicId(name);
        return topics.find(workspace, topic).isPresent()
                || !votes.newest(workspace, topic, 1).isEmpty();
    }

    @Override
    public synchronized List<Fitting> fitting(
            WishId wish, WorkspaceId workspace, Instant since, Instant until, int limit) {
        return seenBy(workspace)
                .filter(row -> row.match().wish().equals(wish))
                .map(InMemoryMatches::fitting)
                .filter(hit -> !hit.at().isBefore(since) && !hit.at().isAfter(until))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Fitting> of(StoryId story, WorkspaceId workspace) {
        return seenBy(workspace)
                .map(InMemoryMatches::fitting)
                .filter(hit -> hit.story().equals(story))
                .toList();
    }

    private Stream<Row> seenBy(WorkspaceId workspace) {
        return rows.stream()
                .sorted(NEWEST_FIRST)
                .filter(row -> row.match().within().isPresent()
                        ? row.match().within().equals(Optional.of(workspace))
                        : !(subject(row.match().wish()) instanceof Subject.OfTopic(String name)
                                && means(workspace, name)));
    }

    Subject subject(WishId wish) {
        return subscriptions
                .wanted(new WishId(wish.value() - 1), 1)
                .getFirst()
                .wish()
                .subject();
    }

    private static Fitting fitting(Row row) {
        return new Fitting(
                row.match().wish(),
                row.announcement().story(),
                row.match().article(),
                row.at(),
                row.match().score());
    }

    /** The next of an announcement's rows that is not expanded. */
    synchronized Optional<Row> unexpanded(Announcement announcement) {
        return rows.stream()
                .filter(row -> row.announcement().id() == announcement.id()
                        && row.reached().isPresent())
                .min(Comparator.comparing((Row row) -> row.match().wish().value())
                        .thenComparing(row -> row.match().article())
                        .thenComparing(row ->
                                row.match().within().map(WorkspaceId::value).orElse(0L)));
    }

    synchronized void reached(Row row, Optional<Long> reached) {
        rows.set(rows.indexOf(row), new Row(row.announcement(), row.match(), row.at(), reached));
    }

    /** What fitted a topic of {@code other} fits it in {@code kept}. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        for (Row row : List.copyOf(rows)) {
            if (row.match().within().equals(Optional.of(other))) {
                rows.remove(row);
                Match moved = new Match(
                        row.match().wish(), row.match().article(), row.match().score(), Optional.of(kept));
                if (rows.stream()
                        .noneMatch(one ->
                                one.announcement().id() == row.announcement().id()
                                        && one.match().wish().equals(moved.wish())
                                        && one.match().article().equals(moved.article())
                                        && one.match().within().equals(moved.within()))) {
                    rows.add(new Row(row.announcement(), moved, row.at(), row.reached()));
                }
            }
        }
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Long, Instant> oldMatched = Map.copyOf(matched);
        Set<Long> oldFinished = Set.copyOf(finished);
        List<Row> oldRows = List.copyOf(rows);
        return () -> {
            synchronized (this) {
                matched.clear();
                matched.putAll(oldMatched);
                finished.clear();
                finished.addAll(oldFinished);
                rows.clear();
                rows.addAll(oldRows);
            }
        };
    }
}

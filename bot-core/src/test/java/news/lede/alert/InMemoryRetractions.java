package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.article.ArticleId;
import news.lede.article.Restorable;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.store.InMemoryStore;
import news.lede.story.Story;
import news.lede.story.StoryId;

/** {@link Retractions} in memory. Thread-safe. */
public final class InMemoryRetractions implements Retractions, Restorable {
    private static final Set<Delivery.State> ARRIVING =
            Set.of(Delivery.State.SENT, Delivery.State.SENDING, Delivery.State.UNKNOWN);

    private record Row(WorkspaceId workspace, ArticleId article, Instant at) {}

    private final InMemoryStore store;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, Instant> due = new TreeMap<>();

    public InMemoryRetractions(InMemoryStore store) {
        this.store = store;
    }

    /** What is taken back in a workspace. */
    public synchronized Set<ArticleId> articles(WorkspaceId workspace) {
        return rows.stream()
                .filter(row -> row.workspace.equals(workspace))
                .map(Row::article)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized int takeBack(WorkspaceId workspace, ArticleId titled, StoryId story, Instant at) {
        if (articles(workspace).contains(titled)) {
            return -1;
        }
        rows.add(new Row(workspace, titled, at));
        return recall(workspace, story, at);
    }

    @Override
    public synchronized int giveBack(WorkspaceId workspace, Collection<ArticleId> articles, StoryId story, Instant at) {
        return rows.removeIf(row -> row.workspace.equals(workspace) && articles.contains(row.article))
                ? recall(workspace, story, at)
                : -1;
    }

    private int recall(WorkspaceId workspace, StoryId story, Instant at) {
        List<Delivery> told = store.deliveries().all().stream()
                .filter(row -> ARRIVING.contains(row.state())
                        && store.communities()
                                .find(row.conversation())
                                .orElseThrow()
                                .workspace()
                                .equals(workspace))
                .filter(row -> stories(row).anyMatch(one -> same(one, story)))
                .toList();
        told.forEach(row -> due.put(row.id().value(), at.truncatedTo(ChronoUnit.MILLIS)));
        return told.size();
    }

    /** As taking back what a source brought does it: {@code touched} are the stories that lost something, or ended. */
    public void recall(Set<StoryId> touched, Instant at) {
        recall(touched, at.minus(Retractions.RECALLED_FOR), at, _ -> true);
    }

    /** How many messages planned after {@code oldest} are to be changed. */
    synchronized int recall(Set<StoryId> touched, Instant oldest, Instant at, Predicate<Delivery> which) {
        List<Delivery> told = store.deliveries().all().stream()
                .filter(row -> ARRIVING.contains(row.state()) && row.planned().isAfter(oldest) && which.test(row))
                .filter(row -> stories(row)
                        .anyMatch(one -> touched.contains(one)
                                || store.stories()
                                        .find(one)
                                        .filter(story -> touched.contains(story.id()))
                                        .isPresent()))
                .toList();
        told.forEach(row -> due.put(row.id().value(), at.truncatedTo(ChronoUnit.MILLIS)));
        return told.size();
    }

    private Stream<StoryId> stories(Delivery row) {
        return Stream.concat(
                row.story().stream(),
                store.outbox().storiesOf(row.id()).stream().map(Deliveries.Shown::story));
    }

    private boolean same(StoryId one, StoryId other) {
        return one.equals(other)
                || Objects.equals(
                        store.stories().find(one).map(Story::id),
                        store.stories().find(other).map(Story::id));
    }

    @Override
    public synchronized List<ArticleId> latest(WorkspaceId workspace, int limit) {
        return rows.stream()
                .filter(row -> row.workspace.equals(workspace))
                .sorted(Comparator.comparing(Row::at)
                        .thenComparing(row -> row.article.value())
                        .reversed())
                .limit(limit)
                .map(Row::article)
                .toList();
    }

    @Override
    public synchronized List<Retraction> due(
            String platform, Instant now, Collection<ConversationId> except, int limit) {
        Set<ConversationId> taken = new HashSet<>(except);
        return due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .flatMap(entry -> store.deliveries().find(new DeliveryId(entry.getKey())).stream())
                .filter(row -> row.state() == Delivery.State.SENT
                        && row.receipt().isPresent()
                        && row.place().platform().equals(platform))
                .filter(row -> store.suspensions().find(row.conversation()).isEmpty())
                .filter(row -> taken.add(row.conversation()))
                .limit(limit)
                .map(row -> new Retraction(
                        row.conversation(),
                        row.place(),
                        row.id(),
                        row.story(),
                        row.receipt().orElseThrow()))
                .toList();
    }

    @Override
    public synchronized void later(DeliveryId message, Instant at) {
        due.computeIfPresent(message.value(), (_, _) -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public synchronized void done(DeliveryId message) {
        due.remove(message.value());
    }

    /** As taking back articles does it. */
    public synchronized void forget(Collection<ArticleId> articles) {
        rows.removeIf(row -> articles.contains(row.article));
    }

    /** As merging workspaces does it. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        Set<ArticleId> there = articles(kept);
        rows.removeIf(row -> row.workspace.equals(other) && there.contains(row.article));
        rows.replaceAll(row -> row.workspace.equals(other) ? new Row(kept, row.article, row.at) : row);
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Row> oldRows = List.copyOf(rows);
        Map<Long, Instant> oldDue = Map.copyOf(due);
        return () -> {
            synchronized (this) {
                rows.clear();
                rows.addAll(oldRows);
                due.clear();
                due.putAll(oldDue);
            }
        };
    }
}

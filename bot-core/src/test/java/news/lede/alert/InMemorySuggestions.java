package news.lede.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.lede.article.Restorable;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions;
import news.lede.community.WorkspaceId;
import news.lede.store.InMemoryStore;

/** {@link Suggestions} in a list, with the {@link Credits} they get. Thread-safe. */
public final class InMemorySuggestions implements Suggestions, Credits, Restorable {
    private static final Comparator<Row> AS_DECIDED = Comparator.comparing(
                    (Row row) -> row.said.decided().orElse(Instant.MAX))
            .thenComparing(row -> row.said.id().value());

    private record Row(Suggestion said, Optional<DeliveryId> digest) {}

    private final InMemoryStore store;
    private final List<Row> rows = new ArrayList<>();
    private long last;

    public InMemorySuggestions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public synchronized Kept add(Proposal proposal) {
        return suggestions()
                .filter(s -> s.workspace().equals(proposal.workspace())
                        && s.address().equals(proposal.address()))
                .findFirst()
                .map(before -> new Kept(before, true))
                .orElseGet(() -> new Kept(added(proposal), false));
    }

    private Suggestion added(Proposal proposal) {
        Suggestion added = new Suggestion(
                new SuggestionId(++last),
                proposal.workspace(),
                proposal.conversation(),
                Optional.of(proposal.person()),
                proposal.name(),
                proposal.kind(),
                proposal.address(),
                proposal.at().truncatedTo(ChronoUnit.MILLIS),
                State.OPEN,
                Optional.empty());
        rows.add(new Row(added, Optional.empty()));
        return added;
    }

    private Stream<Suggestion> suggestions() {
        return rows.stream().map(Row::said);
    }

    private Stream<Suggestion> openOf(WorkspaceId workspace) {
        return suggestions().filter(s -> s.workspace().equals(workspace) && s.state() == State.OPEN);
    }

    @Override
    public synchronized Optional<Suggestion> find(WorkspaceId workspace, SuggestionId id) {
        return suggestions()
                .filter(s -> s.id().equals(id) && s.workspace().equals(workspace))
                .findFirst();
    }

    @Override
    public synchronized List<Suggestion> open(WorkspaceId workspace, int limit) {
        return openOf(workspace).limit(limit).toList();
    }

    @Override
    public synchronized int countOpen(WorkspaceId workspace) {
        return (int) openOf(workspace).count();
    }

    @Override
    public synchronized int countOpen(WorkspaceId workspace, PersonKey person) {
        return (int) openOf(workspace)
                .filter(s -> s.person().equals(Optional.of(person)))
                .count();
    }

    @Override
    public synchronized boolean decide(WorkspaceId workspace, SuggestionId id, boolean approved, Instant at) {
        boolean open = openOf(workspace).anyMatch(s -> s.id().equals(id));
        if (open) {
            change(
                    row -> row.said.id().equals(id),
                    row -> new Row(
                            with(
                                    row.said,
                                    row.said.workspace(),
                                    row.said.conversation(),
                                    approved ? State.APPROVED : State.DECLINED,
                                    Optional.of(at.truncatedTo(ChronoUnit.MILLIS))),
                            row.digest));
        }
        return open;
    }

    @Override
    public synchronized List<Suggestion> due(ConversationId conversation, int limit) {
        WorkspaceId workspace =
                store.communities().find(conversation).orElseThrow().workspace();
        return rows.stream()
                .filter(row -> row.said.workspace().equals(workspace) && row.said.state() == State.APPROVED)
                .filter(row -> row.digest.map(this::cameToNothing).orElse(true))
                .filter(row -> row.said.conversation().equals(conversation) || !hasDigests(row.said.conversation()))
                .sorted(AS_DECIDED)
                .limit(limit)
                .map(Row::said)
                .toList();
    }

    private boolean cameToNothing(DeliveryId digest) {
        return store.deliveries()
                .find(digest)
                .filter(d -> d.state() == Delivery.State.CANCELLED || d.state() == Delivery.State.GIVEN_UP)
                .isPresent();
    }

    private boolean hasDigests(ConversationId conversation) {
        return store.subscriptions().of(conversation).stream()
                .anyMatch(s -> store.subscriptions().nextDue(s.id()).isPresent());
    }

    @Override
    public synchronized void give(DeliveryId digest, Collection<SuggestionId> suggestions) {
        change(row -> suggestions.contains(row.said.id()), row -> new Row(row.said, Optional.of(digest)));
    }

    @Override
    public synchronized List<Suggestion> of(DeliveryId digest) {
        return rows.stream()
                .filter(row -> row.digest.equals(Optional.of(digest)))
                .sorted(AS_DECIDED)
                .map(Row::said)
                .toList();
    }

    /** As moving a conversation does it. */
    public synchronized void takeIn(ConversationId other, ConversationId kept) {
        change(
                row -> row.said.conversation().equals(other),
                row -> new Row(
                        with(row.said, row.said.workspace(), kept, row.said.state(), row.said.decided()), row.digest));
    }

    /** As merging workspaces does it. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        rows.removeIf(row -> row.said.workspace().equals(other)
                && suggestions()
                        .anyMatch(s -> s.workspace().equals(kept) && s.address().equals(row.said.address())));
        change(
                row -> row.said.workspace().equals(other),
                row -> new Row(
                        with(row.said, kept, row.said.conversation(), row.said.state(), row.said.decided()),
                        row.digest));
    }

    private void change(Predicate<Row> which, UnaryOperator<Row> change) {
        rows.replaceAll(row -> which.test(row) ? change.apply(row) : row);
    }

    private static Suggestion with(
            Suggestion said,
            WorkspaceId workspace,
            ConversationId conversation,
            State state,
            Optional<Instant> decided) {
        return new Suggestion(
                said.id(),
                workspace,
                conversation,
                said.person(),
                said.name(),
                said.kind(),
                said.address(),
                said.at(),
                state,
                decided);
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Row> old = List.copyOf(rows);
        return () -> {
            synchronized (this) {
                rows.clear();
                rows.addAll(old);
            }
        };
    }
}

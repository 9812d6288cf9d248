package news.lede.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.lede.article.Restorable;

/** {@link Delegations} in a list. Thread-safe. */
public final class InMemoryDelegations implements Delegations, Restorable {
    private record Row(WorkspaceId workspace, Delegation delegation) {
        boolean is(WorkspaceId other, PersonKey person, Charge charge) {
            return workspace.equals(other)
                    && delegation.person().equals(person)
                    && delegation.charge().equals(charge);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    @Override
    public synchronized List<Delegation> of(WorkspaceId workspace) {
        return rows.stream()
                .filter(row -> row.workspace.equals(workspace))
                .map(Row::delegation)
                .toList();
    }

    @Override
    public synchronized Set<Charge> of(WorkspaceId workspace, Collection<PersonKey> persons) {
        return of(workspace).stream()
                .filter(delegation -> persons.contains(delegation.person()))
                .map(Delegation::charge)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized boolean hand(WorkspaceId workspace, PersonKey person, Charge charge, Instant at) {
        if (rows.stream().anyMatch(row -> row.is(workspace, person, charge))) {
            return false;
        }
        return rows.add(new Row(workspace, new Delegation(person, charge, at.truncatedTo(ChronoUnit.MILLIS))));
    }

    @Override
    public synchronized boolean take(WorkspaceId workspace, PersonKey person, Charge charge) {
        return rows.removeIf(row -> row.is(workspace, person, charge));
    }

    /** Who was handed {@code other} has {@code kept}. */
    public synchronized void takeIn(ConversationId other, ConversationId kept) {
        replace(row -> row.delegation.charge().equals(new Charge.OfConversation(other))
                ? new Row(
                        row.workspace,
                        new Delegation(row.delegation.person(), new Charge.OfConversation(kept), row.delegation.at()))
                : row);
    }

    /** What was handed in {@code other} is handed in {@code kept}. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        replace(row -> row.workspace.equals(other) ? new Row(kept, row.delegation) : row);
    }

    private void replace(UnaryOperator<Row> by) {
        List<Row> before = List.copyOf(rows);
        rows.clear();
        before.stream().map(by).forEach(row -> {
            if (rows.stream().noneMatch(r -> r.is(row.workspace, row.delegation.person(), row.delegation.charge()))) {
                rows.add(row);
            }
        });
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Row> before = List.copyOf(rows);
        return () -> restore(before);
    }

    private synchronized void restore(List<Row> before) {
        rows.clear();
        rows.addAll(before);
    }
}

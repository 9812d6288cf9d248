package news.lede.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import news.lede.article.Restorable;

/** {@link Audit} in a list. Thread-safe. */
public final class InMemoryAudit implements Audit, Restorable {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized long changed(Change change) {
        return add(change, false);
    }

    @Override
    public synchronized boolean refused(Change tried) {
        Instant after = tried.at().minus(REFUSED_WITHIN);
        long before = entries.stream()
                .filter(Entry::refused)
                .map(Entry::change)
                .filter(change -> change.workspace().equals(tried.workspace())
                        && change.actor().equals(tried.actor())
                        && change.at().isAfter(after))
                .count();
        if (tried.actor() instanceof Actor.Member && before >= MOST_REFUSED) {
            return false;
        }
        add(tried, true);
        return true;
    }

    private long add(Change change, boolean refused) {
        long number = entries.size() + 1L;
        entries.add(new Entry(number, atMillis(change), refused, OptionalLong.empty()));
        return number;
    }

    private static Change atMillis(Change change) {
        return new Change(
                change.workspace(),
                change.at().truncatedTo(ChronoUnit.MILLIS),
                change.actor(),
                change.action(),
                change.subject(),
                change.was(),
                change.became());
    }

    private Stream<Entry> newest(Predicate<Entry> wanted) {
        return List.copyOf(entries).reversed().stream().filter(wanted);
    }

    @Override
    public synchronized List<Entry> latest(WorkspaceId workspace, OptionalLong before, int limit) {
        return newest(entry -> of(workspace, entry) && entry.number() < before.orElse(Long.MAX_VALUE))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Entry> find(WorkspaceId workspace, long number) {
        return newest(entry -> of(workspace, entry) && entry.number() == number).findFirst();
    }

    @Override
    public synchronized Optional<Entry> lastStanding(WorkspaceId workspace) {
        return newest(entry -> of(workspace, entry)
                        && !entry.refused()
                        && entry.undoneBy().isEmpty()
                        && entries.stream().noneMatch(e -> e.undoneBy().equals(OptionalLong.of(entry.number()))))
                .findFirst();
    }

    @Override
    public synchronized List<Entry> since(WorkspaceId workspace, String action, String subject, Instant after) {
        return newest(entry -> of(workspace, entry)
                        && !entry.refused()
                        && entry.change().action().equals(action)
                        && entry.change().subject().equals(subject)
                        && entry.change().at().isAfter(after))
                .toList();
    }

    @Override
    public synchronized boolean undone(long number, long by) {
        boolean stood = newest(entry -> entry.number() == number
                        && !entry.refused()
                        && entry.undoneBy().isEmpty())
                .findFirst()
                .isPresent();
        if (stood) {
            entries.replaceAll(entry ->
                    entry.number() == number ? new Entry(number, entry.change(), false, OptionalLong.of(by)) : entry);
        }
        return stood;
    }

    @Override
    public synchronized int forget(PersonKey person) {
        int by = rewrite(
                change -> change.actor().equals(new Actor.Member(person)), c -> of(c, new Actor.Former(), c.subject()));
        return by + rewrite(change -> change.subject().equals(person.toString()), c -> of(c, c.actor(), ""));
    }

    private int rewrite(Predicate<Change> wanted, UnaryOperator<Change> by) {
        int count = (int) entries.stream().map(Entry::change).filter(wanted).count();
        entries.replaceAll(entry -> wanted.test(entry.change())
                ? new Entry(entry.number(), by.apply(entry.change()), entry.refused(), entry.undoneBy())
                : entry);
        return count;
    }

    private static Change of(Change change, Actor actor, String subject) {
        return new Change(
                change.workspace(), change.at(), actor, change.action(), subject, change.was(), change.became());
    }

    private static boolean of(WorkspaceId workspace, Entry entry) {
        return entry.change().workspace().equals(workspace);
    }

    /** What happened in {@code other} happened in {@code kept}. */
    public synchronized void takeIn(WorkspaceId other, WorkspaceId kept) {
        rewrite(
                change -> change.workspace().equals(other),
                c -> new Change(kept, c.at(), c.actor(), c.action(), c.subject(), c.was(), c.became()));
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Entry> before = List.copyOf(entries);
        return () -> restore(before);
    }

    private synchronized void restore(List<Entry> before) {
        entries.clear();
        entries.addAll(before);
    }
}

package news.lede.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.article.ArticleId;
import news.lede.article.Restorable;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** {@link StoryReports} in a list. Thread-safe. */
public final class InMemoryStoryReports implements StoryReports, Restorable {
    private record Row(Said said, Optional<Instant> settled, boolean told) {}

    private final List<Row> rows = new ArrayList<>();

    @Override
    public synchronized Kept add(Said said, Collection<ArticleId> articles) {
        Optional<Row> before = rows.stream()
                .filter(row -> isSame(row.said, said)
                        && (articles.contains(row.said.article())
                                || row.said.article().equals(said.article())))
                .max(Comparator.comparing((Row row) -> row.settled.isEmpty())
                        .thenComparing(row -> row.said.revision()));
        if (before.isEmpty()) {
            rows.add(new Row(said, Optional.empty(), false));
            return Kept.NEW;
        }
        Row last = before.get();
        if (last.settled.isPresent() && last.said.revision() >= said.revision()) {
            return Kept.SETTLED;
        }
        Said again = new Said(
                said.workspace(),
                last.said.conversation(),
                last.said.article(),
                said.revision(),
                said.person(),
                said.kind(),
                said.words(),
                said.at());
        rows.set(rows.indexOf(last), new Row(again, Optional.empty(), last.told && last.settled.isEmpty()));
        return last.settled.isPresent() ? Kept.NEW : Kept.AGAIN;
    }

    private static boolean isSame(Said one, Said other) {
        return one.workspace().equals(other.workspace())
                && one.person().equals(other.person())
                && one.kind() == other.kind();
    }

    @Override
    public synchronized int madeSince(WorkspaceId workspace, PersonKey person, Instant since) {
        return (int) made(workspace, person, since).count();
    }

    @Override
    public synchronized Optional<Instant> earliestSince(WorkspaceId workspace, PersonKey person, Instant since) {
        return made(workspace, person, since).map(row -> row.said.at()).min(Comparator.naturalOrder());
    }

    private Stream<Row> made(WorkspaceId workspace, PersonKey person, Instant since) {
        return rows.stream()
                .filter(row -> row.said.workspace().equals(workspace)
                        && row.said.person().equals(person)
                        && !row.said.at().isBefore(since));
    }

    @Override
    public synchronized List<Report> open(WorkspaceId workspace, int limit) {
        return rows.stream()
                .filter(row -> isOpen(row, workspace))
                .limit(limit)
                .map(row -> new Report(
                        row.said.article(),
                        row.said.revision(),
                        row.said.person(),
                        row.said.kind(),
                        row.said.words(),
                        row.said.at(),
                        row.told))
                .toList();
    }

    @Override
    public synchronized int countOpen(WorkspaceId workspace) {
        return (int) rows.stream().filter(row -> isOpen(row, workspace)).count();
    }

    @Override
    public synchronized int settle(WorkspaceId workspace, Collection<ArticleId> articles, Instant at) {
        int settled = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (isOpen(row, workspace) && articles.contains(row.said.article())) {
                rows.set(i, new Row(row.said, Optional.of(at), row.told));
                settled++;
            }
        }
        return settled;
    }

    @Override
    public synchronized boolean tell(WorkspaceId workspace, Collection<ArticleId> articles, Instant at) {
        return mark(workspace, articles, true);
    }

    @Override
    public synchronized void untell(WorkspaceId workspace, Collection<ArticleId> articles) {
        mark(workspace, articles, false);
    }

    /** Whether any was not so before. */
    private boolean mark(WorkspaceId workspace, Collection<ArticleId> articles, boolean told) {
        boolean changed = false;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (isOpen(row, workspace) && articles.contains(row.said.article()) && row.told != told) {
                rows.set(i, new Row(row.said, row.settled, told));
                changed = true;
            }
        }
        return changed;
    }

    private static boolean isOpen(Row row, WorkspaceId workspace) {
        return row.settled.isEmpty() && row.said.workspace().equals(workspace);
    }

    /** As taking back articles does it. */
    public synchronized void forget(Collection<ArticleId> articles) {
        rows.removeIf(row -> articles.contains(row.said.article()));
    }

    /** As moving a conversation does it. */
    public synchronized void takeIn(ConversationId other, ConversationId kept) {
        rows.replaceAll(row ->
                row.said.conversation().equals(other) ? new Row(at(row.said, kept), row.settled, row.told) : row);
    }

    private static Said at(Said said, ConversationId conversation) {
        return new Said(
                said.workspace(),
                conversation,
                said.article(),
                said.revision(),
                said.person(),
                said.kind(),
                said.words(),
                said.at());
    }

    @Override
    public synchronized Runnable snapshot() {
        List<Row> old = List.copyOf(rows);
        return () -> restore(old);
    }

    private synchronized void restore(List<Row> old) {
        rows.clear();
        rows.addAll(old);
    }
}

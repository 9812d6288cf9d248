package news.lede.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryReports;
import org.jdbi.v3.core.Handle;

/** Reports in the table {@code story_report}. */
final class SqlStoryReports implements StoryReports {
    private static final String MADE =
            " FROM story_report WHERE workspace_id = :workspace AND platform = :platform AND person = :person AND at >= :since";

    private static final String OPEN_OF = " WHERE workspace_id = :workspace AND settled IS NULL AND article_id IN (%s)";

    private final Sessions sessions;

    SqlStoryReports(Sessions sessions) {
        this.sessions = sessions;
    }

    private record Before(long id, int revision, boolean settled) {}

    @Override
    public Kept add(Said said, Collection<ArticleId> articles) {
        return sessions.write(handle -> {
            List<Before> before = before(handle, said, articles);
            if (before.isEmpty()) {
                insert(handle, said);
                return Kept.NEW;
            }
            Before last = before.getLast();
            if (last.settled() && last.revision() >= said.revision()) {
                return Kept.SETTLED;
            }
            handle.createUpdate(
                            "UPDATE story_report SET revision = :revision, words = :words, at = :at, told = CASE WHEN settled IS NULL THEN told END, settled = NULL WHERE id = :id")
                    .bind("revision", said.revision())
                    .bind("words", Columns.storable(said.words()))
                    .bind("at", said.at().toEpochMilli())
                    .bind("id", last.id())
                    .execute();
            return last.settled() ? Kept.NEW : Kept.AGAIN;
        });
    }

    /** What the same person said of the same kind, the open one last. */
    private static List<Before> before(Handle handle, Said said, Collection<ArticleId> articles) {
        List<Before> before = new ArrayList<>();
        List<ArticleId> all = new ArrayList<>(articles);
        all.add(said.article());
        InList.forEach(
                all,
                ArticleId::value,
                in -> before.addAll(handle.createQuery("SELECT id, revision, settled FROM story_report"
                                + " WHERE workspace_id = :workspace AND platform = :platform AND person = :person"
                                + " AND kind = :kind AND article_id IN (" + in + ")")
                        .bind("workspace", said.workspace().value())
                        .bind("platform", said.person().platform())
                        .bind("person", said.person().id())
                        .bind("kind", said.kind().name())
                        .map((row, _) -> new Before(
                                row.getLong(1),
                                row.getInt(2),
                                Columns.instant(row, "settled").isPresent()))
                        .list()));
        before.sort(Comparator.comparing(Before::settled)
                .reversed()
                .thenComparing(Before::revision)
                .thenComparing(Before::id));
        return before;
    }

    private static void insert(Handle handle, Said said) {
        handle.createUpdate("INSERT INTO story_report (workspace_id, conversation_id, article_id, revision,"
                        + " platform, person, kind, words, at) VALUES (:workspace, :conversation, :article,"
                        + " :revision, :platform, :person, :kind, :words, :at) ON CONFLICT DO NOTHING")
                .bind("workspace", said.workspace().value())
                .bind("conversation", said.conversation().value())
                .bind("article", said.article().value())
                .bind("revision", said.revision())
                .bind("platform", said.person().platform())
                .bind("person", said.person().id())
                .bind("kind", said.kind().name())
                .bind("words", Columns.storable(said.words()))
                .bind("at", said.at().toEpochMilli())
                .execute();
    }

    @Override
    public int madeSince(WorkspaceId workspace, PersonKey person, Instant since) {
        return sessions.read(handle -> handle.createQuery("SELECT COUNT(*)" + MADE)
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("since", since.toEpochMilli())
                .map((row, _) -> row.getInt(1))
                .one());
    }

    @Override
    public Optional<Instant> earliestSince(WorkspaceId workspace, PersonKey person, Instant since) {
        return sessions.read(handle -> handle.createQuery("SELECT at" + MADE + " ORDER BY at LIMIT 1")
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("since", since.toEpochMilli())
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne());
    }

    @Override
    public List<Report> open(WorkspaceId workspace, int limit) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT article_id, revision, platform, person, kind, words, at, told FROM story_report"
                                + " WHERE workspace_id = :workspace AND settled IS NULL ORDER BY id LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("limit", limit)
                .map((row, _) -> new Report(
                        new ArticleId(row.getLong(1)),
                        row.getInt(2),
                        new PersonKey(row.getString(3), row.getString(4)),
                        Kind.valueOf(row.getString(5)),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7)),
                        Columns.instant(row, "told").isPresent()))
                .list());
    }

    @Override
    public int countOpen(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM story_report WHERE workspace_id = :workspace AND settled IS NULL")
                .bind("workspace", workspace.value())
                .map((row, _) -> row.getInt(1))
                .one());
    }

    @Override
    public boolean tell(WorkspaceId workspace, Collection<ArticleId> articles, Instant at) {
        return sessions.write(handle -> {
            int[] told = {0};
            InList.forEach(
                    articles,
                    ArticleId::value,
                    in -> told[0] += handle.createUpdate(
                                    "UPDATE story_report SET told = :at" + OPEN_OF.formatted(in) + " AND told IS NULL")
                            .bind("at", at.toEpochMilli())
                            .bind("workspace", workspace.value())
                            .execute());
            return told[0] > 0;
        });
    }

    @Override
    public void untell(WorkspaceId workspace, Collection<ArticleId> articles) {
        sessions.change(handle -> InList.forEach(
                articles,
                ArticleId::value,
                in -> handle.createUpdate("UPDATE story_report SET told = NULL" + OPEN_OF.formatted(in))
                        .bind("workspace", workspace.value())
                        .execute()));
    }

    @Override
    public int settle(WorkspaceId workspace, Collection<ArticleId> articles, Instant at) {
        return sessions.write(handle -> {
            int[] settled = {0};
            InList.forEach(
                    articles,
                    ArticleId::value,
                    in -> settled[0] += handle.createUpdate("UPDATE story_report SET settled = :at"
                                    + " WHERE workspace_id = :workspace AND settled IS NULL AND article_id IN (" + in
                                    + ")")
                            .bind("at", at.toEpochMilli())
                            .bind("workspace", workspace.value())
                            .execute());
            return settled[0];
        });
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryVotes;
import org.jdbi.v3.core.Handle;

/** Votes in the table {@code story_vote}. */
final class SqlStoryVotes implements StoryVotes {
    private static final String MINE = " FROM story_vote WHERE workspace_id = :workspace"
            + " AND platform = :platform AND person = :person AND article_id IN (%s)";

    private final Sessions sessions;

    SqlStoryVotes(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Boolean> of(WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person) {
        record Vote(boolean good, long at) {}
        return sessions.read(handle -> {
            Map<Long, Vote> last = new HashMap<>();
            InList.forEach(
                    articles,
                    ArticleId::value,
                    in -> handle.createQuery("SELECT good, at" + MINE.formatted(in))
                            .bind("workspace", workspace.value())
                            .bind("platform", person.platform())
                            .bind("person", person.id())
                            .map((row, _) -> new Vote(row.getInt(1) != 0, row.getLong(2)))
                            .forEach(vote -> last.merge(0L, vote, (a, b) -> b.at() > a.at() ? b : a)));
            return Optional.ofNullable(last.get(0L)).map(Vote::good);
        });
    }

    @Override
    public void vote(
            WorkspaceId workspace,
            ArticleId titled,
            Collection<ArticleId> articles,
            PersonKey person,
            boolean good,
            Instant at) {
        sessions.change(handle -> {
            forget(handle, workspace, articles, person);
            handle.createUpdate("INSERT INTO story_vote (workspace_id, article_id, platform, person, good, at)"
                            + " VALUES (:workspace, :article, :platform, :person, :good, :at)"
                            + " ON CONFLICT (workspace_id, article_id, platform, person)"
                            + " DO UPDATE SET good = excluded.good, at = excluded.at")
                    .bind("workspace", workspace.value())
                    .bind("article", titled.value())
                    .bind("platform", person.platform())
                    .bind("person", person.id())
                    .bind("good", good ? 1 : 0)
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
    }

    @Override
    public void takeBack(WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person) {
        sessions.change(handle -> forget(handle, workspace, articles, person));
    }

    private static void forget(Handle handle, WorkspaceId workspace, Collection<ArticleId> articles, PersonKey person) {
        InList.forEach(
                articles,
                ArticleId::value,
                in -> handle.createUpdate("DELETE" + MINE.formatted(in))
                        .bind("workspace", workspace.value())
                        .bind("platform", person.platform())
                        .bind("person", person.id())
                        .execute());
    }

    @Override
    public Map<ArticleId, Tally> tallies(WorkspaceId workspace, Collection<ArticleId> articles) {
        return sessions.read(handle -> {
            Map<ArticleId, Tally> tallies = new HashMap<>();
            InList.rows(
                    handle,
                    articles,
                    ArticleId::value,
                    "SELECT article_id, SUM(good), COUNT(*) - SUM(good) FROM story_vote WHERE workspace_id = "
                            + workspace.value() + " AND article_id IN (",
                    ") GROUP BY article_id",
                    row -> tallies.put(new ArticleId(row.getLong(1)), new Tally(row.getInt(2), row.getInt(3))));
            return tallies;
        });
    }

    @Override
    public List<Counted> most(WorkspaceId workspace, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT article_id, SUM(good), COUNT(*) - SUM(good)"
                        + " FROM story_vote WHERE workspace_id = :workspace GROUP BY article_id"
                        + " ORDER BY COUNT(*) DESC, article_id DESC LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("limit", limit)
                .map((row, _) -> new Counted(new ArticleId(row.getLong(1)), new Tally(row.getInt(2), row.getInt(3))))
                .list());
    }

    @Override
    public Tally clear(WorkspaceId workspace) {
        return sessions.write(handle -> {
            Tally said = all(workspace);
            handle.createUpdate("DELETE FROM story_vote WHERE workspace_id = :workspace")
                    .bind("workspace", workspace.value())
                    .execute();
            return said;
        });
    }

    @Override
    public Tally all(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery("SELECT COALESCE(SUM(good), 0), COUNT(*)"
                        + " - COALESCE(SUM(good), 0) FROM story_vote WHERE workspace_id = :workspace")
                .bind("workspace", workspace.value())
                .map((row, _) -> new Tally(row.getInt(1), row.getInt(2)))
                .one());
    }
}

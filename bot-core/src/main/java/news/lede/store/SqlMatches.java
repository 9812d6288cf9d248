package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Matches;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.subscription.WishId;
import org.jdbi.v3.core.statement.StatementContext;

/** Matches in the tables {@code announcement} and {@code wish_match}. */
final class SqlMatches implements Matches {
    /** Whether a workspace means something of its own by the topic that a wish names. */
    static final String OWN_MEANING =
            "(EXISTS (SELECT 1 FROM topic AS own WHERE own.workspace_id = %1$s AND own.name = %2$s)"
                    + " OR EXISTS (SELECT 1 FROM topic_vote AS vote WHERE vote.workspace_id = %1$s AND vote.topic = %2$s))";

    private static final String FITTING = "SELECT hit.wish_id, hit.story_id, hit.article_id, hit.at, hit.score"
            + " FROM wish_match AS hit JOIN wish ON wish.id = hit.wish_id WHERE (hit.workspace_id = :workspace"
            + " OR (hit.workspace_id = 0 AND NOT (wish.kind = 'TOPIC' AND "
            + OWN_MEANING.formatted("CAST(:workspace AS BIGINT)", "wish.subject") + ")))";

    private final Sessions sessions;

    SqlMatches(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Open> open(int limit) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT id, story_id, revision, created, matched FROM announcement"
                                + " WHERE expanded IS NULL ORDER BY id LIMIT :limit")
                .bind("limit", limit)
                .map((row, _) -> new Open(
                        new Announcement(
                                row.getLong(1),
                                new StoryId(row.getLong(2)),
                                row.getInt(3),
                                Instant.ofEpochMilli(row.getLong(4))),
                        Columns.instant(row, "matched").isPresent()))
                .list());
    }

    @Override
    public void matched(Announcement announcement, Collection<Match> matches, Instant now) {
        sessions.change(handle -> {
            int fresh = handle.createUpdate("UPDATE announcement SET matched = :now WHERE id = :id AND matched IS NULL")
                    .bind("now", now.toEpochMilli())
                    .bind("id", announcement.id())
                    .execute();
            if (fresh == 0) {
                return;
            }
            for (Match match : matches) {
                handle.createUpdate(
                                "INSERT INTO wish_match (wish_id, announcement_id, story_id, article_id, workspace_id,"
                                        + " at, score, reached) SELECT :wish, :announcement, :story, :article, :within, :at, :score, 0"
                                        + " WHERE EXISTS (SELECT 1 FROM subscription AS wishing WHERE wishing.wish_id = :wish)"
                                        + " ON CONFLICT DO NOTHING")
                        .bind("wish", match.wish().value())
                        .bind("announcement", announcement.id())
                        .bind("story", announcement.story().value())
                        .bind("article", match.article().value())
                        .bind("within", match.within().map(WorkspaceId::value).orElse(0L))
                        .bind("at", now.toEpochMilli())
                        .bind("score", match.score())
                        .execute();
            }
        });
    }

    @Override
    public void finished(long announcement, Instant now) {
        sessions.change(handle -> handle.createUpdate(
                        "UPDATE announcement SET expanded = :now WHERE id = :id AND expanded IS NULL")
                .bind("now", now.toEpochMilli())
                .bind("id", announcement)
                .execute());
    }

    @Override
    public List<OwnTopic> ownTopics() {
        return sessions.read(handle -> handle.createQuery("SELECT own.workspace_id, own.name FROM"
                        + " (SELECT workspace_id, name FROM topic UNION SELECT workspace_id, topic FROM topic_vote) AS own"
                        + " WHERE EXISTS (SELECT 1 FROM wish JOIN subscription AS wishing ON wishing.wish_id = wish.id"
                        + " AND wishing.workspace_id = own.workspace_id WHERE wish.kind = 'TOPIC' AND wish.subject = own.name)"
                        + " ORDER BY own.workspace_id, own.name")
                .map((row, _) -> new OwnTopic(new WorkspaceId(row.getLong(1)), row.getString(2)))
                .list());
    }

    @Override
    public List<Fitting> fitting(WishId wish, WorkspaceId workspace, Instant since, Instant until, int limit) {
        return sessions.read(handle -> handle.createQuery(FITTING
                        + " AND hit.wish_id = :wish AND hit.at >= :since AND hit.at <= :until"
                        + " ORDER BY hit.at DESC, hit.announcement_id DESC, hit.article_id DESC LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("wish", wish.value())
                .bind("since", since.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("limit", limit)
                .map(SqlMatches::fitting)
                .list());
    }

    @Override
    public List<Fitting> of(StoryId story, WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery(FITTING + " AND hit.story_id = :story"
                        + " ORDER BY hit.at DESC, hit.announcement_id DESC, hit.article_id DESC")
                .bind("workspace", workspace.value())
                .bind("story", story.value())
                .map(SqlMatches::fitting)
                .list());
    }

    private static Fitting fitting(ResultSet row, StatementContext context) throws SQLException {
        return new Fitting(
                new WishId(row.getLong(1)),
                new StoryId(row.getLong(2)),
                new ArticleId(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getDouble(5));
    }
}

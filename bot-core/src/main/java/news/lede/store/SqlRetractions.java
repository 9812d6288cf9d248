package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.alert.DeliveryId;
import news.lede.alert.Receipt;
import news.lede.alert.Retraction;
import news.lede.alert.Retractions;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;

/** What was taken back, in the table {@code retraction}, and the messages to change for it, in the column {@code recall} of the table {@code delivery}. */
final class SqlRetractions implements Retractions {
    private static final String DUE =
            "SELECT d.id, d.conversation_id, d.story_id, d.receipt, c.platform, c.chat, c.thread"
                    + " FROM delivery AS d CROSS JOIN conversation AS c WHERE c.id = d.conversation_id"
                    + " AND c.platform = :platform AND d.recall IS NOT NULL AND d.recall <= :now AND d.state = 'SENT'"
                    + " AND d.receipt IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM suspension AS s WHERE s.conversation_id = d.conversation_id)"
                    + " ORDER BY d.recall, d.id LIMIT :reach";

    /** Under its own id or that of a story that became part of it. */
    static final String OF_STORY =
            " IN (SELECT :story UNION ALL SELECT story_id FROM story_alias WHERE survivor_id = :story)";

    private final Sessions sessions;

    SqlRetractions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public int takeBack(WorkspaceId workspace, ArticleId titled, StoryId story, Instant at) {
        return sessions.write(handle -> {
            int taken = handle.createUpdate("INSERT INTO retraction (workspace_id, article_id, at)"
                            + " VALUES (:workspace, :article, :at) ON CONFLICT DO NOTHING")
                    .bind("workspace", workspace.value())
                    .bind("article", titled.value())
                    .bind("at", at.toEpochMilli())
                    .execute();
            return taken == 0 ? -1 : recall(handle, workspace, story, at);
        });
    }

    @Override
    public int giveBack(WorkspaceId workspace, Collection<ArticleId> articles, StoryId story, Instant at) {
        return sessions.write(handle -> {
            int[] given = {0};
            InList.forEach(
                    articles,
                    ArticleId::value,
                    in -> given[0] += handle.createUpdate(
                                    "DELETE FROM retraction WHERE workspace_id = :workspace AND article_id IN (" + in
                                            + ")")
                            .bind("workspace", workspace.value())
                            .execute());
            return given[0] == 0 ? -1 : recall(handle, workspace, story, at);
        });
    }

    /** What is on its way is changed once it has arrived. */
    private static int recall(Handle handle, WorkspaceId workspace, StoryId story, Instant at) {
        return handle.createUpdate("UPDATE delivery SET recall = :at WHERE state IN ('SENT', 'SENDING', 'UNKNOWN')"
                        + " AND conversation_id IN (SELECT id FROM conversation WHERE workspace_id = :workspace)"
                        + " AND (story_id" + OF_STORY + " OR id IN"
                        + " (SELECT delivery_id FROM delivery_story WHERE story_id" + OF_STORY + "))")
                .bind("at", at.toEpochMilli())
                .bind("workspace", workspace.value())
                .bind("story", story.value())
                .execute();
    }

    @Override
    public List<ArticleId> latest(WorkspaceId workspace, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT article_id FROM retraction"
                        + " WHERE workspace_id = :workspace ORDER BY at DESC, article_id DESC LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("limit", limit)
                .map((row, _) -> new ArticleId(row.getLong(1)))
                .list());
    }

    @Override
    public List<Retraction> due(String platform, Instant now, Collection<ConversationId> except, int limit) {
        return sessions.read(handle -> FirstOfEach.of(
                except,
                limit,
                Retraction::conversation,
                reach -> handle.createQuery(DUE)
                        .bind("platform", platform)
                        .bind("now", now.toEpochMilli())
                        .bind("reach", reach)
                        .map((row, _) -> retraction(row))
                        .list()));
    }

    @Override
    public void later(DeliveryId message, Instant due) {
        sessions.change(
                handle -> handle.createUpdate("UPDATE delivery SET recall = :due WHERE id = :id AND recall IS NOT NULL")
                        .bind("id", message.value())
                        .bind("due", due.toEpochMilli())
                        .execute());
    }

    @Override
    public void done(DeliveryId message) {
        sessions.change(handle -> handle.createUpdate("UPDATE delivery SET recall = NULL WHERE id = :id")
                .bind("id", message.value())
                .execute());
    }

    private static Retraction retraction(ResultSet row) throws SQLException {
        return new Retraction(
                new ConversationId(row.getLong("conversation_id")),
                DeliveryRows.place(row),
                new DeliveryId(row.getLong("id")),
                Optional.of(new StoryId(row.getLong("story_id"))).filter(story -> story.value() != 0),
                new Receipt(row.getString("receipt")));
    }
}

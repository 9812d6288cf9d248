package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.alert.DeliveryId;
import news.lede.alert.Edit;
import news.lede.alert.Edits;
import news.lede.alert.Receipt;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Messages that are behind, in the table {@code told}. */
final class SqlEdits implements Edits {
    private static final String DUE =
            "SELECT t.story_id, t.conversation_id, t.delivery_id, t.receipt, t.shown, t.wanted,"
                    + " c.workspace_id, c.platform, c.chat, c.thread FROM told AS t CROSS JOIN conversation AS c"
                    + " WHERE c.id = t.conversation_id AND c.platform = :platform AND t.edit_due IS NOT NULL"
                    + " AND t.edit_due <= :now AND t.receipt IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM suspension AS s WHERE s.conversation_id = t.conversation_id)"
                    + " ORDER BY t.edit_due LIMIT :reach";

    private final Sessions sessions;

    SqlEdits(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Edit> due(String platform, Instant now, Collection<ConversationId> except, int limit) {
        return sessions.read(handle -> FirstOfEach.of(
                except,
                limit,
                Edit::conversation,
                reach -> handle.createQuery(DUE)
                        .bind("platform", platform)
                        .bind("now", now.toEpochMilli())
                        .bind("reach", reach)
                        .map((row, _) -> edit(row))
                        .list()));
    }

    @Override
    public void shown(Edit edit, int revision) {
        sessions.change(handle -> change(
                        handle,
                        edit,
                        "shown = :shown, wanted = CASE WHEN wanted > :settled THEN wanted ELSE :shown END,"
                                + " edit_due = CASE WHEN wanted > :settled THEN edit_due END")
                .bind("shown", revision)
                .bind("settled", Math.max(revision, edit.wanted()))
                .execute());
    }

    @Override
    public void later(Edit edit, Instant due) {
        sessions.change(handle -> change(handle, edit, "edit_due = CASE WHEN edit_due IS NOT NULL THEN :due END")
                .bind("due", due.toEpochMilli())
                .execute());
    }

    @Override
    public void leave(Edit edit) {
        sessions.change(handle ->
                change(handle, edit, "wanted = shown, edit_due = NULL").execute());
    }

    @Override
    public void gone(Edit edit) {
        sessions.change(handle -> change(handle, edit, "wanted = shown, edit_due = NULL, receipt = NULL")
                .execute());
    }

    private static Update change(Handle handle, Edit edit, String set) {
        return handle.createUpdate("UPDATE told SET " + set + " WHERE story_id = :story"
                        + " AND conversation_id = :conversation AND receipt = :receipt")
                .bind("story", edit.story().value())
                .bind("conversation", edit.conversation().value())
                .bind("receipt", edit.receipt().value());
    }

    private static Edit edit(ResultSet row) throws SQLException {
        return new Edit(
                new ConversationId(row.getLong("conversation_id")),
                DeliveryRows.place(row),
                new WorkspaceId(row.getLong("workspace_id")),
                new StoryId(row.getLong("story_id")),
                new DeliveryId(row.getLong("delivery_id")),
                new Receipt(row.getString("receipt")),
                row.getInt("shown"),
                row.getInt("wanted"));
    }
}

package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;

/** Rows of the table {@code delivery}, with the conversation each belongs to. */
final class DeliveryRows {
    /** Of {@code delivery AS d} and {@code conversation AS c}. */
    static final String COLUMNS =
            "d.id, d.platform, d.conversation_id, d.kind, d.story_id, d.number, d.revision, d.state, d.lane, d.planned,"
                    + " d.due, d.attempts, d.doubts, d.attempted, d.receipt, d.problem, c.workspace_id, c.chat, c.thread";

    /** The same of a row of {@code delivery} that was just changed. */
    static final String RETURNING = " RETURNING id, platform, conversation_id, kind, story_id, number, revision, state,"
            + " lane, planned, due, attempts, doubts, attempted, receipt, problem"
            + whereItGoes("workspace_id") + whereItGoes("chat") + whereItGoes("thread");

    private DeliveryRows() {}

    private static String whereItGoes(String column) {
        return ", (SELECT " + column + " FROM conversation WHERE conversation.id = delivery.conversation_id) AS "
                + column;
    }

    static Delivery of(ResultSet row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.getLong("id")),
                new ConversationId(row.getLong("conversation_id")),
                place(row),
                new WorkspaceId(row.getLong("workspace_id")),
                Delivery.Kind.valueOf(row.getString("kind")),
                Optional.of(row.getLong("story_id")).filter(id -> id != 0).map(StoryId::new),
                row.getLong("number"),
                row.getInt("revision"),
                Delivery.State.valueOf(row.getString("state")),
                Lane.values()[row.getInt("lane")],
                Instant.ofEpochMilli(row.getLong("planned")),
                Columns.instant(row, "due"),
                row.getInt("attempts"),
                row.getInt("doubts"),
                Columns.instant(row, "attempted"),
                Columns.text(row, "receipt").map(Receipt::new),
                Columns.text(row, "problem"));
    }

    /** Of a row with the columns {@code platform}, {@code chat} and {@code thread}. */
    static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("platform"),
                row.getString("chat"),
                Optional.of(row.getString("thread")).filter(thread -> !thread.isEmpty()));
    }
}

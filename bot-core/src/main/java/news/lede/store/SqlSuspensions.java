package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Suspensions;
import news.lede.community.ConversationId;

/** Suspensions in the table {@code suspension}. What waits in such a conversation leaves the index of what is due, and comes back to it. */
final class SqlSuspensions implements Suspensions {
    private static final String SELECT =
            "SELECT s.conversation_id, s.reason, s.detail, s.since, s.told FROM suspension AS s ";

    private final Sessions sessions;

    SqlSuspensions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean suspend(ConversationId conversation, Reason reason, String detail, Instant now) {
        return sessions.write(handle -> {
            int changed = handle.createUpdate("INSERT INTO suspension (conversation_id, reason, detail, since)"
                            + " VALUES (:conversation, :reason, :detail, :now)"
                            + " ON CONFLICT (conversation_id) DO UPDATE SET reason = excluded.reason,"
                            + " detail = excluded.detail, told = NULL WHERE suspension.reason <> excluded.reason")
                    .bind("conversation", conversation.value())
                    .bind("reason", reason.name())
                    .bind("detail", detail)
                    .bind("now", now.toEpochMilli())
                    .execute();
            handle.createUpdate("UPDATE delivery SET due = NULL WHERE conversation_id = :conversation"
                            + " AND due IS NOT NULL AND state <> 'SENDING'")
                    .bind("conversation", conversation.value())
                    .execute();
            return changed > 0;
        });
    }

    @Override
    public boolean resume(ConversationId conversation, Instant now) {
        return sessions.write(handle -> {
            handle.createUpdate("UPDATE delivery SET state = 'CANCELLED', due = NULL, finished = :now,"
                            + " problem = :problem WHERE conversation_id = :conversation"
                            + " AND state IN ('PLANNED', 'RETRY', 'UNKNOWN', 'HELD') AND planned < :stale"
                            + " AND EXISTS (SELECT 1 FROM suspension AS s"
                            + " WHERE s.conversation_id = delivery.conversation_id AND s.since < :stale)")
                    .bind("conversation", conversation.value())
                    .bind("now", now.toEpochMilli())
                    .bind("stale", now.minus(STALE).toEpochMilli())
                    .bind("problem", STALE_PROBLEM)
                    .execute();
            int resumed = handle.createUpdate("DELETE FROM suspension WHERE conversation_id = :conversation")
                    .bind("conversation", conversation.value())
                    .execute();
            if (resumed > 0) {
                handle.createUpdate("UPDATE delivery SET due = :now WHERE conversation_id = :conversation"
                                + " AND due IS NULL AND state IN ('PLANNED', 'RETRY', 'UNKNOWN')")
                        .bind("conversation", conversation.value())
                        .bind("now", now.toEpochMilli())
                        .execute();
            }
            return resumed > 0;
        });
    }

    @Override
    public Optional<Suspension> find(ConversationId conversation) {
        return sessions.read(handle -> handle.createQuery(SELECT + "WHERE s.conversation_id = :conversation")
                .bind("conversation", conversation.value())
                .map((row, _) -> suspension(row))
                .findOne());
    }

    @Override
    public List<Suspension> untold(String platform, int limit) {
        return sessions.read(handle -> handle.createQuery(SELECT + "JOIN conversation AS c ON c.id = s.conversation_id"
                        + " WHERE c.platform = :platform AND s.told IS NULL"
                        + " ORDER BY s.since, s.conversation_id LIMIT :limit")
                .bind("platform", platform)
                .bind("limit", limit)
                .map((row, _) -> suspension(row))
                .list());
    }

    @Override
    public void told(ConversationId conversation, Instant at) {
        sessions.change(
                handle -> handle.createUpdate("UPDATE suspension SET told = :at WHERE conversation_id = :conversation")
                        .bind("conversation", conversation.value())
                        .bind("at", at.toEpochMilli())
                        .execute());
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        return new Suspension(
                new ConversationId(row.getLong("conversation_id")),
                Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                Instant.ofEpochMilli(row.getLong("since")),
                Columns.instant(row, "told"));
    }
}

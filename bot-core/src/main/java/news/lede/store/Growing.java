package news.lede.store;

import java.time.Instant;
import java.util.Optional;
import news.lede.alert.Delivery;
import news.lede.alert.Lane;
import news.lede.alert.Outbox;
import news.lede.alert.Outbox.Growth;
import news.lede.community.ConversationId;
import org.jdbi.v3.core.Handle;

/** Has conversations that know a story catch up with it, a portion at a time. Done twice it changes nothing, so that nobody has to remember how far it came. */
final class Growing {
    private static final long DAY_MILLIS = 86_400_000;

    /** Who knows the story by a message or a digest, and who is being told right now: what was composed for them may lack what is new. */
    private static final String KNOWING = "(SELECT conversation_id FROM told WHERE story_id = :story"
            + " AND conversation_id > :after"
            + " UNION SELECT conversation_id FROM delivery WHERE story_id = :story AND conversation_id > :after"
            + " AND kind = 'FIRST' AND state IN ('SENDING', 'UNKNOWN')"
            + " UNION SELECT begun.conversation_id FROM delivery_story AS part JOIN delivery AS begun"
            + " ON begun.id = part.delivery_id WHERE part.story_id = :story AND begun.conversation_id > :after"
            + " AND begun.state IN ('SENDING', 'UNKNOWN'))";

    private final Handle handle;
    private final Growth growth;
    private final Instant now;

    Growing(Handle handle, Growth growth, Instant now) {
        this.handle = handle;
        this.growth = growth;
        this.now = now;
    }

    Optional<ConversationId> next(ConversationId after, int most, Instant youngest, Instant editDue) {
        Optional<Long> upTo = handle.createQuery("SELECT MAX(conversation_id) FROM (SELECT conversation_id FROM "
                        + KNOWING + " AS knowing ORDER BY conversation_id LIMIT :portion) AS portion")
                .bind("story", growth.story().value())
                .bind("after", after.value())
                .bind("portion", Outbox.BATCH)
                .map((row, _) -> {
                    long last = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(last);
                })
                .one();
        upTo.ifPresent(last -> {
            want(after, last, youngest, editDue);
            growth.news().ifPresent(kind -> plan(kind, after, last, most));
        });
        return upTo.map(ConversationId::new);
    }

    /** An edit that is planned stays when it is: what comes meanwhile is shown by it too. */
    private void want(ConversationId after, long upTo, Instant youngest, Instant editDue) {
        handle.createUpdate(
                        "UPDATE told SET wanted = :revision, edit_due = CASE WHEN receipt IS NULL OR at <= :youngest"
                                + " THEN NULL ELSE COALESCE(edit_due, :due) END WHERE story_id = :story"
                                + " AND conversation_id > :after AND conversation_id <= :upTo AND wanted < :revision"
                                + " AND EXISTS (SELECT 1 FROM conversation WHERE conversation.id = told.conversation_id AND "
                                + Expansion.SEES.formatted("conversation.workspace_id") + ")")
                .bind("revision", growth.revision())
                .bind("youngest", youngest.toEpochMilli())
                .bind("due", editDue.toEpochMilli())
                .bind("story", growth.story().value())
                .bind("after", after.value())
                .bind("upTo", upTo)
                .bind("article", growth.article().value())
                .execute();
    }

    private void plan(Delivery.Kind kind, ConversationId after, long upTo, int most) {
        handle.createUpdate("INSERT INTO delivery (platform, conversation_id, kind, story_id, number, revision, state,"
                        + " lane, planned, due, attempts, doubts)"
                        + " SELECT conversation.platform, conversation.id, :kind, :story, :revision, :revision, CASE WHEN "
                        + Expansion.KEPT_BACK + " THEN 'HELD' ELSE 'PLANNED' END, :lane, :now, " + Expansion.DUE
                        + ", 0, 0 FROM " + KNOWING + " AS knowing"
                        + " JOIN conversation ON conversation.id = knowing.conversation_id"
                        + " LEFT JOIN channel ON channel.conversation_id = conversation.id"
                        + " LEFT JOIN told ON told.story_id = :story AND told.conversation_id = conversation.id"
                        + " WHERE conversation.id <= :upTo AND (told.shown IS NULL OR told.shown < :revision)"
                        // Nobody is told that something they heard of in a digest went on: the next digest does.
                        + (kind == Delivery.Kind.CORRECTION ? "" : " AND told.receipt IS NOT NULL")
                        + " AND (channel.paused_until IS NULL OR channel.paused_until <= :now) AND "
                        + Expansion.SEES.formatted("conversation.workspace_id") + " ON CONFLICT DO NOTHING")
                .bind("kind", kind.name())
                .bind("story", growth.story().value())
                .bind("revision", growth.revision())
                .bind("most", most)
                .bind("dayBefore", now.toEpochMilli() - DAY_MILLIS)
                .bind("lane", Lane.ALERT.ordinal())
                .bind("now", now.toEpochMilli())
                .bind("after", after.value())
                .bind("upTo", upTo)
                .bind("article", growth.article().value())
                .execute();
    }
}

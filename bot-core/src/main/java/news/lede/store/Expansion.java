package news.lede.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Lane;
import news.lede.alert.Outbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Plans the first message of a story for all who wish for it, a portion of subscriptions at a time: one statement finds and plans them, one says who wanted it. */
final class Expansion {
    private static final long DAY_MILLIS = 86_400_000;

    /** What a workspace sees of an article: a source that carried it, which it follows by itself or by a pack. */
    static final String SEES = "EXISTS (SELECT 1 FROM article_source AS carried"
            + " JOIN source ON source.id = carried.source_id AND source.removed IS NULL"
            + " WHERE carried.article_id = :article AND (EXISTS (SELECT 1 FROM workspace_source AS own"
            + " WHERE own.workspace_id = %1$s AND own.source_id = carried.source_id)"
            + " OR EXISTS (SELECT 1 FROM pack_source AS packed JOIN workspace_pack AS followed"
            + " ON followed.pack = packed.pack AND followed.workspace_id = %1$s"
            + " WHERE packed.source_id = carried.source_id)))";

    /** A chosen budget or quiet hours are looked after one by one, and so is who gets more than anybody would read. */
    static final String KEPT_BACK = "(channel.budget IS NOT NULL OR channel.quiet_from IS NOT NULL"
            + " OR (SELECT COUNT(*) FROM delivery AS sent WHERE sent.conversation_id = conversation.id"
            + " AND sent.finished > :dayBefore AND sent.state = 'SENT')"
            + " + (SELECT COUNT(*) FROM delivery AS open WHERE open.conversation_id = conversation.id"
            + " AND open.due IS NOT NULL) >= :most)";

    /** When a message that is not kept back is due: not before its conversation can be written to again. */
    static final String DUE = "CASE WHEN " + KEPT_BACK
            + " OR EXISTS (SELECT 1 FROM suspension WHERE suspension.conversation_id = conversation.id)"
            + " THEN NULL ELSE :now END";

    private static final String WISHING = " FROM subscription AS wishing"
            + " JOIN conversation ON conversation.id = wishing.conversation_id"
            + " LEFT JOIN channel ON channel.conversation_id = conversation.id";
    private static final String WANTING = " WHERE wishing.wish_id = :wish AND wishing.instant = 1"
            + " AND wishing.id > :after AND wishing.id <= :upTo AND wishing.created <= :created"
            + " AND (wishing.paused_until IS NULL OR wishing.paused_until <= :now)"
            + " AND (channel.paused_until IS NULL OR channel.paused_until <= :now)"
            + " AND " + SEES.formatted("wishing.workspace_id");

    /** Its first message about the story, whatever became of it. */
    private static final String FIRST_MESSAGE = " JOIN delivery ON delivery.conversation_id = conversation.id"
            + " AND delivery.story_id = :story AND delivery.kind = 'FIRST' AND delivery.number = 0";

    private final Handle handle;
    private final Announcement announcement;
    private final Instant now;

    Expansion(Handle handle, Announcement announcement, Instant now) {
        this.handle = handle;
        this.announcement = announcement;
        this.now = now;
    }

    /** A wish whose subscriptions after {@code reached} are still to be told. */
    private record Step(long wish, long article, long workspace, long reached, Optional<String> topic) {}

    /** The story as it is by now: it may have become part of another. */
    private record Current(long story, int revision) {}

    /** The next portion; false when all is done. */
    boolean next(int most) {
        Optional<Step> found = handle.createQuery("SELECT hit.wish_id, hit.article_id, hit.workspace_id, hit.reached,"
                        + " CASE WHEN wish.kind = 'TOPIC' THEN wish.subject END AS topic"
                        + " FROM wish_match AS hit JOIN wish ON wish.id = hit.wish_id"
                        + " WHERE hit.announcement_id = :announcement AND hit.reached IS NOT NULL"
                        + " ORDER BY hit.wish_id, hit.article_id, hit.workspace_id LIMIT 1")
                .bind("announcement", announcement.id())
                .map((row, _) -> new Step(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), Columns.text(row, "topic")))
                .findOne();
        found.ifPresent(step -> {
            Optional<Long> upTo = lastOfPortion(step);
            Optional<Current> story = current();
            if (upTo.isPresent() && story.isPresent()) {
                plan(step, upTo.get(), story.get(), most);
            }
            handle.createUpdate(
                            "UPDATE wish_match SET reached = :reached WHERE wish_id = :wish"
                                    + " AND announcement_id = :announcement AND article_id = :article AND workspace_id = :workspace")
                    .bind("reached", upTo.orElse(null))
                    .bind("wish", step.wish())
                    .bind("announcement", announcement.id())
                    .bind("article", step.article())
                    .bind("workspace", step.workspace())
                    .execute();
        });
        return found.isPresent();
    }

    private Optional<Long> lastOfPortion(Step step) {
        return handle.createQuery("SELECT MAX(id) FROM (SELECT id FROM subscription AS wishing WHERE wish_id = :wish"
                        + " AND instant = 1 AND id > :after" + within(step, "")
                        + " ORDER BY id LIMIT :portion) AS portion")
                .bind("wish", step.wish())
                .bind("after", step.reached())
                .bind("portion", Outbox.BATCH)
                .map((row, _) -> {
                    long last = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(last);
                })
                .one();
    }

    private Optional<Current> current() {
        return handle.createQuery("SELECT id, revision FROM story WHERE id = COALESCE("
                        + "(SELECT survivor_id FROM story_alias WHERE story_id = :story), :story)")
                .bind("story", announcement.story().value())
                .map((row, _) -> new Current(row.getLong(1), row.getInt(2)))
                .findOne();
    }

    private void plan(Step step, long upTo, Current story, int most) {
        Optional<String> shared = step.topic().filter(_ -> step.workspace() == 0);
        String meant = shared.map(_ -> " AND NOT " + SqlMatches.OWN_MEANING.formatted("wishing.workspace_id", ":topic"))
                .orElse("");
        String wanting = WANTING + within(step, "wishing.") + meant;
        String hold = "CASE WHEN " + KEPT_BACK + " THEN 'HELD' ELSE 'PLANNED' END";
        // What was cancelled and never begun may be wanted again; what a digest tells or told may not.
        Update deliveries = about(
                        "INSERT INTO delivery (platform, conversation_id, kind, story_id, number, revision, state,"
                                + " lane, planned, due, attempts, doubts)"
                                + " SELECT conversation.platform, conversation.id, 'FIRST', :story, 0, :revision, "
                                + hold
                                + ", :lane, :now, " + DUE + ", 0, 0" + WISHING + wanting
                                + " AND NOT EXISTS (SELECT 1 FROM told WHERE told.story_id = :story"
                                + " AND told.conversation_id = conversation.id)"
                                + " ON CONFLICT (conversation_id, story_id, kind, number) DO UPDATE SET state = excluded.state,"
                                + " revision = excluded.revision, planned = excluded.planned, due = excluded.due, problem = NULL,"
                                + " finished = NULL WHERE delivery.state = 'CANCELLED' AND delivery.doubts = 0"
                                + " AND NOT EXISTS (SELECT 1 FROM delivery_story AS taken JOIN delivery AS digest"
                                + " ON digest.id = taken.delivery_id WHERE taken.story_id = delivery.story_id"
                                + " AND digest.conversation_id = delivery.conversation_id AND digest.state <> 'CANCELLED')",
                        step,
                        upTo,
                        story)
                .bind("revision", story.revision())
                .bind("lane", Lane.ALERT.ordinal())
                .bind("most", most)
                .bind("dayBefore", now.toEpochMilli() - DAY_MILLIS);
        Update reasons = about(
                "INSERT INTO delivery_reason (delivery_id, subscription_id) SELECT delivery.id, wishing.id" + WISHING
                        + FIRST_MESSAGE + wanting + " ON CONFLICT DO NOTHING",
                step,
                upTo,
                story);
        Update digests = about(
                "INSERT INTO delivery_reason (delivery_id, subscription_id) SELECT digest.id, wishing.id"
                        + WISHING + FIRST_MESSAGE + " AND delivery.state = 'CANCELLED'"
                        + " JOIN delivery_story AS taken ON taken.story_id = :story"
                        + " JOIN delivery AS digest ON digest.id = taken.delivery_id"
                        + " AND digest.conversation_id = conversation.id AND digest.finished IS NULL"
                        + wanting + " ON CONFLICT DO NOTHING",
                step,
                upTo,
                story);
        for (Update update : List.of(deliveries, reasons, digests)) {
            shared.ifPresent(topic -> update.bind("topic", topic));
            update.execute();
        }
    }

    /** A statement on the subscriptions of one portion and the story they are told of. */
    private Update about(String statement, Step step, long upTo, Current story) {
        return handle.createUpdate(statement)
                .bind("wish", step.wish())
                .bind("after", step.reached())
                .bind("upTo", upTo)
                .bind("created", announcement.created().toEpochMilli())
                .bind("article", step.article())
                .bind("story", story.story())
                .bind("now", now.toEpochMilli());
    }

    private static String within(Step step, String prefix) {
        return step.workspace() == 0 ? "" : " AND " + prefix + "workspace_id = " + step.workspace();
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Hold;
import news.lede.alert.Lane;
import news.lede.alert.Outbox;
import news.lede.alert.Receipt;
import news.lede.alert.Told;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;
import news.lede.subscription.SubscriptionId;
import org.jdbi.v3.core.Handle;

/** Planning in the tables {@code delivery}, {@code delivery_reason}, {@code delivery_story} and {@code told}. */
final class SqlOutbox implements Outbox {
    private final Sessions sessions;

    SqlOutbox(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean expand(Announcement announcement, int most, Instant now) {
        return sessions.write(handle -> new Expansion(handle, announcement, now).next(most));
    }

    @Override
    public Optional<ConversationId> grow(
            Growth growth, ConversationId after, int most, Instant youngest, Instant editDue, Instant now) {
        return sessions.write(handle -> new Growing(handle, growth, now).next(after, most, youngest, editDue));
    }

    @Override
    public int recall(StoryId story, ArticleId article, Instant oldest, Instant at) {
        return sessions.write(handle -> handle.createUpdate(
                        "UPDATE delivery SET recall = :at WHERE state IN ('SENT', 'SENDING', 'UNKNOWN')"
                                + " AND kind <> 'CORRECTION' AND planned > :oldest AND (story_id"
                                + SqlRetractions.OF_STORY
                                + " OR id IN (SELECT delivery_id FROM delivery_story WHERE story_id"
                                + SqlRetractions.OF_STORY
                                + ")) AND EXISTS (SELECT 1 FROM conversation WHERE conversation.id = delivery.conversation_id AND "
                                + Expansion.SEES.formatted("conversation.workspace_id") + ")")
                .bind("at", at.toEpochMilli())
                .bind("oldest", oldest.toEpochMilli())
                .bind("story", story.value())
                .bind("article", article.value())
                .execute());
    }

    @Override
    public Map<StoryId, Told> told(ConversationId conversation, Collection<StoryId> stories) {
        return sessions.read(handle -> {
            Map<StoryId, Told> told = new HashMap<>();
            InList.forEach(
                    stories,
                    StoryId::value,
                    in -> handle.createQuery(
                                    "SELECT story_id, delivery_id, receipt, at, shown, wanted, edit_due FROM told"
                                            + " WHERE conversation_id = :conversation AND story_id IN (" + in + ")")
                            .bind("conversation", conversation.value())
                            .map((row, _) -> new Told(
                                    new StoryId(row.getLong(1)),
                                    conversation,
                                    new DeliveryId(row.getLong(2)),
                                    Columns.text(row, "receipt").map(Receipt::new),
                                    Instant.ofEpochMilli(row.getLong(4)),
                                    row.getInt(5),
                                    row.getInt(6),
                                    Columns.instant(row, "edit_due")))
                            .forEach(one -> told.put(one.story(), one)));
            return Map.copyOf(told);
        });
    }

    @Override
    public Optional<Instant> firstTold(StoryId story) {
        return sessions.read(handle -> handle.createQuery("SELECT MIN(at) AS first FROM told WHERE story_id = :story")
                .bind("story", story.value())
                .map((row, _) -> Columns.instant(row, "first"))
                .one());
    }

    @Override
    public List<Held> held(DeliveryId after, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT id, conversation_id FROM delivery"
                        + " WHERE state = 'HELD' AND id > :after ORDER BY id LIMIT :limit")
                .bind("after", after.value())
                .bind("limit", limit)
                .map((row, _) -> new Held(new DeliveryId(row.getLong(1)), new ConversationId(row.getLong(2))))
                .list());
    }

    @Override
    public List<Waiting> waiting(ConversationId conversation) {
        return sessions.read(handle -> handle.createQuery("SELECT id, kind, story_id, planned, problem FROM delivery"
                        + " WHERE conversation_id = :conversation AND state = 'HELD' ORDER BY id")
                .bind("conversation", conversation.value())
                .map((row, _) -> new Waiting(
                        new DeliveryId(row.getLong(1)),
                        Delivery.Kind.valueOf(row.getString(2)),
                        Optional.of(new StoryId(row.getLong(3))).filter(story -> story.value() != 0),
                        Instant.ofEpochMilli(row.getLong(4)),
                        Columns.text(row, "problem").flatMap(SqlOutbox::hold)))
                .list());
    }

    /** Whoever sends says in words of its own why it holds something. */
    private static Optional<Hold> hold(String why) {
        for (Hold hold : Hold.values()) {
            if (hold.name().equals(why)) {
                return Optional.of(hold);
            }
        }
        return Optional.empty();
    }

    @Override
    public Spent spent(ConversationId conversation, Instant from, Instant until) {
        return sessions.read(
                handle -> handle.createQuery("SELECT COUNT(*), COALESCE(SUM(CASE WHEN kind = 'DIGEST' THEN 1"
                                + " ELSE 0 END), 0) FROM (SELECT kind FROM delivery WHERE conversation_id = :conversation"
                                + " AND finished >= :from AND finished < :until AND state = 'SENT'"
                                + " UNION ALL SELECT kind FROM delivery WHERE conversation_id = :conversation"
                                + " AND due IS NOT NULL"
                                // They go once the conversation is no longer suspended.
                                + " UNION ALL SELECT kind FROM delivery WHERE conversation_id = :conversation"
                                + " AND due IS NULL AND finished IS NULL AND state <> 'HELD') AS spent")
                        .bind("conversation", conversation.value())
                        .bind("from", from.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .map((row, _) -> new Spent(row.getInt(1), row.getInt(2)))
                        .one());
    }

    @Override
    public void release(DeliveryId id, Instant now) {
        sessions.change(handle -> handle.createUpdate(
                        "UPDATE delivery SET state = 'PLANNED', problem = NULL, due = CASE WHEN EXISTS (SELECT 1"
                                + " FROM suspension WHERE suspension.conversation_id = delivery.conversation_id)"
                                + " THEN NULL ELSE :now END WHERE id = :id AND state = 'HELD'")
                .bind("now", now.toEpochMilli())
                .bind("id", id.value())
                .execute());
    }

    @Override
    public void drop(DeliveryId id, String why, Instant now) {
        sessions.change(handle -> handle.createUpdate("UPDATE delivery SET state = 'CANCELLED', due = NULL,"
                        + " finished = :now, problem = :why WHERE id = :id AND state = 'HELD'")
                .bind("now", now.toEpochMilli())
                .bind("why", why)
                .bind("id", id.value())
                .execute());
    }

    @Override
    public void hold(Collection<DeliveryId> ids, Hold why) {
        sessions.change(handle -> InList.forEach(
                ids,
                DeliveryId::value,
                in -> handle.createUpdate("UPDATE delivery SET problem = :why WHERE id IN (" + in
                                + ") AND state = 'HELD' AND (problem IS NULL OR problem <> :why)")
                        .bind("why", why.name())
                        .execute()));
    }

    @Override
    public Optional<DeliveryId> plan(Digest digest, Instant due, Instant now) {
        return sessions.write(handle -> {
            Optional<DeliveryId> planned = insert(handle, digest, due, now);
            planned.ifPresent(id -> fill(handle, id, digest, now));
            return planned;
        });
    }

    private static Optional<DeliveryId> insert(Handle handle, Digest digest, Instant due, Instant now) {
        return handle.createQuery("INSERT INTO delivery (platform, conversation_id, kind, story_id, number, revision,"
                        + " state, lane, planned, due, attempts, doubts) SELECT conversation.platform, conversation.id,"
                        + " 'DIGEST', 0, :number, 0, 'PLANNED', :lane, :now, CASE WHEN EXISTS (SELECT 1 FROM suspension"
                        + " WHERE suspension.conversation_id = conversation.id) THEN NULL ELSE :due END, 0, 0"
                        + " FROM conversation WHERE id = :conversation ON CONFLICT DO NOTHING RETURNING id")
                .bind("number", digest.number().toEpochMilli())
                .bind("lane", Lane.DIGEST.ordinal())
                .bind("now", now.toEpochMilli())
                .bind("due", due.toEpochMilli())
                .bind("conversation", digest.conversation().value())
                .map((row, _) -> new DeliveryId(row.getLong(1)))
                .findOne();
    }

    private static void fill(Handle handle, DeliveryId id, Digest digest, Instant now) {
        int position = 0;
        for (Shown story : digest.stories()) {
            handle.createUpdate("INSERT INTO delivery_story (delivery_id, position, story_id, revision)"
                            + " VALUES (:id, :position, :story, :revision)")
                    .bind("id", id.value())
                    .bind("position", position++)
                    .bind("story", story.story().value())
                    .bind("revision", story.revision())
                    .execute();
        }
        for (SubscriptionId reason : digest.reasons()) {
            handle.createUpdate("INSERT INTO delivery_reason (delivery_id, subscription_id) VALUES (:id, :reason)"
                            + " ON CONFLICT DO NOTHING")
                    .bind("id", id.value())
                    .bind("reason", reason.value())
                    .execute();
        }
        InList.forEach(
                digest.folded(),
                DeliveryId::value,
                in -> handle.createUpdate("UPDATE delivery SET state = 'CANCELLED', due = NULL, finished = :now,"
                                + " problem = 'told in a digest' WHERE id IN (" + in + ") AND state = 'HELD'")
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    @Override
    public List<Shown> storiesOf(DeliveryId digest) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT story_id, revision FROM delivery_story WHERE delivery_id = :id ORDER BY position")
                .bind("id", digest.value())
                .map((row, _) -> new Shown(new StoryId(row.getLong(1)), row.getInt(2)))
                .list());
    }

    @Override
    public Optional<Instant> lastDigest(ConversationId conversation, SubscriptionId subscription, Instant before) {
        return sessions.read(
                handle -> handle.createQuery("SELECT planned FROM delivery WHERE conversation_id = :conversation"
                                + " AND story_id = 0 AND kind = 'DIGEST' AND number < :before"
                                + " AND state NOT IN ('CANCELLED', 'GIVEN_UP') AND EXISTS (SELECT 1 FROM delivery_reason"
                                + " WHERE delivery_id = delivery.id AND subscription_id = :subscription)"
                                + " ORDER BY number DESC LIMIT 1")
                        .bind("conversation", conversation.value())
                        .bind("before", before.toEpochMilli())
                        .bind("subscription", subscription.value())
                        .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                        .findOne());
    }

    @Override
    public List<SubscriptionId> reasons(DeliveryId id) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT subscription_id FROM delivery_reason WHERE delivery_id = :id ORDER BY subscription_id")
                .bind("id", id.value())
                .map((row, _) -> new SubscriptionId(row.getLong(1)))
                .list());
    }

    @Override
    public List<DeliveryId> of(ConversationId conversation, StoryId story) {
        return sessions.read(handle -> new ArrayList<>(handle.createQuery("SELECT id FROM delivery"
                        + " WHERE story_id = :story AND conversation_id = :conversation ORDER BY id")
                .bind("story", story.value())
                .bind("conversation", conversation.value())
                .map((row, _) -> new DeliveryId(row.getLong(1)))
                .list()));
    }

    @Override
    public Map<SubscriptionId, Instant> lastTold(ConversationId conversation, int latest) {
        return sessions.read(handle -> {
            Map<SubscriptionId, Instant> told = new HashMap<>();
            handle.createQuery("SELECT r.subscription_id, MAX(d.attempted) FROM (SELECT id, state, attempted"
                            + " FROM delivery WHERE conversation_id = :conversation AND finished IS NOT NULL"
                            + " ORDER BY finished DESC LIMIT :latest) AS d"
                            + " JOIN delivery_reason AS r ON r.delivery_id = d.id"
                            + " WHERE d.state = 'SENT' AND d.attempted IS NOT NULL GROUP BY r.subscription_id")
                    .bind("conversation", conversation.value())
                    .bind("latest", latest)
                    .map((row, _) -> told.put(new SubscriptionId(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))))
                    .list();
            return Map.copyOf(told);
        });
    }

    @Override
    public List<DeliveryId> latest(ConversationId conversation, int limit) {
        return sessions.read(
                handle -> handle.createQuery("SELECT id FROM delivery WHERE conversation_id = :conversation"
                                + " AND finished IS NOT NULL ORDER BY finished DESC LIMIT :limit")
                        .bind("conversation", conversation.value())
                        .bind("limit", limit)
                        .map((row, _) -> new DeliveryId(row.getLong(1)))
                        .list());
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.subscription.WishId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Subscriptions in the tables {@code wish} and {@code subscription}, settings in the table {@code channel}. */
final class SqlSubscriptions implements Subscriptions {
    private final Sessions sessions;
    private final SqlChannels channels;

    SqlSubscriptions(Sessions sessions) {
        this.sessions = sessions;
        this.channels = new SqlChannels(sessions);
    }

    @Override
    public Outcome subscribe(
            Conversation conversation,
            Wish wish,
            Cadence cadence,
            Optional<Instant> nextDue,
            PersonKey by,
            Instant at,
            int most) {
        return sessions.write(handle -> {
            boolean instant = cadence instanceof Cadence.Instantly;
            Optional<SubscriptionId> there = equal(handle, conversation.id(), wish, instant);
            if (there.isEmpty()) {
                Optional<Outcome> full = full(handle, conversation, most);
                if (full.isPresent()) {
                    return full.get();
                }
                SubscriptionRows.bind(
                                handle.createUpdate("INSERT INTO wish (kind, subject, filter, languages, least)"
                                        + " VALUES (:kind, :subject, :filter, :languages, :least)"
                                        + " ON CONFLICT DO NOTHING"),
                                wish)
                        .execute();
                SubscriptionRows.bind(
                                handle.createUpdate("INSERT INTO subscription (wish_id, conversation_id, workspace_id,"
                                        + " instant, schedule, zone, next_due, created, platform, person)"
                                        + " SELECT w.id, :conversation, :workspace, :instant, '', '', NULL, :at,"
                                        + " :platform, :person FROM wish w WHERE " + EQUAL),
                                wish)
                        .bind("conversation", conversation.id().value())
                        .bind("workspace", conversation.workspace().value())
                        .bind("instant", instant ? 1 : 0)
                        .bind("at", at.toEpochMilli())
                        .bind("platform", by.platform())
                        .bind("person", by.id())
                        .execute();
            }
            SubscriptionId id = there.or(() -> equal(handle, conversation.id(), wish, instant))
                    .orElseThrow();
            schedule(handle, id, cadence, nextDue);
            pause(handle, id, Optional.empty());
            return new Outcome.Subscribed(find(handle, id).orElseThrow(), there.isEmpty());
        });
    }

    private static final String EQUAL = "w.kind = :kind AND w.subject = :subject AND w.filter = :filter"
            + " AND w.languages = :languages AND w.least = :least";

    private static Optional<SubscriptionId> equal(
            Handle handle, ConversationId conversation, Wish wish, boolean instant) {
        return SubscriptionRows.bind(
                        handle.createQuery("SELECT s.id FROM wish w JOIN subscription s ON s.wish_id = w.id WHERE "
                                + EQUAL + " AND s.conversation_id = :conversation AND s.instant = :instant"),
                        wish)
                .bind("conversation", conversation.value())
                .bind("instant", instant ? 1 : 0)
                .map((row, _) -> new SubscriptionId(row.getLong(1)))
                .findOne();
    }

    private static Optional<Outcome> full(Handle handle, Conversation conversation, int most) {
        if (count(handle, "conversation_id", conversation.id().value()) >= MOST_OF_A_CONVERSATION) {
            return Optional.of(new Outcome.Full(MOST_OF_A_CONVERSATION, false));
        }
        return count(handle, "workspace_id", conversation.workspace().value()) >= most
                ? Optional.of(new Outcome.Full(most, true))
                : Optional.empty();
    }

    private static int count(Handle handle, String column, long id) {
        return handle.createQuery("SELECT COUNT(*) FROM subscription WHERE " + column + " = :id")
                .bind("id", id)
                .map((row, _) -> row.getInt(1))
                .one();
    }

    private static void schedule(Handle handle, SubscriptionId id, Cadence cadence, Optional<Instant> nextDue) {
        handle.createUpdate(
                        "UPDATE subscription SET schedule = :schedule, zone = :zone, next_due = :due WHERE id = :id")
                .bind("id", id.value())
                .bind("schedule", cadence instanceof Cadence.ByDigest digest ? DigestSchedule.write(digest) : "")
                .bind(
                        "zone",
                        cadence instanceof Cadence.ByDigest digest
                                ? digest.zone().getId()
                                : "")
                .bind("due", millis(nextDue))
                .execute();
    }

    private static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    @Override
    public boolean unsubscribe(SubscriptionId id) {
        return sessions.write(handle -> handle.createUpdate("DELETE FROM subscription WHERE id = :id")
                        .bind("id", id.value())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Subscription> find(SubscriptionId id) {
        return sessions.read(handle -> find(handle, id));
    }

    private static Optional<Subscription> find(Handle handle, SubscriptionId id) {
        return handle.createQuery(SubscriptionRows.SELECT + "WHERE s.id = :id")
                .bind("id", id.value())
                .map(SubscriptionRows::subscription)
                .findOne();
    }

    @Override
    public List<Subscription> of(ConversationId conversation) {
        return sessions.read(
                handle -> handle.createQuery(SubscriptionRows.SELECT + "WHERE s.conversation_id = :id ORDER BY s.id")
                        .bind("id", conversation.value())
                        .map(SubscriptionRows::subscription)
                        .list());
    }

    @Override
    public List<Subscription> of(WorkspaceId workspace) {
        return sessions.read(
                handle -> handle.createQuery(SubscriptionRows.SELECT + "WHERE s.workspace_id = :id ORDER BY s.id")
                        .bind("id", workspace.value())
                        .map(SubscriptionRows::subscription)
                        .list());
    }

    @Override
    public void pause(SubscriptionId id, Optional<Instant> until) {
        sessions.change(handle -> pause(handle, id, until));
    }

    private static void pause(Handle handle, SubscriptionId id, Optional<Instant> until) {
        handle.createUpdate("UPDATE subscription SET paused_until = :until WHERE id = :id")
                .bind("id", id.value())
                .bind("until", millis(until))
                .execute();
    }

    @Override
    public List<Wanted> wanted(WishId after, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT w.id, " + SubscriptionRows.WISH
                        + " FROM wish w WHERE w.id > :after ORDER BY w.id LIMIT :limit")
                .bind("after", after.value())
                .bind("limit", limit)
                .map((row, _) -> new Wanted(new WishId(row.getLong("id")), SubscriptionRows.wish(row)))
                .list());
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return sessions.read(handle -> handle.createQuery(
                        SubscriptionRows.SELECT + "WHERE s.next_due <= :now ORDER BY s.next_due, s.id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Due(
                        SubscriptionRows.subscription(row, context), Instant.ofEpochMilli(row.getLong("next_due"))))
                .list());
    }

    @Override
    public Optional<Instant> nextDue(SubscriptionId id) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT next_due FROM subscription WHERE id = :id" + " AND next_due IS NOT NULL")
                .bind("id", id.value())
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne());
    }

    @Override
    public boolean nextDue(SubscriptionId id, Instant before, Instant next) {
        return sessions.write(handle ->
                handle.createUpdate("UPDATE subscription SET next_due = :next WHERE id = :id AND next_due = :before")
                                .bind("id", id.value())
                                .bind("before", before.toEpochMilli())
                                .bind("next", next.toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public void reschedule(SubscriptionId id, Cadence.ByDigest digest, Instant next) {
        sessions.change(handle -> find(handle, id)
                .filter(known -> known.cadence() instanceof Cadence.ByDigest)
                .ifPresent(_ -> schedule(handle, id, digest, Optional.of(next))));
    }

    @Override
    public Channel channel(ConversationId conversation) {
        return channels.of(conversation);
    }

    @Override
    public List<Conversation> hearingReports(String platform) {
        return channels.hearingReports(platform);
    }

    @Override
    public void save(Channel channel) {
        channels.save(channel);
    }

    @Override
    public Channel change(ConversationId conversation, UnaryOperator<Channel> change) {
        // What is read on a thread within its transaction is read by that.
        return sessions.write(_ -> {
            Channel changed = change.apply(channels.of(conversation));
            channels.save(changed);
            return changed;
        });
    }
}

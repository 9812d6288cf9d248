package news.lede.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Deliveries in the table {@code delivery}. Choosing what is due walks along an index in the order to send, so that it costs as much as it answers, whatever waits; what is suspended has left that index.
 */
final class SqlDeliveries implements Deliveries {
    private static final String FROM =
            " FROM delivery AS d CROSS JOIN conversation AS c WHERE c.id = d.conversation_id";
    /** What may be begun. */
    private static final String WAITING = "state IN ('PLANNED', 'RETRY', 'UNKNOWN') AND due IS NOT NULL";

    /** What is sent, or taken back by others, stays so. */
    private static final String STILL_OPEN = " WHERE id = :id AND state IN ('PLANNED', 'SENDING', 'RETRY', 'UNKNOWN')";

    /** As many conversations as are under way at once, and some that rest. */
    private static final int FEW = 64;

    private static final String DUE = dueQuery(List.of());

    private final Sessions sessions;

    SqlDeliveries(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<DeliveryId> plan(Planned planned) {
        return sessions.write(handle -> handle.createQuery("INSERT INTO delivery (platform, conversation_id, kind,"
                        + " story_id, number, revision, state, lane, planned, due, attempts, doubts)"
                        + " SELECT platform, id, :kind, :story, :number, :revision, 'PLANNED', :lane, :at,"
                        + " CASE WHEN EXISTS (SELECT 1 FROM suspension AS s WHERE s.conversation_id = c.id)"
                        + " THEN NULL ELSE :due END, 0, 0"
                        + " FROM conversation AS c WHERE id = :conversation"
                        + " ON CONFLICT (conversation_id, story_id, kind, number) DO NOTHING RETURNING id")
                .bind("conversation", planned.conversation().value())
                .bind("kind", planned.kind().name())
                .bind("story", planned.story().map(StoryId::value).orElse(0L))
                .bind("number", planned.number())
                .bind("revision", planned.revision())
                .bind("lane", planned.lane().ordinal())
                .bind("at", planned.at().toEpochMilli())
                .bind("due", planned.due().toEpochMilli())
                .map((row, _) -> new DeliveryId(row.getLong(1)))
                .findOne());
    }

    /**
     * Nearly always the same statement, which the database has planned already: since a conversation has one delivery at most that is due, the few that are busy are left out of what is found. A long list
     * of them is left out by the database.
     */
    @Override
    public List<Delivery> due(String platform, Instant now, Collection<ConversationId> except, int limit) {
        boolean few = except.size() <= FEW;
        Set<ConversationId> busy = few ? Set.copyOf(except) : Set.of();
        return sessions.read(handle -> handle
                .createQuery(few ? DUE : dueQuery(except))
                .bind("platform", platform)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit + busy.size())
                .map((row, _) -> DeliveryRows.of(row))
                .list()
                .stream()
                .filter(delivery -> !busy.contains(delivery.conversation()))
                .limit(limit)
                .toList());
    }

    /** Walks along the index of each lane for itself: what is due later in one must not be walked through on the way to the next. */
    private static String dueQuery(Collection<ConversationId> except) {
        return Arrays.stream(Lane.values())
                        .map(lane -> "SELECT * FROM (" + dueQuery(lane, except) + ") AS lane_" + lane.ordinal())
                        .collect(Collectors.joining(" UNION ALL "))
                + " ORDER BY lane, due, id LIMIT :limit";
    }

    private static String dueQuery(Lane lane, Collection<ConversationId> except) {
        String others = except.isEmpty()
                ? ""
                : " AND d.conversation_id NOT IN (" + InList.all(except, ConversationId::value) + ")";
        return "SELECT " + DeliveryRows.COLUMNS + FROM
                + " AND d.platform = :platform AND d.lane = " + lane.ordinal()
                + " AND d.due IS NOT NULL AND d.due <= :now AND d.state <> 'SENDING'" + others
                + " AND NOT EXISTS (SELECT 1 FROM delivery AS o WHERE o.conversation_id = d.conversation_id"
                + " AND o.due IS NOT NULL AND o.id < d.id)"
                + " AND NOT EXISTS (SELECT 1 FROM suspension AS s WHERE s.conversation_id = d.conversation_id)"
                + " AND NOT EXISTS (SELECT 1 FROM channel AS h WHERE h.conversation_id = d.conversation_id"
                + " AND h.paused_until > :now)"
                + " ORDER BY d.due, d.id LIMIT :limit";
    }

    @Override
    public Optional<Delivery> begin(DeliveryId id, Instant now) {
        return sessions.write(handle -> handle.createQuery("UPDATE delivery SET state = 'SENDING',"
                        + " attempts = attempts + 1, attempted = :now WHERE id = :id AND " + WAITING + " AND NOT EXISTS"
                        + " (SELECT 1 FROM suspension AS s WHERE s.conversation_id = delivery.conversation_id)"
                        + DeliveryRows.RETURNING)
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .map((row, _) -> DeliveryRows.of(row))
                .findOne());
    }

    @Override
    public void sent(DeliveryId id, Receipt receipt, List<Shown> shown, Instant now) {
        sessions.change(handle -> {
            Optional<Delivery> changed = handle.createQuery("UPDATE delivery SET state = 'SENT', due = NULL,"
                            + " finished = :now, receipt = :receipt, problem = NULL" + STILL_OPEN
                            + DeliveryRows.RETURNING)
                    .bind("id", id.value())
                    .bind("now", now.toEpochMilli())
                    .bind("receipt", receipt.value())
                    .map((row, _) -> DeliveryRows.of(row))
                    .findOne();
            changed.or(() -> find(handle, id)).ifPresent(sent -> ToldRows.tell(handle, sent, receipt, shown, now));
        });
    }

    @Override
    public void retry(DeliveryId id, Instant due, String problem) {
        again(id, due, problem, "state = 'RETRY'");
    }

    @Override
    public void unknown(DeliveryId id, Instant due, String problem) {
        again(id, due, problem, "state = 'UNKNOWN', doubts = doubts + 1");
    }

    @Override
    public void postpone(DeliveryId id, Instant due, String problem) {
        again(id, due, problem, "state = CASE WHEN doubts > 0 THEN 'UNKNOWN' ELSE 'RETRY' END");
    }

    private void again(DeliveryId id, Instant due, String problem, String state) {
        sessions.change(handle -> change(handle, id, state + ", due = :due, problem = :problem")
                .bind("due", due.toEpochMilli())
                .bind("problem", problem)
                .execute());
    }

    @Override
    public void hold(DeliveryId id, String problem) {
        sessions.change(handle -> change(handle, id, "state = 'HELD', due = NULL, problem = :problem")
                .bind("problem", problem)
                .execute());
    }

    @Override
    public void giveUp(DeliveryId id, String problem, Instant now) {
        finish(id, "GIVEN_UP", problem, now);
    }

    @Override
    public void cancel(DeliveryId id, String problem, Instant now) {
        finish(id, "CANCELLED", problem, now);
    }

    private void finish(DeliveryId id, String state, String problem, Instant now) {
        sessions.change(handle -> change(handle, id, "state = :state, due = NULL, finished = :now, problem = :problem")
                .bind("state", state)
                .bind("now", now.toEpochMilli())
                .bind("problem", problem)
                .execute());
    }

    private static Update change(Handle handle, DeliveryId id, String set) {
        return handle.createUpdate("UPDATE delivery SET " + set + STILL_OPEN).bind("id", id.value());
    }

    @Override
    public int interrupted(String platform, Instant now) {
        return sessions.write(
                handle -> handle.createUpdate("UPDATE delivery SET state = 'UNKNOWN', doubts = doubts + 1, due = :now,"
                                + " problem = 'interrupted' WHERE platform = :platform AND state = 'SENDING'")
                        .bind("platform", platform)
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return sessions.read(handle -> find(handle, id));
    }

    private static Optional<Delivery> find(Handle handle, DeliveryId id) {
        return handle.createQuery("SELECT " + DeliveryRows.COLUMNS + FROM + " AND d.id = :id")
                .bind("id", id.value())
                .map((row, _) -> DeliveryRows.of(row))
                .findOne();
    }

    @Override
    public void rest(String platform, Instant until) {
        sessions.change(
                handle -> handle.createUpdate("INSERT INTO platform_rest (platform, until) VALUES (:platform, :until)"
                                + " ON CONFLICT (platform) DO UPDATE SET until ="
                                + " CASE WHEN excluded.until > platform_rest.until THEN excluded.until"
                                + " ELSE platform_rest.until END")
                        .bind("platform", platform)
                        .bind("until", until.toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Instant> resting(String platform, Instant now) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT until FROM platform_rest WHERE platform = :platform AND until > :now")
                .bind("platform", platform)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne());
    }
}

package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Backlog;
import news.lede.alert.Backlogs;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Fate;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.community.ConversationId;
import org.jdbi.v3.core.Handle;

/** {@link Backlogs} by SQL. */
final class SqlBacklogs implements Backlogs {
    private static final String QUEUES = "SELECT d.platform, d.lane, COUNT(*),"
            + " SUM(CASE WHEN d.due <= :now THEN 1 ELSE 0 END), MIN(d.due) FROM delivery AS d"
            + " WHERE d.due IS NOT NULL GROUP BY d.platform, d.lane ORDER BY d.platform, d.lane";

    private static final String EDITS = "SELECT c.platform, COUNT(*),"
            + " SUM(CASE WHEN t.edit_due <= :now THEN 1 ELSE 0 END), MIN(t.edit_due) FROM told AS t"
            + " JOIN conversation AS c ON c.id = t.conversation_id WHERE t.edit_due IS NOT NULL AND t.receipt IS NOT NULL"
            + " AND NOT EXISTS (SELECT 1 FROM suspension AS s WHERE s.conversation_id = t.conversation_id)"
            + " GROUP BY c.platform ORDER BY c.platform";

    private static final String SHUT = "SELECT c.platform, s.reason, COUNT(*) FROM suspension AS s"
            + " JOIN conversation AS c ON c.id = s.conversation_id GROUP BY c.platform, s.reason"
            + " ORDER BY c.platform, s.reason";

    private static final String LATEST = "SELECT id, platform, conversation_id, kind, state, lane, planned, finished,"
            + " attempts, problem FROM delivery ORDER BY id DESC LIMIT ?";

    private static final Lane[] LANES = Lane.values();

    private final Sessions sessions;

    SqlBacklogs(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Backlog at(Instant now) {
        return sessions.read(handle -> {
            List<Backlog.Queue> queues = new ArrayList<>(deliveries(handle, now));
            queues.addAll(edits(handle, now));
            queues.sort(Comparator.comparing(Backlog.Queue::platform).thenComparing(Backlog.Queue::lane));
            return new Backlog(queues, shut(handle), announcements(handle));
        });
    }

    /** Somebody who looks wants thousands, so each row costs as little as it can. */
    @Override
    public List<Fate> latest(int limit) {
        return sessions.read(handle -> Jdbc.prepared(handle, LATEST, statement -> {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Fate> fates = new ArrayList<>();
                while (rows.next()) {
                    fates.add(fate(rows));
                }
                return List.copyOf(fates);
            }
        }));
    }

    private static Fate fate(ResultSet row) throws SQLException {
        long finished = row.getLong(8);
        Optional<Instant> at = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finished));
        return new Fate(
                new DeliveryId(row.getLong(1)),
                row.getString(2),
                new ConversationId(row.getLong(3)),
                Delivery.Kind.valueOf(row.getString(4)),
                Delivery.State.valueOf(row.getString(5)),
                LANES[row.getInt(6)],
                Instant.ofEpochMilli(row.getLong(7)),
                at,
                row.getInt(9),
                Optional.ofNullable(row.getString(10)));
    }

    @Override
    public List<DeliveryId> open(ConversationId conversation, int limit) {
        return sessions.read(
                handle -> handle.createQuery("SELECT id FROM delivery WHERE conversation_id = :conversation"
                                + " AND finished IS NULL ORDER BY id LIMIT :limit")
                        .bind("conversation", conversation.value())
                        .bind("limit", limit)
                        .map((row, _) -> new DeliveryId(row.getLong(1)))
                        .list());
    }

    @Override
    public List<Kept> kept() {
        return sessions.read(handle -> handle.createQuery("SELECT platform, COALESCE(problem, '') AS why, COUNT(*),"
                        + " MIN(planned) FROM delivery WHERE state = 'HELD' GROUP BY platform, COALESCE(problem, '')"
                        + " ORDER BY platform, why")
                .map((row, _) -> new Kept(
                        row.getString(1), row.getString(2), row.getInt(3), Instant.ofEpochMilli(row.getLong(4))))
                .list());
    }

    private static List<Backlog.Queue> deliveries(Handle handle, Instant now) {
        return handle.createQuery(QUEUES)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Backlog.Queue(
                        row.getString(1),
                        LANES[row.getInt(2)],
                        row.getInt(3),
                        row.getInt(4),
                        Instant.ofEpochMilli(row.getLong(5))))
                .list();
    }

    private static List<Backlog.Queue> edits(Handle handle, Instant now) {
        return handle.createQuery(EDITS)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Backlog.Queue(
                        row.getString(1),
                        Lane.EDIT,
                        row.getInt(2),
                        row.getInt(3),
                        Instant.ofEpochMilli(row.getLong(4))))
                .list();
    }

    private static List<Backlog.Shut> shut(Handle handle) {
        return handle.createQuery(SHUT)
                .map((row, _) ->
                        new Backlog.Shut(row.getString(1), Messenger.Reason.valueOf(row.getString(2)), row.getInt(3)))
                .list();
    }

    private static int announcements(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM announcement WHERE expanded IS NULL")
                .map((row, _) -> row.getInt(1))
                .one();
    }
}

package news.lede.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.hub.HubNotice;
import news.lede.hub.HubSubscription;
import news.lede.hub.HubSubscription.State;
import news.lede.hub.HubSubscriptions;
import news.lede.source.SourceId;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Subscriptions at hubs in the table {@code hub_subscription}. The version says whether somebody else was quicker. */
final class SqlHubSubscriptions implements HubSubscriptions {
    private static final String COLUMNS = "h.source_id, h.hub, h.topic, h.key, h.secret, h.state, h.due, h.failures,"
            + " h.lease, h.pushed, h.missed, h.outcome, h.version";

    private final Sessions sessions;

    SqlHubSubscriptions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<HubSubscription> find(SourceId source) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM hub_subscription h WHERE h.source_id = :source")
                .bind("source", source.value())
                .map(SqlHubSubscriptions::subscription)
                .findOne());
    }

    @Override
    public Map<SourceId, HubSubscription> of(Collection<SourceId> sources) {
        return sessions.read(handle -> {
            Map<SourceId, HubSubscription> found = new HashMap<>();
            InList.rows(
                    handle,
                    sources,
                    SourceId::value,
                    "SELECT " + COLUMNS + " FROM hub_subscription h WHERE h.source_id IN (",
                    ")",
                    row -> {
                        HubSubscription one = read(row);
                        found.put(one.source(), one);
                    });
            return Map.copyOf(found);
        });
    }

    @Override
    public Optional<HubSubscription> byKey(String key) {
        return sessions.read(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM hub_subscription h WHERE h.key = :key")
                        .bind("key", Columns.storable(key))
                        .map(SqlHubSubscriptions::subscription)
                        .findOne());
    }

    @Override
    public boolean add(HubSubscription fresh) {
        return sessions.write(handle -> bound(
                                handle.createUpdate(
                                        "INSERT INTO hub_subscription (source_id, hub, topic, key, secret, state, due, failures,"
                                                + " lease, pushed, missed, outcome, version) VALUES (:source, :hub, :topic, :key, :secret,"
                                                + " :state, :due, :failures, :lease, :pushed, :missed, :outcome, 1)"
                                                + " ON CONFLICT (source_id) DO NOTHING"),
                                fresh)
                        .execute())
                == 1;
    }

    @Override
    public boolean replace(HubSubscription before, HubSubscription after) {
        return sessions.write(handle -> bound(
                                handle.createUpdate(
                                        "UPDATE hub_subscription SET hub = :hub, topic = :topic, key = :key, secret = :secret,"
                                                + " state = :state, due = :due, failures = :failures, lease = :lease, pushed = :pushed,"
                                                + " missed = :missed, outcome = :outcome, version = version + 1"
                                                + " WHERE source_id = :source AND version = :version"),
                                after)
                        .bind("version", before.version())
                        .execute())
                == 1;
    }

    @Override
    public void remove(SourceId source) {
        sessions.change(handle -> handle.createUpdate("DELETE FROM hub_subscription WHERE source_id = :source")
                .bind("source", source.value())
                .execute());
    }

    @Override
    public List<HubSubscription> due(Instant now, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM hub_subscription h WHERE h.due <= :now ORDER BY h.due, h.source_id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(SqlHubSubscriptions::subscription)
                .list());
    }

    @Override
    public List<HubSubscription> abandoned(int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM hub_subscription h JOIN source s ON s.id = h.source_id"
                        + " WHERE s.removed IS NOT NULL AND h.state <> 'LEAVING' ORDER BY h.source_id LIMIT :limit")
                .bind("limit", limit)
                .map(SqlHubSubscriptions::subscription)
                .list());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, HubSubscription subscription) {
        return statement
                .bind("source", subscription.source().value())
                .bind("hub", Columns.storable(subscription.notice().hub().toString()))
                .bind("topic", Columns.storable(subscription.notice().topic().toString()))
                .bind("key", subscription.key())
                .bind("secret", subscription.secret())
                .bind("state", subscription.state().name())
                .bind("due", subscription.due().toEpochMilli())
                .bind("failures", subscription.failures())
                .bind("lease", subscription.lease().map(Instant::toEpochMilli).orElse(null))
                .bind("pushed", subscription.pushed().map(Instant::toEpochMilli).orElse(null))
                .bind("missed", subscription.missed())
                .bind("outcome", Columns.storable(subscription.outcome()));
    }

    private static HubSubscription subscription(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    private static HubSubscription read(ResultSet row) throws SQLException {
        return new HubSubscription(
                new SourceId(row.getLong("source_id")),
                new HubNotice(URI.create(row.getString("hub")), URI.create(row.getString("topic"))),
                row.getString("key"),
                row.getString("secret"),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("due")),
                row.getInt("failures"),
                Columns.instant(row, "lease"),
                Columns.instant(row, "pushed"),
                row.getInt("missed"),
                row.getString("outcome"),
                row.getLong("version"));
    }
}

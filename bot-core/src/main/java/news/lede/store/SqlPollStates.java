package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.source.PollState;
import news.lede.source.PollStates;
import news.lede.source.SourceId;
import org.jdbi.v3.core.statement.StatementContext;

/** The state of polling in the table {@code poll_state}. */
final class SqlPollStates implements PollStates {
    private static final String SELECT =
            "SELECT source_id, etag, last_modified, next_poll, last_poll, last_success, failures, outcome"
                    + " FROM poll_state ";

    private final Sessions sessions;

    SqlPollStates(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<PollState> find(SourceId source) {
        return sessions.read(handle -> handle.createQuery(SELECT + "WHERE source_id = :source")
                .bind("source", source.value())
                .map(SqlPollStates::state)
                .findOne());
    }

    @Override
    public List<SourceId> neverPolled() {
        return sessions.read(handle -> handle.createQuery("SELECT id FROM source WHERE kind IN ('FEED', 'PAGE')"
                        + " AND removed IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM poll_state WHERE source_id = source.id) ORDER BY id")
                .map((row, _) -> new SourceId(row.getLong(1)))
                .list());
    }

    @Override
    public void save(PollState state) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO poll_state (source_id, etag, last_modified, next_poll, last_poll, last_success,"
                                + " failures, outcome) VALUES (:source, :etag, :lastModified, :nextPoll, :lastPoll,"
                                + " :lastSuccess, :failures, :outcome) ON CONFLICT (source_id) DO UPDATE SET"
                                + " etag = excluded.etag, last_modified = excluded.last_modified,"
                                + " next_poll = excluded.next_poll, last_poll = excluded.last_poll,"
                                + " last_success = excluded.last_success, failures = excluded.failures,"
                                + " outcome = excluded.outcome")
                .bind("source", state.source().value())
                .bind("etag", state.etag().orElse(null))
                .bind("lastModified", state.lastModified().orElse(null))
                .bind("nextPoll", state.nextPoll().map(Instant::toEpochMilli).orElse(null))
                .bind("lastPoll", state.lastPoll().map(Instant::toEpochMilli).orElse(null))
                .bind(
                        "lastSuccess",
                        state.lastSuccess().map(Instant::toEpochMilli).orElse(null))
                .bind("failures", state.failures())
                .bind("outcome", state.outcome())
                .execute());
    }

    @Override
    public List<PollState> due(Instant now, int limit) {
        return sessions.read(handle -> handle.createQuery(
                        SELECT + "WHERE next_poll <= :now"
                                + " AND source_id IN (SELECT id FROM source WHERE removed IS NULL) ORDER BY next_poll, source_id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(SqlPollStates::state)
                .list());
    }

    private static PollState state(ResultSet row, StatementContext context) throws SQLException {
        return new PollState(
                new SourceId(row.getLong("source_id")),
                Optional.ofNullable(row.getString("etag")),
                Optional.ofNullable(row.getString("last_modified")),
                instant(row, "next_poll"),
                instant(row, "last_poll"),
                instant(row, "last_success"),
                row.getInt("failures"),
                row.getString("outcome"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}

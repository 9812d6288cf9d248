package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.SourceOverview;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** All sources in a few questions, however many there are. */
final class SqlSourceOverview implements SourceOverview {
    private static final String ROWS = "SELECT s.id, s.kind, s.address, s.title, " + SqlPollStates.COLUMNS + ", "
            + SqlPollStates.FOLLOWERS + " AS followers, e.at AS event_at, e.kind AS event_kind,"
            + " e.detail AS event_detail FROM source s LEFT JOIN poll_state p ON p.source_id = s.id"
            + " LEFT JOIN source_event e ON e.id = (SELECT max(l.id) FROM source_event l WHERE l.source_id = s.id)"
            + " WHERE s.removed IS NULL AND s.kind <> :asked";

    private static final String CARRIED =
            "SELECT source_id, (published - :since) / :day AS day, count(*) AS carried FROM article_source"
                    + " WHERE published >= :since AND published < :until";

    private final Sessions sessions;

    SqlSourceOverview(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Row> all() {
        return sessions.read(handle -> handle.createQuery(ROWS + " ORDER BY s.title, s.id")
                .bind("asked", SourceKind.ASKED.name())
                .map(SqlSourceOverview::row)
                .list());
    }

    @Override
    public Optional<Row> find(SourceId source) {
        return sessions.read(handle -> handle.createQuery(ROWS + " AND s.id = :id")
                .bind("asked", SourceKind.ASKED.name())
                .bind("id", source.value())
                .map(SqlSourceOverview::row)
                .findOne());
    }

    @Override
    public Map<SourceId, List<Integer>> volumes(Instant since, int days) {
        Map<SourceId, Integer[]> counted = new HashMap<>();
        sessions.read(handle -> counted(handle.createQuery(CARRIED + " GROUP BY 1, 2"), since, days))
                .forEach(volume ->
                        counted.computeIfAbsent(volume.source(), _ -> none(days))[volume.day()] = volume.carried());
        return counted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }

    @Override
    public List<Integer> volume(SourceId source, Instant since, int days) {
        Integer[] counted = none(days);
        sessions.read(handle -> counted(
                        handle.createQuery(CARRIED + " AND source_id = :source GROUP BY 1, 2")
                                .bind("source", source.value()),
                        since,
                        days))
                .forEach(volume -> counted[volume.day()] = volume.carried());
        return List.of(counted);
    }

    private static List<Volume> counted(Query query, Instant since, int days) {
        return query.bind("since", since.toEpochMilli())
                .bind("until", since.plus(Duration.ofDays(days)).toEpochMilli())
                .bind("day", Duration.ofDays(1).toMillis())
                .map((row, _) -> new Volume(new SourceId(row.getLong(1)), row.getInt("day"), row.getInt("carried")))
                .list();
    }

    private static Integer[] none(int days) {
        Integer[] none = new Integer[days];
        Arrays.fill(none, 0);
        return none;
    }

    private record Volume(SourceId source, int day, int carried) {}

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        SourceId id = new SourceId(row.getLong("id"));
        Source source = new Source(
                id, SourceKind.valueOf(row.getString("kind")), row.getString("address"), row.getString("title"));
        // Beside a source that was never asked stand nulls, of which the outcome is one nowhere else.
        Optional<PollState> state =
                row.getString("outcome") == null ? Optional.empty() : Optional.of(SqlPollStates.state(row, context));
        Optional<Instant> at = Columns.instant(row, "event_at");
        Optional<SourceEvent> latest = at.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceEvent(
                        id,
                        at.get(),
                        SourceEvent.Kind.valueOf(row.getString("event_kind")),
                        row.getString("event_detail")));
        return new Row(source, state, latest, row.getInt("followers"));
    }
}

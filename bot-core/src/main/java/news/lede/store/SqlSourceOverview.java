package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.SourceOverview;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** All sources in a few questions, however many there are. */
final class SqlSourceOverview implements SourceOverview {
    private static final String ROWS = "SELECT s.id, s.kind, s.address, s.title, " + SqlPollStates.COLUMNS
            + ", e.at AS event_at, e.kind AS event_kind,"
            + " e.detail AS event_detail FROM source s LEFT JOIN poll_state p ON p.source_id = s.id"
            + " LEFT JOIN source_event e ON e.id = (SELECT max(l.id) FROM source_event l WHERE l.source_id = s.id)"
            + " WHERE s.removed IS NULL AND s.kind <> :asked";

    private static final String CARRIED =
            "SELECT source_id, (published - :since) / :day AS day, count(*) AS carried FROM article_source"
                    + " WHERE source_id IN (%s) AND published >= :since AND published < :until GROUP BY 1, 2";

    /** Who follows a source by itself and by no pack. */
    private static final String BESIDE_PACKS = "SELECT x.source_id, count(*) FROM workspace_source x"
            + " WHERE NOT EXISTS (SELECT 1 FROM pack_source k JOIN workspace_pack w ON w.pack = k.pack"
            + " WHERE k.source_id = x.source_id AND w.workspace_id = x.workspace_id) AND x.source_id IN (";

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

    /** Nearly everybody follows by the same few packs, so each set of packs is counted once. */
    @Override
    public Map<SourceId, Integer> followers(Collection<SourceId> sources) {
        return sessions.read(handle -> {
            Map<SourceId, Integer> counted = new HashMap<>();
            Map<Set<String>, Integer> known = new HashMap<>();
            Map<SourceId, Set<String>> packs = packs(handle, sources);
            sources.forEach(source -> counted.put(
                    source, known.computeIfAbsent(packs.getOrDefault(source, Set.of()), of -> following(handle, of))));
            InList.rows(
                    handle,
                    sources,
                    SourceId::value,
                    BESIDE_PACKS,
                    ") GROUP BY x.source_id",
                    row -> counted.merge(new SourceId(row.getLong(1)), row.getInt(2), Integer::sum));
            return counted;
        });
    }

    private static Map<SourceId, Set<String>> packs(Handle handle, Collection<SourceId> sources) {
        Map<SourceId, Set<String>> packs = new HashMap<>();
        InList.rows(
                handle,
                sources,
                SourceId::value,
                "SELECT source_id, pack FROM pack_source WHERE source_id IN (",
                ")",
                row -> packs.computeIfAbsent(new SourceId(row.getLong(1)), _ -> new TreeSet<>())
                        .add(row.getString(2)));
        return packs;
    }

    /** How many workspaces follow at least one of these. */
    private static int following(Handle handle, Set<String> packs) {
        if (packs.isEmpty()) {
            return 0;
        }
        String count = packs.size() == 1 ? "count(*)" : "count(DISTINCT workspace_id)";
        String marks = String.join(", ", Collections.nCopies(packs.size(), "?"));
        String sql = "SELECT " + count + " FROM workspace_pack WHERE pack IN (" + marks + ")";
        return Jdbc.prepared(handle, sql, statement -> {
            int at = 0;
            for (String pack : packs) {
                statement.setString(++at, pack);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Override
    public Map<SourceId, List<Integer>> volumes(Collection<SourceId> sources, Instant since, int days) {
        Map<SourceId, Integer[]> counted = new HashMap<>();
        sources.forEach(source -> counted.put(source, none(days)));
        sessions.read(handle -> {
                    List<Volume> volumes = new ArrayList<>();
                    InList.forEach(
                            sources,
                            SourceId::value,
                            in -> volumes.addAll(counted(handle, CARRIED.formatted(in), since, days)));
                    return volumes;
                })
                .forEach(volume ->
                        Objects.requireNonNull(counted.get(volume.source()))[volume.day()] = volume.carried());
        return counted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }

    private static List<Volume> counted(Handle handle, String sql, Instant since, int days) {
        return handle.createQuery(sql)
                .bind("since", since.toEpochMilli())
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
        return new Row(source, state, latest);
    }
}

package news.lede.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.source.DueSource;
import news.lede.source.PollState;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Move;
import news.lede.source.PollState.Pace;
import news.lede.source.PollStates;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.Wishes;
import org.jdbi.v3.core.statement.StatementContext;

/** The state of polling in the table {@code poll_state}. */
final class SqlPollStates implements PollStates {
    static final String COLUMNS = "p.source_id, p.etag, p.last_modified, p.digest, p.next_poll, p.last_poll,"
            + " p.last_success, p.failures, p.failing_since, p.newest_entry, p.usual_gap, p.wished_interval,"
            + " p.skip_hours, p.skip_days, p.moved_to,"
            + " p.moved_sightings, p.moved_since, p.outcome";

    /** A workspace that follows a source by itself and by two packs is one follower. */
    static final String FOLLOWERS = "(SELECT count(*) FROM (SELECT workspace_id FROM workspace_source"
            + " WHERE source_id = s.id UNION SELECT w.workspace_id FROM pack_source k JOIN workspace_pack w"
            + " ON w.pack = k.pack WHERE k.source_id = s.id) AS following)";

    private static final String LATEST =
            "(SELECT e.kind FROM source_event e WHERE e.source_id = s.id ORDER BY e.id DESC LIMIT 1)";

    private static final String NEVER_POLLED =
            "FROM source WHERE kind IN ('FEED', 'SITEMAP', 'PAGE', 'FOLDER') AND removed IS NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM poll_state WHERE source_id = source.id)";

    private final Sessions sessions;

    SqlPollStates(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<PollState> find(SourceId source) {
        return sessions.read(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM poll_state p WHERE p.source_id = :source")
                        .bind("source", source.value())
                        .map(SqlPollStates::state)
                        .findOne());
    }

    @Override
    public int admit(Instant now) {
        // Nearly always there is none, and then nobody who writes has to wait for us.
        boolean none = sessions.read(handle -> handle.createQuery("SELECT 1 " + NEVER_POLLED + " LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
        if (none) {
            return 0;
        }
        PollState fresh = PollState.fresh(new SourceId(0), now);
        return sessions.write(handle -> handle.createUpdate(
                        "INSERT INTO poll_state (source_id, next_poll, failures, outcome) SELECT id, :now, 0, :outcome "
                                + NEVER_POLLED + " ORDER BY id")
                .bind("now", now.toEpochMilli())
                .bind("outcome", fresh.outcome())
                .execute());
    }

    @Override
    public void saveAll(Collection<PollState> states) {
        if (states.isEmpty()) {
            return;
        }
        sessions.change(handle -> Jdbc.prepared(
                handle,
                "INSERT INTO poll_state (source_id, etag, last_modified, digest, next_poll, last_poll, last_success,"
                        + " failures, failing_since, newest_entry, usual_gap, wished_interval, skip_hours, skip_days,"
                        + " moved_to, moved_sightings, moved_since,"
                        + " outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (source_id) DO UPDATE SET etag = excluded.etag,"
                        + " last_modified = excluded.last_modified, digest = excluded.digest,"
                        + " next_poll = excluded.next_poll, last_poll = excluded.last_poll,"
                        + " last_success = excluded.last_success, failures = excluded.failures,"
                        + " failing_since = excluded.failing_since, newest_entry = excluded.newest_entry,"
                        + " usual_gap = excluded.usual_gap, wished_interval = excluded.wished_interval,"
                        + " skip_hours = excluded.skip_hours, skip_days = excluded.skip_days, moved_to = excluded.moved_to,"
                        + " moved_sightings = excluded.moved_sightings, moved_since = excluded.moved_since,"
                        + " outcome = excluded.outcome",
                statement -> {
                    for (PollState state : states) {
                        bind(statement, state);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                }));
    }

    private static void bind(PreparedStatement row, PollState state) throws SQLException {
        row.setLong(1, state.source().value());
        Columns.set(row, 2, state.known().etag());
        Columns.set(row, 3, state.known().lastModified());
        Columns.set(row, 4, state.known().digest());
        Columns.setMillis(row, 5, state.nextPoll().map(Instant::toEpochMilli));
        Columns.setMillis(row, 6, state.lastPoll().map(Instant::toEpochMilli));
        Columns.setMillis(row, 7, state.lastSuccess().map(Instant::toEpochMilli));
        row.setInt(8, state.failures());
        Columns.setMillis(row, 9, state.failingSince().map(Instant::toEpochMilli));
        Columns.setMillis(row, 10, state.pace().newestEntry().map(Instant::toEpochMilli));
        Columns.setMillis(row, 11, state.pace().usualGap().map(Duration::toMillis));
        Columns.setMillis(row, 12, state.pace().wishes().interval().map(Duration::toMillis));
        row.setInt(13, bits(state.pace().wishes().skipHours()));
        row.setInt(
                14,
                bits(state.pace().wishes().skipDays().stream()
                        .map(DayOfWeek::ordinal)
                        .toList()));
        Columns.set(row, 15, state.move().map(Move::to));
        row.setInt(16, state.move().map(Move::sightings).orElse(0));
        Columns.setMillis(row, 17, state.move().map(m -> m.since().toEpochMilli()));
        Columns.set(row, 18, state.outcome());
    }

    /** Small numbers as bits of one. */
    private static int bits(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(n -> 1 << n).reduce(0, (one, other) -> one | other);
    }

    private static Wishes wishes(ResultSet row) throws SQLException {
        Optional<Duration> interval = Columns.duration(row, "wished_interval");
        int hours = row.getInt("skip_hours");
        int days = row.getInt("skip_days");
        if (interval.isEmpty() && hours == 0 && days == 0) {
            return Wishes.NONE;
        }
        return new Wishes(
                interval,
                numbers(hours).boxed().collect(Collectors.toSet()),
                numbers(days).mapToObj(day -> DayOfWeek.of(day + 1)).collect(Collectors.toSet()));
    }

    private static IntStream numbers(int bits) {
        return IntStream.range(0, Integer.SIZE).filter(n -> (bits & (1 << n)) != 0);
    }

    @Override
    public List<DueSource> due(Instant now, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT " + COLUMNS + ", s.kind, s.address, s.title, "
                        + FOLLOWERS + " AS followers, " + LATEST + " AS latest"
                        + " FROM poll_state p JOIN source s ON s.id = p.source_id"
                        + " WHERE p.next_poll <= :now AND s.removed IS NULL"
                        + " ORDER BY p.next_poll, p.source_id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(SqlPollStates::dueSource)
                .list());
    }

    @Override
    public void begin(Collection<SourceId> sources, Instant now, Instant until) {
        if (sources.isEmpty()) {
            return;
        }
        sessions.change(handle ->
                Jdbc.prepared(handle, "UPDATE poll_state SET last_poll = ?, next_poll = ? WHERE source_id = ?", row -> {
                    for (SourceId source : sources) {
                        row.setLong(1, now.toEpochMilli());
                        row.setLong(2, until.toEpochMilli());
                        row.setLong(3, source.value());
                        row.addBatch();
                    }
                    return row.executeBatch();
                }));
    }

    @Override
    public Optional<Instant> nextDue() {
        return sessions.read(handle -> handle.createQuery("SELECT p.next_poll FROM poll_state p"
                        + " JOIN source s ON s.id = p.source_id"
                        + " WHERE p.next_poll IS NOT NULL AND s.removed IS NULL ORDER BY p.next_poll LIMIT 1")
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne());
    }

    private static DueSource dueSource(ResultSet row, StatementContext context) throws SQLException {
        PollState state = state(row, context);
        return new DueSource(
                new Source(
                        state.source(),
                        SourceKind.valueOf(row.getString("kind")),
                        row.getString("address"),
                        row.getString("title")),
                state,
                row.getInt("followers"),
                Columns.text(row, "latest").map(SourceEvent.Kind::valueOf));
    }

    static PollState state(ResultSet row, StatementContext context) throws SQLException {
        Optional<String> movedTo = Columns.text(row, "moved_to");
        int sightings = row.getInt("moved_sightings");
        Optional<Instant> movedSince = Columns.instant(row, "moved_since");
        return new PollState(
                new SourceId(row.getLong("source_id")),
                new Known(Columns.text(row, "etag"), Columns.text(row, "last_modified"), Columns.text(row, "digest")),
                Columns.instant(row, "next_poll"),
                Columns.instant(row, "last_poll"),
                Columns.instant(row, "last_success"),
                row.getInt("failures"),
                Columns.instant(row, "failing_since"),
                new Pace(Columns.instant(row, "newest_entry"), Columns.duration(row, "usual_gap"), wishes(row)),
                movedTo.flatMap(to -> movedSince.map(since -> new Move(to, sightings, since))),
                row.getString("outcome"));
    }
}

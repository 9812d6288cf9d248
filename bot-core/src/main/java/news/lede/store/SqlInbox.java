package news.lede.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.lede.ingest.Inbox;
import news.lede.source.SourceId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Entries in the table {@code entry}. */
final class SqlInbox implements Inbox {
    private static final String FIND = "SELECT id, fingerprint FROM entry WHERE source_id = ? AND key = ?";
    private static final String ADD = "INSERT INTO entry (source_id, key, fingerprint, received, first_contact,"
            + " changed, attempts, waiting, payload) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?)";
    /** Whoever has not become an article yet still is no change of one, and keeps its place. */
    private static final String CHANGE = "UPDATE entry SET fingerprint = ?, payload = ?, attempts = 0,"
            + " changed = CASE WHEN waiting IS NULL THEN 1 ELSE changed END, waiting = coalesce(waiting, ?)"
            + " WHERE id = ?";

    private final Sessions sessions;

    SqlInbox(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Received receive(SourceId source, List<Carried> carried, boolean firstContact, Instant now) {
        Map<String, Carried> distinct = new LinkedHashMap<>();
        carried.forEach(c -> distinct.putIfAbsent(c.key(), c));
        if (distinct.isEmpty()) {
            return new Received(0, 0);
        }
        return sessions.write(handle -> {
            List<Carried> unknown = new ArrayList<>();
            List<Edited> edited = new ArrayList<>();
            sort(handle, source, distinct.values(), unknown, edited);
            if (!unknown.isEmpty()) {
                add(handle, source, unknown, firstContact, now);
            }
            if (!edited.isEmpty()) {
                change(handle, edited, now);
            }
            return new Received(unknown.size(), edited.size());
        });
    }

    /** A known entry that came with another text. */
    private record Edited(long id, Carried now) {}

    private static void sort(
            Handle handle, SourceId source, Collection<Carried> carried, List<Carried> unknown, List<Edited> edited) {
        Jdbc.prepared(handle, FIND, find -> {
            find.setLong(1, source.value());
            for (Carried one : carried) {
                find.setString(2, LookUp.of(one.key()));
                try (ResultSet row = find.executeQuery()) {
                    if (!row.next()) {
                        unknown.add(one);
                    } else if (!row.getString(2).equals(one.fingerprint())) {
                        edited.add(new Edited(row.getLong(1), one));
                    }
                }
            }
            return true;
        });
    }

    private static void add(Handle handle, SourceId source, List<Carried> unknown, boolean firstContact, Instant now) {
        Jdbc.prepared(handle, ADD, row -> {
            for (Carried one : unknown) {
                row.setLong(1, source.value());
                row.setString(2, LookUp.of(one.key()));
                Columns.set(row, 3, one.fingerprint());
                row.setLong(4, now.toEpochMilli());
                row.setInt(5, firstContact ? 1 : 0);
                row.setLong(6, now.toEpochMilli());
                Columns.set(row, 7, one.payload());
                row.addBatch();
            }
            return row.executeBatch();
        });
    }

    private static void change(Handle handle, List<Edited> edited, Instant now) {
        Jdbc.prepared(handle, CHANGE, row -> {
            for (Edited one : edited) {
                bind(row, one, now);
                row.addBatch();
            }
            return row.executeBatch();
        });
    }

    private static void bind(PreparedStatement row, Edited one, Instant now) throws SQLException {
        Columns.set(row, 1, one.now().fingerprint());
        Columns.set(row, 2, one.now().payload());
        row.setLong(3, now.toEpochMilli());
        row.setLong(4, one.id());
    }

    @Override
    public List<Waiting> waiting(Instant now, int limit) {
        // Turns are worked out on the index alone; only the rows that are answered are read.
        return sessions.read(handle -> handle.createQuery(
                        "SELECT e.id, e.source_id, e.payload, e.received, e.first_contact, e.changed, e.attempts"
                                + " FROM (SELECT id, row_number() OVER (PARTITION BY source_id ORDER BY waiting, id)"
                                + " AS turn FROM entry WHERE waiting <= :now ORDER BY turn, id LIMIT :limit) AS next"
                                + " JOIN entry e ON e.id = next.id ORDER BY next.turn, next.id")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(SqlInbox::row)
                .list());
    }

    private static Waiting row(ResultSet row, StatementContext context) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                new SourceId(row.getLong("source_id")),
                row.getString("payload"),
                Instant.ofEpochMilli(row.getLong("received")),
                row.getBoolean("first_contact"),
                row.getBoolean("changed"),
                row.getInt("attempts"));
    }

    @Override
    public void done(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        sessions.change(handle -> InList.forEach(
                ids,
                Long::longValue,
                portion -> handle.execute("UPDATE entry SET waiting = NULL, payload = NULL, changed = 0, attempts = 0"
                        + " WHERE id IN (" + portion + ")")));
    }

    @Override
    public void postpone(long id, Instant until) {
        // What is done in the meantime stays done.
        sessions.change(handle -> handle.createUpdate("UPDATE entry SET waiting = :until, attempts = attempts + 1"
                        + " WHERE id = :id AND waiting IS NOT NULL")
                .bind("id", id)
                .bind("until", until.toEpochMilli())
                .execute());
    }

    @Override
    public long backlog() {
        return sessions.read(handle -> handle.createQuery("SELECT count(*) FROM entry WHERE waiting IS NOT NULL")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public int prune(Instant before, int keep) {
        List<Long> old = sessions.read(handle -> handle.createQuery(
                        "SELECT id FROM (SELECT id, waiting, received, row_number() OVER (PARTITION BY source_id"
                                + " ORDER BY id DESC) AS place FROM entry) AS placed"
                                + " WHERE place > :keep AND waiting IS NULL AND received < :before")
                .bind("keep", keep)
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .list());
        int[] gone = new int[1];
        // Portion by portion, so that nobody who writes has to wait for all; an edit meanwhile keeps its entry.
        InList.forEach(
                old,
                Long::longValue,
                portion -> sessions.change(handle -> gone[0] +=
                        handle.execute("DELETE FROM entry WHERE waiting IS NULL AND id IN (" + portion + ")")));
        return gone[0];
    }
}

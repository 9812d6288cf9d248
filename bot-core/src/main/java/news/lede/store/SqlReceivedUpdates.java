package news.lede.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import news.lede.community.ReceivedUpdates;
import org.jdbi.v3.core.Handle;

/** Updates in the table {@code received_update}; an empty body says that only the number is remembered. */
final class SqlReceivedUpdates implements ReceivedUpdates {
    private static final String ADD =
            "INSERT INTO received_update (platform, number, body, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String LATEST =
            "(SELECT max(number) FROM received_update l WHERE l.platform = received_update.platform)";
    private static final String BLANK =
            "UPDATE received_update SET body = '' WHERE platform = ? AND number = ? AND number = " + LATEST;
    private static final String DELETE =
            "DELETE FROM received_update WHERE platform = ? AND number = ? AND number < " + LATEST;

    private final Sessions sessions;

    SqlReceivedUpdates(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void keep(String platform, Collection<Received> updates, Instant now) {
        sessions.change(handle -> {
            handle.createUpdate("DELETE FROM received_update WHERE at < :oldest")
                    .bind("oldest", now.minus(KEPT).toEpochMilli())
                    .execute();
            Jdbc.prepared(handle, ADD, row -> {
                for (Received update : updates) {
                    Columns.set(row, 1, platform);
                    row.setLong(2, update.number());
                    Columns.set(row, 3, update.body());
                    row.setLong(4, update.at().toEpochMilli());
                    row.addBatch();
                }
                return row.executeBatch();
            });
            // The bare number of a latest one that has been overtaken.
            handle.createUpdate("DELETE FROM received_update WHERE platform = :platform AND body = '' AND number < "
                            + LATEST)
                    .bind("platform", platform)
                    .execute();
        });
    }

    @Override
    public void answered(String platform, Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        sessions.change(handle -> {
            for (String sql : List.of(DELETE, BLANK)) {
                Jdbc.prepared(handle, sql, row -> {
                    for (long number : numbers) {
                        Columns.set(row, 1, platform);
                        row.setLong(2, number);
                        row.addBatch();
                    }
                    return row.executeBatch();
                });
            }
        });
    }

    @Override
    public List<Received> waiting(String platform) {
        return sessions.read(handle -> waiting(handle, platform, ""));
    }

    @Override
    public List<Received> waiting(String platform, Set<Long> known) {
        return sessions.read(handle -> {
            List<Long> fresh = handle
                    .createQuery("SELECT number FROM received_update WHERE platform = :platform AND body <> ''")
                    .bind("platform", platform)
                    .mapTo(Long.class)
                    .list()
                    .stream()
                    .filter(number -> !known.contains(number))
                    .toList();
            List<Received> found = new ArrayList<>();
            InList.forEach(
                    fresh,
                    Long::longValue,
                    portion -> found.addAll(waiting(handle, platform, " AND number IN (" + portion + ")")));
            return List.copyOf(found);
        });
    }

    private static List<Received> waiting(Handle handle, String platform, String of) {
        return handle.createQuery("SELECT number, body, at FROM received_update WHERE platform = :platform"
                        + " AND body <> ''" + of + " ORDER BY number")
                .bind("platform", platform)
                .map((row, _) -> new Received(
                        row.getLong("number"), row.getString("body"), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    @Override
    public OptionalLong latest(String platform) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT number FROM received_update WHERE platform = :platform ORDER BY number DESC LIMIT 1")
                .bind("platform", platform)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import news.lede.source.HostRests;

/** Hosts that asked to be left alone, in the table {@code host_rest}. */
final class SqlHostRests implements HostRests {
    private final Sessions sessions;

    SqlHostRests(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void rest(String host, Instant until) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO host_rest (host, until) VALUES (:host, :until)"
                                + " ON CONFLICT (host) DO UPDATE SET until = excluded.until WHERE excluded.until > host_rest.until")
                .bind("host", host)
                .bind("until", until.toEpochMilli())
                .execute());
    }

    @Override
    public Map<String, Instant> resting(Instant now) {
        sessions.change(handle -> handle.createUpdate("DELETE FROM host_rest WHERE until <= :now")
                .bind("now", now.toEpochMilli())
                .execute());
        return sessions.read(handle -> {
            Map<String, Instant> resting = new HashMap<>();
            handle.createQuery("SELECT host, until FROM host_rest")
                    .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                    .forEach(rest -> resting.put(rest.getKey(), rest.getValue()));
            return resting;
        });
    }
}

package news.lede.store;

import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.lede.lease.Lease;
import news.lede.lease.LeaseLost;
import news.lede.lease.Leases;
import org.jdbi.v3.core.Handle;

/** Leases in the table {@code lease}, by the database's clock. */
final class SqlLeases implements Leases {
    /** Finds a row where a lease of this name has this token still. */
    static final String HELD = "SELECT 1 FROM lease WHERE name = ? AND token = ? AND until > 0";

    private final FencedSessions sessions;

    SqlLeases(FencedSessions sessions) {
        this.sessions = sessions;
    }

    static void requireHeld(Handle handle, Lease lease) {
        boolean ours = Jdbc.prepared(handle, HELD, statement -> {
            Columns.set(statement, 1, lease.name());
            statement.setLong(2, lease.token());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
        if (!ours) {
            throw new LeaseLost(lease);
        }
    }

    /** Taken within a transaction that changes the store, so after all that were begun under the last one. */
    @Override
    public Optional<Lease> take(String name, String holder, Duration span) {
        if (isHeld(name)) {
            return Optional.empty();
        }
        return sessions.write(handle -> handle.createQuery("INSERT INTO lease (name, holder, token, until)"
                        + " VALUES (:name, :holder, 1, " + sessions.now() + " + :span) ON CONFLICT (name) DO UPDATE"
                        + " SET holder = excluded.holder, token = lease.token + 1, until = excluded.until"
                        + " WHERE lease.until <= " + sessions.now() + " RETURNING token")
                .bind("name", name)
                .bind("holder", holder)
                .bind("span", span.toMillis())
                .map((row, _) -> new Lease(name, holder, row.getLong(1)))
                .findOne());
    }

    /** Whoever only looks keeps nobody waiting. */
    private boolean isHeld(String name) {
        return sessions.beside(
                handle -> handle.createQuery("SELECT 1 FROM lease WHERE name = :name AND until > " + sessions.now())
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Override
    public boolean renew(Lease lease, Duration span) {
        return until(lease, sessions.now() + " + " + span.toMillis());
    }

    @Override
    public void release(Lease lease) {
        until(lease, "0");
    }

    private boolean until(Lease lease, String until) {
        return sessions.beside(handle -> handle.createUpdate("UPDATE lease SET until = " + until
                                + " WHERE name = :name AND token = :token AND holder = :holder AND until > 0")
                        .bind("name", lease.name())
                        .bind("token", lease.token())
                        .bind("holder", lease.holder())
                        .execute()
                > 0);
    }

    @Override
    public List<Lease> held() {
        return sessions.beside(handle -> handle.createQuery(
                        "SELECT name, holder, token FROM lease WHERE until > " + sessions.now() + " ORDER BY name")
                .map((row, _) -> new Lease(row.getString(1), row.getString(2), row.getLong(3)))
                .list());
    }

    @Override
    public void under(Lease lease, Runnable work) {
        sessions.under(lease, work);
    }
}

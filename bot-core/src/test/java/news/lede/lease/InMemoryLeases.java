package news.lede.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Leases} in a map; {@link #requireHeld} is asked by whoever changes something. Its clock can be moved on. Thread-safe. */
public final class InMemoryLeases implements Leases {
    private final TreeMap<String, Row> rows = new TreeMap<>();
    private final InheritableThreadLocal<@Nullable Lease> present = new InheritableThreadLocal<>();
    private long now = 1;
    private boolean away;

    private record Row(Lease lease, long until) {}

    /** Lets time pass. */
    public synchronized void pass(Duration time) {
        now += time.toMillis();
    }

    /** From now on the store does not answer, or does again. */
    public synchronized void away(boolean from) {
        away = from;
    }

    private void requireThere() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }

    @Override
    public synchronized Optional<Lease> take(String name, String holder, Duration span) {
        requireThere();
        Row row = rows.get(name);
        if (row != null && row.until > now) {
            return Optional.empty();
        }
        Lease taken = new Lease(name, holder, row == null ? 1 : row.lease.token() + 1);
        rows.put(name, new Row(taken, now + span.toMillis()));
        return Optional.of(taken);
    }

    @Override
    public synchronized boolean renew(Lease lease, Duration span) {
        requireThere();
        if (!isHeld(lease)) {
            return false;
        }
        rows.put(lease.name(), new Row(lease, now + span.toMillis()));
        return true;
    }

    @Override
    public synchronized void release(Lease lease) {
        requireThere();
        if (isHeld(lease)) {
            rows.put(lease.name(), new Row(lease, 0));
        }
    }

    private boolean isHeld(Lease lease) {
        Row row = rows.get(lease.name());
        return row != null && row.until > 0 && row.lease.equals(lease);
    }

    @Override
    public synchronized List<Lease> held() {
        requireThere();
        return rows.values().stream()
                .filter(row -> row.until > now)
                .map(Row::lease)
                .toList();
    }

    @Override
    public void under(Lease lease, Runnable work) {
        Lease before = present.get();
        present.set(lease);
        try {
            work.run();
        } finally {
            if (before == null) {
                present.remove();
            } else {
                present.set(before);
            }
        }
    }

    /** Fails when the present thread is under a lease that is lost. */
    public synchronized void requireHeld() {
        Lease lease = present.get();
        if (lease != null && !isHeld(lease)) {
            throw new LeaseLost(lease);
        }
    }
}

package news.lede.benchmarks.kills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** When whoever has a lease was struck, by {@link System#nanoTime}. Thread-safe. */
final class Strikes {
    private final List<Strike> all = new ArrayList<>();

    private record Strike(long at, Set<String> leases) {}

    /** Whoever has these leases is struck now. */
    synchronized void now(Collection<String> leases) {
        all.add(new Strike(System.nanoTime(), Set.copyOf(leases)));
    }

    synchronized int count() {
        return all.size();
    }

    /** Whether the holder of a lease that is called so, or more closely, was struck from {@code from} until {@code until}. */
    synchronized boolean any(String name, long from, long until) {
        return all.stream()
                .filter(strike -> strike.at - from >= 0 && strike.at - until <= 0)
                .anyMatch(strike -> strike.leases.stream().anyMatch(lease -> lease.startsWith(name)));
    }
}

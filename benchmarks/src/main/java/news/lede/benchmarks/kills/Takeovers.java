package news.lede.benchmarks.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.lede.lease.Lease;
import news.lede.store.Store;

/** Watches who has which lease, and how long nobody did after its holder was struck. Thread-safe. */
final class Takeovers implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final Store store;
    private final Map<String, Lease> last = new TreeMap<>();
    /** By name of the lease: when its holder was struck, and the token that it had then. */
    private final Map<String, Struck> struck = new TreeMap<>();

    private final Map<String, List<Duration>> took = new TreeMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    private final Future<?> looks;

    private record Struck(long at, long token) {}

    Takeovers(Store store) {
        this.store = store;
        looks = looking.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<Lease> held;
        try {
            held = store.leases().held().stream().filter(Takeovers::isWork).toList();
        } catch (RuntimeException e) {
            // The server may be away, which is what is tried.
            return;
        }
        synchronized (this) {
            for (Lease lease : held) {
                last.put(lease.name(), lease);
                Struck before = struck.get(lease.name());
                if (before != null && lease.token() > before.token) {
                    took.computeIfAbsent(lease.name(), _ -> new ArrayList<>())
                            .add(Duration.ofNanos(System.nanoTime() - before.at));
                    struck.remove(lease.name());
                }
            }
        }
    }

    /** The process that has a lease, by its number. */
    synchronized Optional<Long> holder(String name) {
        return Optional.ofNullable(last.get(name)).map(Takeovers::process);
    }

    /** What a process has, by the names of leases. */
    synchronized List<String> of(long process) {
        return last.values().stream()
                .filter(lease -> process(lease) == process)
                .map(Lease::name)
                .toList();
    }

    /** Others say that a process lives, or whose turn it is. */
    private static boolean isWork(Lease lease) {
        return !lease.name().startsWith("process-") && !lease.name().startsWith("discord-login-");
    }

    private static long process(Lease lease) {
        return Long.parseLong(lease.holder().substring(0, lease.holder().indexOf('-')));
    }

    /** A process was killed or paused just now. */
    synchronized void struck(long process) {
        long now = System.nanoTime();
        for (Lease lease : last.values()) {
            if (process(lease) == process) {
                struck.putIfAbsent(lease.name(), new Struck(now, lease.token()));
            }
        }
    }

    /** For each lease: how often it was taken over, and how long that took on the average and at most. */
    synchronized List<String> lines() {
        if (looks.state() == Future.State.FAILED) {
            throw new IllegalStateException("nobody looked any more", looks.exceptionNow());
        }
        return took.entrySet().stream()
                .map(entry -> "%-22s %3d takeovers, mean %5.1f s, longest %5.1f s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().size(),
                                entry.getValue().stream()
                                                .mapToLong(Duration::toMillis)
                                                .average()
                                                .orElse(0)
                                        / 1000,
                                entry.getValue().stream()
                                                .mapToLong(Duration::toMillis)
                                                .max()
                                                .orElse(0)
                                        / 1000.0))
                .toList();
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

package news.lede.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Lets requests through to each host only as fast as is polite. A host is named by {@link #hostOf}. Everything that is sent to a host enters here first, and holds its
 * pass until the answer is read:
 *
 * <pre>{@code try (HostGate.Pass pass = gate.enter(HostGate.hostOf(address))) { ... }}</pre>
 *
 * <p>Entering blocks, in order of arrival; it is meant for virtual threads. Whoever also needs one of a limited number of connections
 * takes it after entering, never before: else one slow host would use them up by being waited for. Beside that the gate knows which hosts asked to be left alone;
 * it does not hold requests back for that, since a rest may last a day: callers ask {@link #restingUntil} and come back later. Thread-safe; forgets hosts that are idle.
 */
public final class HostGate {
    private static final int SWEEP_EVERY = 256;
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Politeness politeness;
    private final Predicate<String> unhurried;
    private final InstantSource clock;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> rests = new ConcurrentHashMap<>();
    private final AtomicInteger entered = new AtomicInteger();

    public HostGate(Politeness politeness, InstantSource clock) {
        this(politeness, AddressRules.PUBLIC_ONLY, clock);
    }

    /**
     * Servers that the operator named one by one in {@code rules} (an address with its port) are their own: they may be asked without gaps, many at once, and one of
     * their pages that asks for rest speaks for itself only.
     */
    public HostGate(Politeness politeness, AddressRules rules, InstantSource clock) {
        this.politeness = politeness;
        this.unhurried = rules::names;
        this.clock = clock;
    }

    /** Leave to send one request; closing it lets the next one in. Closing twice does no harm. */
    public final class Pass implements AutoCloseable {
        private final String name;
        private boolean open = true;

        private Pass(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                leave(name);
            }
        }
    }

    /** The name of the host behind {@code address}: lower case, without the dot at its end, with the port when it is not the usual one. */
    public static String hostOf(URI address) {
        return WebAddress.host(address) + WebAddress.portSuffix(address);
    }

    /** Waits until {@code host} may be asked. */
    public Pass enter(String host) throws InterruptedException {
        return enter(host, FOREVER).orElseThrow();
    }

    /** Waits until {@code host} may be asked, at most {@code patience}; then nothing is held. */
    public Optional<Pass> enter(String host, Duration patience) throws InterruptedException {
        Pass pass = new Pass(host);
        if (unhurried.test(host)) {
            pass.open = false;
            return Optional.of(pass);
        }
        if (entered.incrementAndGet() % SWEEP_EVERY == 0) {
            hosts.keySet().forEach(this::forgetWhenIdle);
        }
        Host state = hosts.compute(host, (_, known) -> {
            Host it = known == null ? new Host(politeness) : known;
            it.users++;
            return it;
        });
        boolean in = false;
        try {
            in = state.enter(patience.toNanos());
        } finally {
            if (!in) {
                release(host);
            }
        }
        return in ? Optional.of(pass) : Optional.empty();
    }

    private void leave(String host) {
        Host state = hosts.get(host);
        if (state != null) {
            state.leave();
            release(host);
        }
    }

    private void release(String host) {
        hosts.computeIfPresent(host, (_, known) -> {
            known.users--;
            return known.users == 0 && known.rested() ? null : known;
        });
    }

    private void forgetWhenIdle(String host) {
        hosts.computeIfPresent(host, (_, known) -> known.users == 0 && known.rested() ? null : known);
    }

    /** Remembers that {@code host} wants no request before {@code until}; an earlier wish does not shorten a later one. */
    public void rest(String host, Instant until) {
        if (!unhurried.test(host)) {
            rests.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** Until when {@code host} wants no requests; empty when it may be asked. */
    public Optional<Instant> restingUntil(String host) {
        Instant until = rests.get(host);
        if (until == null) {
            return Optional.empty();
        }
        if (until.isAfter(clock.instant())) {
            return Optional.of(until);
        }
        rests.remove(host, until);
        return Optional.empty();
    }

    /** Every host that rests, for keeping. */
    public Map<String, Instant> resting() {
        Instant now = clock.instant();
        rests.values().removeIf(until -> !until.isAfter(now));
        return Map.copyOf(rests);
    }

    /** Takes up again what {@link #resting} gave before a restart. */
    public void restore(Map<String, Instant> kept) {
        kept.forEach(this::rest);
    }

    /** How many hosts it has in mind. */
    int size() {
        return hosts.size();
    }

    /** What is under way at one host. {@code users} counts those inside and those waiting; it is guarded by the map. */
    private static final class Host {
        private final Politeness politeness;
        private final Semaphore room;
        private final AtomicLong nextStart = new AtomicLong(System.nanoTime());
        private int users;

        Host(Politeness politeness) {
            this.politeness = politeness;
            this.room = new Semaphore(politeness.atOnce(), true);
        }

        /** False when {@code patience} ended first. Only those who have room wait for the gap, so the others sleep undisturbed. */
        boolean enter(long patience) throws InterruptedException {
            long began = System.nanoTime();
            if (!room.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                return false;
            }
            boolean in = false;
            try {
                long now = System.nanoTime();
                long gap = politeness.gap().toNanos();
                long start = nextStart.getAndUpdate(next -> Math.max(next - now, 0) + now + gap);
                long wait = Math.max(start - now, 0);
                if (wait > 0 && wait > patience - (now - began)) {
                    nextStart.addAndGet(-gap);
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(wait);
                in = true;
                return true;
            } finally {
                if (!in) {
                    room.release();
                }
            }
        }

        void leave() {
            room.release();
        }

        boolean rested() {
            return nextStart.get() - System.nanoTime() <= 0;
        }
    }
}

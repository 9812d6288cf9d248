package news.lede.discord.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests a bot may make: 50 a second in all, and of each route what its bucket holds. Interactions are not counted, as on the real service. Thread-safe. */
public final class Budgets {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BUCKET = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Deque<Instant> all = new ArrayDeque<>();
    private final Map<String, Deque<Instant>> routes = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile int allInASecond = 50;
    private volatile int ofARoute = 5;

    /** What a request may do: how many are left in its bucket, and when that is full again; or how long to wait. */
    record Verdict(int left, Duration reset, Optional<Duration> refusedFor, boolean global) {}

    Budgets(InstantSource clock) {
        this.clock = clock;
    }

    /** Other limits than Discord's; 0: none. */
    public void set(int requestsASecond, int requestsOfARouteInFiveSeconds) {
        allInASecond = requestsASecond;
        ofARoute = requestsOfARouteInFiveSeconds;
    }

    public int ofARoute() {
        return ofARoute;
    }

    /** How many requests were answered 429 because of these limits. */
    public int refused() {
        return refused.get();
    }

    synchronized void forget() {
        all.clear();
        routes.clear();
        refused.set(0);
    }

    synchronized Verdict take(String route) {
        Instant now = clock.instant();
        Deque<Instant> bucket = routes.computeIfAbsent(route, _ -> new ArrayDeque<>());
        forget(all, now.minus(SECOND));
        forget(bucket, now.minus(BUCKET));
        if (allInASecond > 0 && all.size() >= allInASecond) {
            refused.incrementAndGet();
            return new Verdict(0, BUCKET, Optional.of(until(all, SECOND, now)), true);
        }
        if (ofARoute > 0 && bucket.size() >= ofARoute) {
            refused.incrementAndGet();
            return new Verdict(0, BUCKET, Optional.of(until(bucket, BUCKET, now)), false);
        }
        all.add(now);
        bucket.add(now);
        int left = ofARoute > 0 ? ofARoute - bucket.size() : 49;
        return new Verdict(left, until(bucket, BUCKET, now), Optional.empty(), false);
    }

    private static void forget(Deque<Instant> requests, Instant past) {
        while (!requests.isEmpty() && !requests.getFirst().isAfter(past)) {
            requests.removeFirst();
        }
    }

    private static Duration until(Deque<Instant> requests, Duration window, Instant now) {
        Duration left = Duration.between(now, requests.getFirst().plus(window));
        return left.isNegative() ? Duration.ZERO : left;
    }
}

package news.lede.discord.server;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What shall go wrong with the next REST requests, in the order asked for. */
public final class Faults {
    /** What happens instead of a proper answer; delays happen before one. */
    public sealed interface Fault {
        /** An answer with this status and no work done. */
        record Status(int code) implements Fault {}

        /** The connection is cut before the request is looked at. */
        record Cut() implements Fault {}

        /** The request is done, and the connection is cut instead of the answer. */
        record CutAfter() implements Fault {}

        /** The answer comes after this long. */
        record Delay(Duration length) implements Fault {}

        /** The request is done at once; the answer comes after this long. */
        record Late(Duration length) implements Fault {}

        /** 429 for this route with this wait, a whole number of seconds. */
        record TooMany(int retryAfterSeconds) implements Fault {}

        /** 429 for everything. */
        record TooManyOfAll(int retryAfterSeconds) implements Fault {}

        /** 429 not of Discord, but of what stands before it: too many refusals from this address. */
        record ShutOut(int retryAfterSeconds) implements Fault {}
    }

    private record Sometimes(String route, double share, Random random, Fault fault) {
        boolean strikes() {
            synchronized (random) {
                return random.nextDouble() < share;
            }
        }
    }

    private record Planned(String route, Fault fault, AtomicInteger left) {}

    private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();
    private final Queue<Sometimes> random = new ConcurrentLinkedQueue<>();

    /**
     * The next {@code times} requests whose method and path contain {@code route} fail in this way. An empty {@code route} is every request.
     */
    public void next(int times, String route, Fault fault) {
        planned.add(new Planned(route, fault, new AtomicInteger(times)));
    }

    /** From now on, of the requests whose method and path contain {@code route} this share fails in this way, chosen by {@code seed}. */
    public void sometimes(double share, long seed, String route, Fault fault) {
        random.add(new Sometimes(route, share, new Random(seed), fault));
    }

    /** Nothing goes wrong any more. */
    public void clear() {
        planned.clear();
        random.clear();
    }

    /** How many planned failures have not happened yet. */
    public int left() {
        return planned.stream().mapToInt(p -> Math.max(0, p.left.get())).sum();
    }

    Optional<Fault> take(String methodAndPath) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned plan = all.next();
            if (methodAndPath.contains(plan.route)) {
                int left = plan.left.decrementAndGet();
                if (left <= 0) {
                    all.remove();
                }
                if (left >= 0) {
                    return Optional.of(plan.fault);
                }
            }
        }
        return random.stream()
                .filter(s -> methodAndPath.contains(s.route) && s.strikes())
                .map(Sometimes::fault)
                .findFirst();
    }
}

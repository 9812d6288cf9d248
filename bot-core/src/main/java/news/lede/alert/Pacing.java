package news.lede.alert;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import news.lede.community.Place;

/**
 * Keeps everything that is sent by one account of a platform below the platform's {@link Limits}: answers, alerts, digests and edits pass here, in that order, each right before it is sent. Thread-safe.
 *
 * <p>Messages leave one by one: between any two lies most of the time that the account's first rate allows on average. A burst that the rate as such permits would be cut in two by the platform's own clock
 * and found too large in one of the halves. What was missed by waking up late can be made up for, within the rate.
 */
public final class Pacing {
    /** Of the average time between two messages, in percent, that lies between any two. */
    private static final int LEAST_GAP = 90;

    /** Waits; a test moves its clock instead. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private final Quotas quotas;
    private final LongSupplier nanos;
    private final Sleeper sleeper;
    private final long gap;
    private boolean unaskedRests;
    private long unaskedRest;
    private final NavigableSet<Waiter> waiters = new TreeSet<>();
    private long last;

    private record Waiter(Lane lane, long number, Place place) implements Comparable<Waiter> {
        @Override
        public int compareTo(Waiter other) {
            int byLane = lane.compareTo(other.lane);
            return byLane != 0 ? byLane : Long.compare(number, other.number);
        }
    }

    /** {@code nanos}: a clock that only ever goes on, whatever happens to the time of day. */
    public Pacing(Limits limits, LongSupplier nanos, Sleeper sleeper) {
        if (limits.account().isEmpty()) {
            throw new IllegalArgumentException("every platform has a limit of all messages together");
        }
        Limits.Rate first = limits.account().getFirst();
        gap = first.per().toNanos() / first.messages();
        this.quotas = new Quotas(limits, gap * LEAST_GAP / 100);
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /** Waits until a message may be sent to {@code place}, which it must be at once. */
    public void acquire(Lane lane, Place place) throws InterruptedException {
        acquire(lane, place, Duration.ofNanos(Long.MAX_VALUE));
    }

    /** The same, for at most {@code patience}: false as soon as it is known that it would take longer. */
    public boolean acquire(Lane lane, Place place, Duration patience) throws InterruptedException {
        Optional<Turn> turn = turn(lane, place, patience);
        turn.ifPresent(Turn::landed);
        return turn.isPresent();
    }

    /** Leave to send one message, at once. Thread-safe. */
    public final class Turn {
        private final Quotas.Taken taken;

        private Turn(Quotas.Taken taken) {
            this.taken = taken;
        }

        /** The platform has answered, or it is known that it will not: what was sent has arrived by now, if ever, and counts from now. */
        public void landed() {
            synchronized (Pacing.this) {
                taken.landed(nanos.getAsLong());
            }
        }
    }

    /**
     * Waits like {@link #acquire(Lane, Place, Duration)}; empty where that is false. Who says when the message has landed has it counted exactly, however long it was on its way; until then, it counts as one that takes half
     * a second.
     */
    public Optional<Turn> turn(Lane lane, Place place, Duration patience) throws InterruptedException {
        long began = nanos.getAsLong();
        Waiter waiter = arrive(lane, place);
        try {
            for (; ; ) {
                Try tried = takeOrWait(waiter);
                if (tried.turn.isPresent()) {
                    return tried.turn;
                }
                if (tried.pause > patience.toNanos() - (nanos.getAsLong() - began)) {
                    return Optional.empty();
                }
                sleeper.sleep(Duration.ofNanos(tried.pause));
            }
        } finally {
            leave(waiter);
        }
    }

    /** Whether a message may be sent now, which it must be at once then; nobody who waits is passed by. */
    public boolean tryAcquire(Lane lane, Place place) {
        Waiter waiter = arrive(lane, place);
        try {
            Optional<Turn> turn = takeOrWait(waiter).turn;
            turn.ifPresent(Turn::landed);
            return turn.isPresent();
        } finally {
            leave(waiter);
        }
    }

    /** How long {@code place} by itself keeps the next message waiting; empty when it does not. */
    public synchronized Optional<Duration> restOf(Place place) {
        return Optional.of(quotas.placeWait(place, nanos.getAsLong()))
                .filter(wait -> wait > 0)
                .map(Duration::ofNanos);
    }

    /** How long the account keeps the next message that nobody asked for waiting, whatever its place; empty when it does not. */
    public synchronized Optional<Duration> restOfAll() {
        long now = nanos.getAsLong();
        return Optional.of(Math.max(quotas.accountWait(now), unaskedWait(now)))
                .filter(wait -> wait > 0)
                .map(Duration::ofNanos);
    }

    /** Nothing is sent to {@code place} for that long; what goes elsewhere does not notice. */
    public synchronized void rest(Place place, Duration duration) {
        quotas.rest(place, nanos.getAsLong(), duration.toNanos());
    }

    /** Nothing at all is sent for that long. */
    public synchronized void restAll(Duration duration) {
        quotas.restAccount(nanos.getAsLong(), duration.toNanos());
    }

    /** Nothing is sent for that long but answers to people who wait. */
    public synchronized void restUnasked(Duration duration) {
        long now = nanos.getAsLong();
        if (unaskedWait(now) < duration.toNanos()) {
            unaskedRests = true;
            unaskedRest = now + duration.toNanos();
        }
    }

    private long unaskedWait(long now) {
        unaskedRests &= unaskedRest - now > 0;
        return unaskedRests ? unaskedRest - now : 0;
    }

    private synchronized Waiter arrive(Lane lane, Place place) {
        Waiter waiter = new Waiter(lane, last++, place);
        waiters.add(waiter);
        return waiter;
    }

    private synchronized void leave(Waiter waiter) {
        waiters.remove(waiter);
    }

    /** A turn, else how long to wait for it at least. */
    private record Try(Optional<Turn> turn, long pause) {}

    /** Takes when it is the turn of {@code waiter}. */
    private synchronized Try takeOrWait(Waiter waiter) {
        long now = nanos.getAsLong();
        long account = Math.max(0, quotas.accountWait(now));
        long wait = Math.max(account, quotas.placeWait(waiter.place, now));
        if (waiter.lane != Lane.ANSWER) {
            wait = Math.max(wait, unaskedWait(now));
        }
        // Those before it each take a turn, unless their own place keeps them waiting.
        for (Waiter before : waiters.headSet(waiter)) {
            if (quotas.placeWait(before.place, now) <= account) {
                wait = Math.max(wait, account) + gap;
            }
        }
        return wait > 0
                ? new Try(Optional.empty(), wait)
                : new Try(Optional.of(new Turn(quotas.take(waiter.place, now))), 0);
    }
}

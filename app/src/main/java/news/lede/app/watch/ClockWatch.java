package news.lede.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Notices when the time of day was set while we ran, by a clock that is never set. For one thread. */
public final class ClockWatch {
    /** Clocks that are kept right by others move by less than this at a time, and a process that is held up is not told apart from it. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant time;
    private long tick;

    /** {@code nanos}: a clock that only ever goes on. */
    public ClockWatch(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.time = clock.instant();
        this.tick = nanos.getAsLong();
    }

    /** By how much it was set since the last call, forwards or, negative, back; zero where that is less than a minute. */
    public Duration moved() {
        Instant now = clock.instant();
        long ticks = nanos.getAsLong();
        Duration moved = Duration.between(time, now).minusNanos(ticks - tick);
        time = now;
        tick = ticks;
        return moved.abs().compareTo(LEAST) < 0 ? Duration.ZERO : moved;
    }
}

package news.lede.alert.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when somebody waits, and a clock on the wall that somebody else sets now and then. */
final class SimTime implements InstantSource {
    private static final Instant BEGIN = Instant.parse("2026-05-04T08:00:00Z");

    private long nanos;
    private Duration wrong = Duration.ZERO;

    /** What the program reads. */
    @Override
    public Instant instant() {
        return truly().plus(wrong);
    }

    /** What time it is. */
    Instant truly() {
        return BEGIN.plusNanos(nanos);
    }

    long nanos() {
        return nanos;
    }

    void pass(Duration duration) {
        nanos += Math.max(0, duration.toNanos());
    }

    /** From now on the clock on the wall is wrong by that. */
    void setWrong(Duration by) {
        wrong = by;
    }
}

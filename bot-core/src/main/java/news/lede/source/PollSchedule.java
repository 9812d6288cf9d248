package news.lede.source;

import java.time.Duration;
import java.util.Optional;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;

/**
 * Says when a source is polled next, from what came of the last poll: a pure function. {@code floor} is the least time between two polls of one source, whatever anybody wishes;
 * {@code ceiling} the most while it answers.
 *
 * <p>A source that answers is asked again after half the usual gap between its entries (half: so that on average a new entry waits no longer than a quarter of a gap), or when the
 * server says its answer grows stale, whichever is later. One that fails is asked half as often each time, up to a day.
 */
public record PollSchedule(Duration floor, Duration ceiling) {
    /** Servers have sent waits of years by mistake; none is kept longer than this. */
    static final Duration LONGEST_WISH = Duration.ofDays(7);

    private static final Duration LONGEST_BACKOFF = Duration.ofDays(1);
    /** A source that does not tell how often it publishes. */
    private static final Duration UNKNOWN_GAP = Duration.ofHours(2);
    /** Share of the interval by which sources are spread, so that those added together do not stay together. */
    private static final double SPREAD = 0.1;

    public PollSchedule {
        if (floor.isNegative() || floor.isZero() || ceiling.compareTo(floor) < 0) {
            throw new IllegalArgumentException("a schedule needs 0 < floor <= ceiling");
        }
    }

    /**
     * The time from this poll to the next; absent when polling stops. {@code failures} counts failed polls in a row, this one included. The
     * same source always gets the same spread.
     */
    public Optional<Duration> next(SourceId source, PollResult result, int failures) {
        return switch (result) {
            case Answered answered -> Optional.of(spread(source, afterAnswer(answered)));
            case AskedToWait wait -> {
                Duration wish = capped(wait.after().orElse(Duration.ZERO), LONGEST_WISH);
                yield Optional.of(longer(wish, spread(source, backoff(failures))));
            }
            case Failed _ -> Optional.of(spread(source, backoff(failures)));
            case Ended _ -> Optional.empty();
        };
    }

    private Duration afterAnswer(Answered answered) {
        Duration own = capped(answered.medianGap().orElse(UNKNOWN_GAP).dividedBy(2), ceiling);
        Duration wish = capped(answered.freshFor().orElse(Duration.ZERO), LONGEST_BACKOFF);
        return longer(longer(own, floor), wish);
    }

    private Duration backoff(int failures) {
        // Beyond 2^20 any floor has passed the cap; shifting further would overflow.
        Duration grown = floor.multipliedBy(1L << Math.clamp(failures, 0, 20));
        return capped(grown, longer(LONGEST_BACKOFF, floor));
    }

    /** Stretches by up to {@link #SPREAD}, never shortens: the floor holds. */
    private static Duration spread(SourceId source, Duration interval) {
        // Fibonacci hashing spreads consecutive ids evenly.
        double share = ((source.value() * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
        return interval.plusMillis((long) (interval.toMillis() * SPREAD * share));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration capped(Duration value, Duration cap) {
        return value.compareTo(cap) <= 0 ? value : cap;
    }
}

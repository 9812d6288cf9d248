package news.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Cause;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;

/**
 * Says when a source is polled next: a pure function of its history, its publisher's wishes, {@code floor}, the least time between two polls of one source, whatever
 * anybody wishes, and {@code ceiling}, the most that is left between two polls of one that answers and has no wishes.
 *
 * <p>A source that answers is asked again after half the usual gap between its entries (half: so that on average a new entry waits no longer than a quarter of a gap), after four
 * floors, an hour at most, when the gap is unknown. Without anything new for a week, two, a month it is asked at least a quarter, half, all of the ceiling apart. The publisher's own wishes (freshness, {@code ttl}) make it later, up to a day; hours and days
 * that the publisher wants us to skip are skipped.
 *
 * <p>One that fails is asked after 2, 4, 8 … times its usual interval up to a day, less a random half, so that what failed together does not come back together. When it counts
 * as dead, it is tried weekly for half a year, and then no more. {@code Retry-After} wins over everything but the floor, up to a week.
 *
 * <p>Chance is {@link Spread}'s; every wait is stretched by up to a tenth of it, the first after first contact by up to all of it: sources that were added together spread over a
 * whole interval at once.
 */
public record PollSchedule(Duration floor, Duration ceiling) {
    /** Servers have sent waits of years by mistake; none is kept longer than this. */
    public static final Duration LONGEST_REST = Duration.ofDays(7);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration USUAL = Duration.ofMinutes(60);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int USUAL_FLOORS = 4;
    private static final int LONGEST_FLOORS = 48;
    /** Four hours with the usual floor: late for news, soon enough for what a hub lost. */
    private static final int NET_FLOORS = 16;

    private static final double SPREAD = 0.1;
    /** Nothing there for three weeks is no passing trouble; neither are thirty failures of any kind. */
    private static final Duration MISSING_FOR = Duration.ofDays(21);

    private static final int DEAD_FAILURES = 30;
    private static final int WEEKLY_TRIES = 26;

    public PollSchedule {
        if (!floor.isPositive() || ceiling.compareTo(floor) < 0) {
            throw new IllegalArgumentException("a schedule needs 0 < floor <= ceiling");
        }
    }

    /** The usual schedule over a floor: a ceiling of 48 floors, half a day at most. Whoever lowers the floor wants to hear sooner everywhere. */
    public static PollSchedule over(Duration floor) {
        return new PollSchedule(floor, longer(floor, shorter(LONGEST, floor.multipliedBy(LONGEST_FLOORS))));
    }

    /**
     * The next poll; absent when polling stops. {@code state} is what is known with the poll that has just ended at {@code now} taken in: its failures, its pace, its wishes; what it says
     * of the next poll is not looked at, what it says of the last success is that before this poll.
     */
    public Optional<Instant> next(PollState state, PollResult result, Instant now) {
        return switch (result) {
            case Answered(Optional<Duration> freshFor) -> Optional.of(afterAnswer(state, freshFor, now));
            case AskedToWait(Optional<Duration> after) ->
                Optional.of(now.plus(after.map(wish -> spread(state, longer(floor, rest(wish))))
                        .orElseGet(() -> backoff(state, now))));
            case Failed(Cause cause) -> afterFailure(state, cause, now);
            case Ended _ -> Optional.empty();
        };
    }

    /** The earliest moment at which a source may be asked, however much somebody wishes it now. */
    public Instant soonest(PollState state, Instant now) {
        return state.lastPoll()
                .map(last -> last.plus(floor))
                .filter(now::isBefore)
                .orElse(now);
    }

    /** The next poll of a source whose news is brought to us: not before 16 floors, the ceiling at most, where it would be asked sooner otherwise. */
    public Instant asNet(PollState state, Instant usual, Instant now) {
        Instant net = now.plus(spread(state, shorter(floor.multipliedBy(NET_FLOORS), ceiling)));
        return net.isAfter(usual) ? net : usual;
    }

    /** How long a host that asked for {@code wish} is left alone. */
    public static Duration rest(Duration wish) {
        return shorter(wish, LONGEST_REST);
    }

    /** Whether a source that has failed once more counts as dead. */
    static boolean isDead(PollState state, Cause cause, Instant now) {
        boolean missing = cause == Cause.MISSING
                && state.failingSince()
                        .filter(since -> !now.isBefore(since.plus(MISSING_FOR)))
                        .isPresent();
        return missing || state.failures() >= DEAD_FAILURES;
    }

    private Instant afterAnswer(PollState state, Optional<Duration> freshFor, Instant now) {
        Duration wish = longer(
                freshFor.orElse(Duration.ZERO), state.pace().wishes().interval().orElse(Duration.ZERO));
        Duration wait = longer(ownInterval(state, now), shorter(wish, DAY));
        boolean first = state.lastSuccess().isEmpty();
        Instant wanted = now.plus(first ? stretched(state, wait, 1) : spread(state, wait));
        Instant welcome = state.pace().wishes().welcome(wanted);
        // Not all at the beginning of the hour.
        return welcome.equals(wanted)
                ? wanted
                : welcome.plus(spread(state, floor).minus(floor));
    }

    /** The source's own pace, whatever its publisher wishes. */
    private Duration ownInterval(PollState state, Instant now) {
        Duration unknown = shorter(USUAL, floor.multipliedBy(USUAL_FLOORS));
        Duration pace = state.pace().usualGap().map(gap -> gap.dividedBy(2)).orElse(unknown);
        Duration asleep = state.pace()
                .newestEntry()
                .map(newest -> asleep(Duration.between(newest, now)))
                .orElse(Duration.ZERO);
        return longer(floor, shorter(longer(pace, asleep), ceiling));
    }

    private Duration asleep(Duration silence) {
        long days = silence.toDays();
        if (days >= 30) {
            return ceiling;
        }
        if (days >= 14) {
            return ceiling.dividedBy(2);
        }
        return days >= 7 ? ceiling.dividedBy(4) : Duration.ZERO;
    }

    private Optional<Instant> afterFailure(PollState state, Cause cause, Instant now) {
        if (state.failures() >= DEAD_FAILURES + WEEKLY_TRIES) {
            return Optional.empty();
        }
        return Optional.of(
                now.plus(isDead(state, cause, now) ? spread(state, longer(floor, LONGEST_REST)) : backoff(state, now)));
    }

    private Duration backoff(PollState state, Instant now) {
        Duration interval = ownInterval(state, now);
        Duration most = longer(DAY, floor);
        int doublings = 0;
        Duration grown = interval;
        while (doublings < state.failures() && grown.compareTo(most) < 0) {
            grown = grown.multipliedBy(2);
            doublings++;
        }
        // The same chance at each failure, so that no wait is shorter than the one before.
        double share = Spread.share(state.source(), 1);
        Duration half = shorter(grown, most).dividedBy(2);
        return longer(floor, half.plusMillis((long) (half.toMillis() * share)));
    }

    private static Duration spread(PollState state, Duration wait) {
        return stretched(state, wait, SPREAD);
    }

    /** Stretches by up to {@code most} of it, never shortens: the floor holds. */
    private static Duration stretched(PollState state, Duration wait, double most) {
        return wait.plusMillis((long) (wait.toMillis() * most * Spread.share(state.source(), 0)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

package news.lede.source;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells when silence is worth a word: a source that should have been asked and was not, and one that answers but carries nothing new. Pure.
 *
 * @param patience how late a poll may be; hosts with many sources and bursts after a start make it late without harm
 */
public record Staleness(Duration patience) {
    /** An hour. */
    public static final Staleness DEFAULT = new Staleness(Duration.ofHours(1));

    private static final int GAPS = 10;
    private static final Duration SHORTEST_QUIET = Duration.ofDays(3);

    /** Whether the next poll is overdue at {@code now}, for somebody who has polled since {@code watching}: nobody asks while nobody runs. */
    public boolean isOverdue(PollState state, Instant watching, Instant now) {
        return state.nextPoll()
                .map(next -> next.isAfter(watching) ? next : watching)
                .filter(due -> due.plus(patience).isBefore(now))
                .isPresent();
    }

    /** Whether a source that answers has carried nothing new for ten times its usual gap, three days at least. */
    public static boolean isQuiet(PollState state, Instant now) {
        return state.failures() == 0
                && state.pace()
                        .newestEntry()
                        .flatMap(newest -> state.pace()
                                .usualGap()
                                .map(gap -> newest.plus(allowed(gap)).isBefore(now)))
                        .orElse(false);
    }

    private static Duration allowed(Duration gap) {
        Duration gaps = gap.multipliedBy(GAPS);
        return gaps.compareTo(SHORTEST_QUIET) > 0 ? gaps : SHORTEST_QUIET;
    }
}

package news.lede.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * When an article belongs to a story. Pure.
 *
 * <p>The average likeness to the members keeps a story coherent: a bridge between two events is like one half only. The best single member finds the
 * first follow-up of a long story.
 */
final class Belonging {
    /** Measured on three labelled sets together, in deviations (see {@link Likeness}). */
    static final double THRESHOLD = 5.5;
    /** The newest members stand for a long story. */
    static final int MOST_MEMBERS = 30;

    private static final double AVERAGE = 0.4;
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final double FREE_DAYS = 1;
    private static final double PENALTY_PER_DAY = 0.5;

    private Belonging() {}

    /** How well an article fits a story, from its likeness to each member (with {@link #penalty} taken off); compared with {@link #THRESHOLD}. */
    static double score(double[] likenesses) {
        double best = Arrays.stream(likenesses).max().orElse(Double.NEGATIVE_INFINITY);
        double average = Arrays.stream(likenesses).average().orElse(Double.NEGATIVE_INFINITY);
        return AVERAGE * average + (1 - AVERAGE) * best;
    }

    /** What the time between two articles costs, in deviations: nothing within a day, everything beyond a week. */
    static double penalty(Instant one, Instant other) {
        if (!near(one, other)) {
            return Double.POSITIVE_INFINITY;
        }
        double days = Duration.between(one, other).abs().toMinutes() / (24.0 * 60);
        return Math.max(0, days - FREE_DAYS) * PENALTY_PER_DAY;
    }

    /** Whether two articles are so close in time that they can report one event. */
    static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
    }

    /** How far back articles matter to one published at {@code published}. */
    static Instant since(Instant published) {
        return published.minus(WINDOW);
    }
}

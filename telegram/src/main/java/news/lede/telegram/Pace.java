package news.lede.telegram;

import java.time.Duration;

/**
 * How long we wait and try. {@code firstPause} doubles with every failure up to {@code longestPause}; a question is answered within {@code patience} of
 * reaching us or not at all, since a later answer surprises more than it helps.
 */
record Pace(Duration firstPause, Duration longestPause, Duration patience) {
    static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** The pause after so many failures in a row, from 1. */
    Duration pauseAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, 20);
        Duration pause = firstPause.multipliedBy(factor);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}

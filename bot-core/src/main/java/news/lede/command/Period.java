package news.lede.command;

import java.time.Duration;
import java.time.Instant;

/** About a day. {@code quiet}: nothing came in the last one, so it is the day up to the newest story. */
record Period(Instant from, boolean quiet) {
    private static final Duration DAY = Duration.ofHours(24);

    /** The last day before {@code now}, or before the newest story where that is older. */
    static Period of(Instant newest, Instant now) {
        boolean quiet = newest.isBefore(now.minus(DAY));
        return new Period((quiet ? newest : now).minus(DAY), quiet);
    }
}

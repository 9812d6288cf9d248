package news.lede.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * How many messages a conversation accepts on one day of its workspace's zone: alerts, updates and digests, neither answers nor edits.
 *
 * <p>Who chooses nothing accepts {@link #DEFAULT}, in private too: subscriptions to busy topics add up there just as they do in a group, and what is held back is not lost.
 */
public record Budget(int aDay) {
    public static final int FEWEST = 1;
    public static final int MOST = 100;

    /** One an hour. */
    public static final Budget DEFAULT = new Budget(24);

    public Budget {
        if (!isOne(aDay)) {
            throw new IllegalArgumentException("a budget is from " + FEWEST + " to " + MOST + " messages a day");
        }
    }

    public static boolean isOne(int aDay) {
        return aDay >= FEWEST && aDay <= MOST;
    }

    /** What was chosen, else the default. */
    public static Budget of(OptionalInt chosen) {
        return chosen.isPresent() ? new Budget(chosen.getAsInt()) : DEFAULT;
    }

    /** The local day that an instant belongs to, of 23 to 25 hours. {@code from} belongs to it, {@code until} to the next. */
    public record Day(Instant from, Instant until) {}

    public static Day dayOf(Instant instant, ZoneId zone) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return new Day(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }
}

package news.lede.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * How a publisher wants to be polled, as the feed itself says it. {@code interval}: not more often than this. {@code skipHours}: hours of the day in UTC, 0 to 23, at which not to
 * come; {@code skipDays}: days of the week in UTC likewise.
 */
public record Wishes(Optional<Duration> interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    public static final Wishes NONE = new Wishes(Optional.empty(), Set.of(), Set.of());

    private static final int HOURS_OF_A_WEEK = 7 * 24;

    public Wishes {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    /** {@code wanted}, or the beginning of the next hour at which the publisher does not mind. Whoever minds at every hour has made a mistake, and is not heard. */
    public Instant welcome(Instant wanted) {
        ZonedDateTime at = wanted.atZone(ZoneOffset.UTC);
        for (int hours = 0; hours <= HOURS_OF_A_WEEK; hours++) {
            ZonedDateTime hour = at.plusHours(hours);
            if (!skipHours.contains(hour.getHour()) && !skipDays.contains(hour.getDayOfWeek())) {
                return hours == 0 ? wanted : hour.truncatedTo(ChronoUnit.HOURS).toInstant();
            }
        }
        return wanted;
    }
}

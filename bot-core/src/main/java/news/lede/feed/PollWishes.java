package news.lede.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a publisher wants a feed to be polled, as the document says it. {@code interval}: not more often than this ({@code ttl}, {@code sy:updatePeriod}). {@code skipHours}:
 * hours of the day in UTC, 0 to 23, at which not to come; {@code skipDays}: days of the week in UTC likewise.
 */
public record PollWishes(Optional<Duration> interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    /** No wish at all. */
    public static final PollWishes NONE = new PollWishes(Optional.empty(), Set.of(), Set.of());

    public PollWishes {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}

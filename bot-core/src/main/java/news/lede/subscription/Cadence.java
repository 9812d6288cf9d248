package news.lede.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.SortedSet;

/** When a subscription is told. */
public sealed interface Cadence {
    /** One message for each story, as soon as it is known. */
    record Instantly() implements Cadence {}

    /** All stories since the last one, on {@code days} at each of {@code times} of the clock in {@code zone}. Neither is empty. */
    record ByDigest(Set<DayOfWeek> days, SortedSet<LocalTime> times, ZoneId zone) implements Cadence {}
}

package news.lede.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** When a subscription is told. */
public sealed interface Cadence {
    /** One message for each story, as soon as it is known. */
    record Instantly() implements Cadence {}

    /** All stories since the last one, on {@code days} at each of {@code times} of the clock in {@code zone}, to the minute. Neither is empty. */
    record ByDigest(Set<DayOfWeek> days, SortedSet<LocalTime> times, ZoneId zone) implements Cadence {
        public ByDigest {
            if (days.isEmpty() || times.isEmpty()) {
                throw new IllegalArgumentException("a digest without days or times is never due");
            }
            if (times.stream().anyMatch(time -> time.getSecond() != 0 || time.getNano() != 0)) {
                throw new IllegalArgumentException("digests are due at full minutes");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
            times = Collections.unmodifiableSortedSet(new TreeSet<>(times));
        }
    }
}

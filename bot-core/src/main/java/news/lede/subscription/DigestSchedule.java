package news.lede.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.subscription.Cadence.ByDigest;

/** Says when digests are due, and writes down at which days and times. Pure. */
public final class DigestSchedule {
    private static final Map<DayOfWeek, String> CODES = new EnumMap<>(DayOfWeek.class);

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            CODES.put(day, day.name().substring(0, 3).toLowerCase(Locale.ROOT));
        }
    }

    private DigestSchedule() {}

    /**
     * The first instant after {@code after} at which a digest is due. A time that the clocks skip is due at the first moment behind what they skip, a time that they show twice when they show it first;
     * so each is due once on each of its days.
     */
    public static Instant next(ByDigest digest, Instant after) {
        LocalDate today = after.atZone(digest.zone()).toLocalDate();
        // A zone that crosses the date line leaves out a whole day, whose digests are due at the beginning of the next
        // one: hence the day before, and more than a week.
        for (int ahead = -1; ahead <= 14; ahead++) {
            Optional<Instant> due = dueOn(today.plusDays(ahead), digest)
                    .filter(at -> at.isAfter(after))
                    .min(Instant::compareTo);
            if (due.isPresent()) {
                return due.get();
            }
        }
        throw new IllegalStateException("no digest within two weeks of " + after + " by " + write(digest));
    }

    private static Stream<Instant> dueOn(LocalDate date, ByDigest digest) {
        return digest.days().contains(date.getDayOfWeek())
                ? digest.times().stream().map(time -> LocalClock.first(date.atTime(time), digest.zone()))
                : Stream.empty();
    }

    /** Days and times in one line of ASCII, the same for equal schedules: {@code mon,tue 07:30,18:00}. The zone stands elsewhere. */
    public static String write(ByDigest digest) {
        String days = digest.days().stream().sorted().map(CODES::get).collect(Collectors.joining(","));
        return days + " " + digest.times().stream().map(LocalTime::toString).collect(Collectors.joining(","));
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it did not write that
     */
    public static ByDigest read(String written, ZoneId zone) {
        try {
            String[] parts = written.split(" ", -1);
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String code : parts[0].split(",", -1)) {
                days.add(Arrays.stream(DayOfWeek.values())
                        .filter(day -> code.equals(CODES.get(day)))
                        .findFirst()
                        .orElseThrow());
            }
            TreeSet<LocalTime> times = new TreeSet<>();
            for (String time : parts[1].split(",", -1)) {
                times.add(LocalTime.parse(time));
            }
            return new ByDigest(days, times, zone);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not the schedule of a digest: " + written, e);
        }
    }
}

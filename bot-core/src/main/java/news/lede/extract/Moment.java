package news.lede.extract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.text.Dates;

/**
 * A time as a page writes it.
 *
 * @param instant noon UTC when only a day is given; when no zone is given, as if the time were UTC
 * @param local the clock and calendar as written
 * @param dateOnly whether no time of day is given
 */
record Moment(Instant instant, LocalDateTime local, boolean dateOnly) {
    private static final Pattern ZONE =
            Pattern.compile("\\s?(?:Z|[+-]\\d{2}:?\\d{2}|(?:GMT|UTC)(?:[+-]\\d{1,2})?|[A-Z]{1,3}[DS]?T|MESZ?)\\)?$");
    /** The largest distance of a clock on earth from UTC. */
    private static final Duration FARTHEST = Duration.ofHours(14);

    private static final int QUARTER = 900;

    static Optional<Moment> read(String text, boolean dayFirst) {
        String stripped = text.strip();
        return Dates.read(stripped, dayFirst)
                .flatMap(read -> read.dateOnly()
                        ? Optional.of(day(LocalDate.ofInstant(read.instant(), ZoneOffset.UTC)))
                        : Dates.read(ZONE.matcher(stripped).replaceFirst(""), dayFirst)
                                .filter(written -> !written.dateOnly())
                                .or(() -> Optional.of(read))
                                .map(written -> new Moment(
                                        read.instant(),
                                        LocalDateTime.ofInstant(written.instant(), ZoneOffset.UTC),
                                        false)));
    }

    static Moment day(LocalDate day) {
        LocalDateTime noon = day.atTime(LocalTime.NOON);
        return new Moment(noon.toInstant(ZoneOffset.UTC), noon, true);
    }

    LocalDate day() {
        return local.toLocalDate();
    }

    /** Whether this is written in UTC, or without a zone. */
    boolean isUtc() {
        return local.toInstant(ZoneOffset.UTC).equals(instant);
    }

    /** Whether {@code other} tells the same moment on another clock, with its zone or without. */
    boolean isSameElsewhere(Moment other) {
        if (dateOnly || other.dateOnly || local.equals(other.local)) {
            return false;
        }
        Duration apart = Duration.between(other.local, local).abs();
        return other.instant.equals(instant)
                || (other.isUtc() && apart.compareTo(FARTHEST) <= 0 && apart.toSeconds() % QUARTER == 0);
    }

    /** Whether somewhere on earth the calendar showed {@code day} at this moment. */
    boolean mayFallOn(LocalDate day) {
        return !dateOnly
                && Duration.between(day.atStartOfDay(), local).compareTo(FARTHEST.negated()) >= 0
                && Duration.between(day.plusDays(1).atStartOfDay(), local).compareTo(FARTHEST) < 0;
    }
}

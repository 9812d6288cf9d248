package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.subscription.Cadence.ByDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestScheduleTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private static ByDigest digest(String zone, Set<DayOfWeek> days, String... times) {
        return new ByDigest(
                days,
                Arrays.stream(times).map(LocalTime::parse).collect(Collectors.toCollection(TreeSet::new)),
                ZoneId.of(zone));
    }

    /** What the clocks show that are asked for, before, between and after their changes. */
    @ParameterizedTest
    @CsvSource({
        // Spring: 02:00 becomes 03:00 at 01:00Z.
        "Europe/Berlin, 08:00, 2026-03-28T07:00:00Z, 2026-03-29T06:00:00Z",
        "Europe/Berlin, 02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 02:30, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
        "Europe/Berlin, 02:00, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 03:00, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        // Autumn: 03:00 becomes 02:00 at 01:00Z, so 02:30 is at 00:30Z and again at 01:30Z.
        "Europe/Berlin, 02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "Europe/Berlin, 02:30, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z",
        "Europe/Berlin, 08:00, 2026-10-24T06:00:00Z, 2026-10-25T07:00:00Z",
        "America/New_York, 02:15, 2026-03-07T12:00:00Z, 2026-03-08T07:00:00Z",
        "America/New_York, 01:30, 2026-10-31T12:00:00Z, 2026-11-01T05:30:00Z",
        "America/New_York, 01:30, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z",
        // Half an hour: 02:00 becomes 02:30 at 15:30Z of the day before.
        "Australia/Lord_Howe, 02:10, 2026-10-03T00:00:00Z, 2026-10-03T15:30:00Z",
        "Australia/Lord_Howe, 02:30, 2026-10-03T00:00:00Z, 2026-10-03T15:30:00Z",
        "Australia/Lord_Howe, 01:45, 2026-04-04T00:00:00Z, 2026-04-04T14:45:00Z",
        "Australia/Lord_Howe, 01:45, 2026-04-04T14:45:00Z, 2026-04-05T15:15:00Z",
        // Clocks go back for Ramadan and forth after it.
        "Africa/Casablanca, 02:30, 2026-02-14T12:00:00Z, 2026-02-15T01:30:00Z",
        "Africa/Casablanca, 02:30, 2026-02-15T01:30:00Z, 2026-02-16T02:30:00Z",
        "Africa/Casablanca, 02:30, 2026-03-21T12:00:00Z, 2026-03-22T02:00:00Z",
        // No change at all, and not a full hour.
        "Asia/Kolkata, 07:30, 2026-05-04T02:00:00Z, 2026-05-05T02:00:00Z",
        "Asia/Kolkata, 07:30, 2026-05-04T01:59:59Z, 2026-05-04T02:00:00Z",
        // A whole day that no calendar there had: its digest is told at the beginning of the next one.
        "Pacific/Apia, 12:00, 2011-12-29T23:00:00Z, 2011-12-30T10:00:00Z",
        "Pacific/Apia, 12:00, 2011-12-30T10:00:00Z, 2011-12-30T22:00:00Z"
    })
    void theNextOneIsDueWhenClocksThereShowItsTime(String zone, String time, Instant after, Instant due) {
        assertThat(DigestSchedule.next(digest(zone, EVERY_DAY, time), after)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Asia/Kolkata",
                "Pacific/Apia",
                "Z"
            })
    void everyTimeOfEveryDayIsDueOnceInTwoYears(String zone) {
        Random random = new Random(zone.hashCode());
        for (int i = 0; i < 12; i++) {
            LocalTime time = LocalTime.of(random.nextInt(4), random.nextInt(60));
            Instant at = Instant.parse("2011-01-01T12:00:00Z");
            List<Instant> due = new ArrayList<>();
            ByDigest digest = new ByDigest(EVERY_DAY, new TreeSet<>(Set.of(time)), ZoneId.of(zone));
            LocalDate last = LocalDate.of(2012, 12, 31);
            while (at.atZone(digest.zone()).toLocalDate().isBefore(last)) {
                Instant next = DigestSchedule.next(digest, at);
                assertThat(next).isAfter(at);
                due.add(next);
                at = next;
            }
            // The first day of 2011 is over at noon in some zones; 30 December 2011 is told within the 31st in Apia.
            long dates = due.stream()
                    .map(d -> d.atZone(digest.zone()).toLocalDate())
                    .distinct()
                    .count();
            assertThat(due.size() - dates).isLessThanOrEqualTo(zone.equals("Pacific/Apia") ? 1 : 0);
            assertThat(due).hasSizeBetween(729, 731);
        }
    }

    @Test
    void weekdaysAreThoseOfTheZone() {
        ByDigest mondays = digest("Pacific/Auckland", EnumSet.of(DayOfWeek.MONDAY), "08:00");

        Instant due = DigestSchedule.next(mondays, Instant.parse("2026-05-01T00:00:00Z"));

        assertThat(due).isEqualTo(Instant.parse("2026-05-03T20:00:00Z"));
        assertThat(DigestSchedule.next(mondays, due)).isEqualTo(due.plus(Duration.ofDays(7)));
    }

    @Test
    void severalADayFollowEachOther() {
        ByDigest digest = digest("Europe/Berlin", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "18:00", "07:30");
        Instant friday = Instant.parse("2026-05-08T05:30:00Z");

        assertThat(Stream.iterate(friday, at -> DigestSchedule.next(digest, at)).limit(4))
                .containsExactly(
                        friday,
                        Instant.parse("2026-05-08T16:00:00Z"),
                        Instant.parse("2026-05-11T05:30:00Z"),
                        Instant.parse("2026-05-11T16:00:00Z"));
    }

    @Test
    void twoTimesThatTheClocksSkipAreOneDigest() {
        ByDigest digest = digest("Europe/Berlin", EVERY_DAY, "02:15", "02:45", "03:00");
        Instant gap = Instant.parse("2026-03-29T01:00:00Z");

        assertThat(DigestSchedule.next(digest, gap.minusSeconds(1))).isEqualTo(gap);
        assertThat(DigestSchedule.next(digest, gap)).isEqualTo(Instant.parse("2026-03-30T00:15:00Z"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        ByDigest digest = digest("Asia/Kolkata", EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), "18:00", "07:05");

        assertThat(DigestSchedule.write(digest)).isEqualTo("mon,sun 07:05,18:00");
        assertThat(DigestSchedule.read("mon,sun 07:05,18:00", ZoneId.of("Asia/Kolkata")))
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mon", "mon ", " 07:00", "xyz 07:00", "mon 25:00", "mon 7", "mon 07:00:30", "mon,, 07:00"})
    void whatWeDidNotWriteIsRefused(String written) {
        assertThatThrownBy(() -> DigestSchedule.read(written, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(written);
    }

    @Test
    void aDigestThatIsNeverDueDoesNotExist() {
        assertThatThrownBy(() -> digest("Z", EVERY_DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> digest("Z", Set.of(), "08:00")).isInstanceOf(IllegalArgumentException.class);
    }
}

package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static Moment moment(String text) {
        return Moment.read(text, true).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-04T22:30:00-05:00|2026-03-05T03:30:00Z|2026-03-04",
                "2026-03-04T22:30:00-0500|2026-03-05T03:30:00Z|2026-03-04",
                "2026-03-05T03:30:00Z|2026-03-05T03:30:00Z|2026-03-05",
                "2026-03-05T03:30:00|2026-03-05T03:30:00Z|2026-03-05",
                "2026-03-05T00:30:00+09:00|2026-03-04T15:30:00Z|2026-03-05",
                "Wed, 04 Mar 2026 22:30:00 EST|2026-03-05T03:30:00Z|2026-03-04",
                "2026-03-04|2026-03-04T12:00:00Z|2026-03-04"
            })
    void theDayIsTheWritersAndTheInstantEverybodys(String text, String instant, String day) {
        assertThat(moment(text).instant()).hasToString(instant);
        assertThat(moment(text).day()).hasToString(day);
    }

    @Test
    void aMomentIsTheSameOnAnotherClock() {
        Moment utc = moment("2026-03-05T03:30:12Z");
        assertThat(utc.isUtc()).isTrue();
        assertThat(utc.isSameElsewhere(moment("2026-03-04T22:30:12-05:00"))).isTrue();
        assertThat(utc.isSameElsewhere(moment("2026-03-04T22:30:12"))).isTrue();
        assertThat(utc.isSameElsewhere(moment("2026-03-04T22:31:12"))).isFalse();
        assertThat(utc.isSameElsewhere(moment("2026-03-04T09:30:12"))).isFalse();
        assertThat(utc.isSameElsewhere(moment("2026-03-04T22:30:12-06:00"))).isFalse();
        assertThat(utc.isSameElsewhere(utc)).isFalse();
        assertThat(utc.isSameElsewhere(moment("2026-03-04"))).isFalse();
    }

    @Test
    void aMomentFallsOnTheDaysThatSomeCalendarShows() {
        Moment utc = moment("2026-03-05T03:30:00Z");
        assertThat(utc.mayFallOn(LocalDate.of(2026, 3, 4))).isTrue();
        assertThat(utc.mayFallOn(LocalDate.of(2026, 3, 5))).isTrue();
        assertThat(utc.mayFallOn(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(utc.mayFallOn(LocalDate.of(2026, 3, 6))).isFalse();
        assertThat(moment("2026-03-05T23:30:00Z").mayFallOn(LocalDate.of(2026, 3, 6)))
                .isTrue();
    }
}

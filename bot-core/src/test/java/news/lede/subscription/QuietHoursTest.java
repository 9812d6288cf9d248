package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        // Across midnight.
        "22:00, 07:00, Europe/Berlin, 2026-05-04T19:59:59Z, ",
        "22:00, 07:00, Europe/Berlin, 2026-05-04T20:00:00Z, 2026-05-05T05:00:00Z",
        "22:00, 07:00, Europe/Berlin, 2026-05-05T04:59:59Z, 2026-05-05T05:00:00Z",
        "22:00, 07:00, Europe/Berlin, 2026-05-05T05:00:00Z, ",
        "22:00, 00:00, Z, 2026-05-04T23:00:00Z, 2026-05-05T00:00:00Z",
        "22:00, 00:00, Z, 2026-05-05T00:00:00Z, ",
        "00:00, 06:00, Z, 2026-05-05T00:00:00Z, 2026-05-05T06:00:00Z",
        // Within a day.
        "12:00, 14:00, Asia/Kolkata, 2026-05-04T06:29:59Z, ",
        "12:00, 14:00, Asia/Kolkata, 2026-05-04T06:30:00Z, 2026-05-04T08:30:00Z",
        "12:00, 14:00, Asia/Kolkata, 2026-05-04T08:30:00Z, ",
        // Nights with an hour less or more.
        "22:00, 07:00, Europe/Berlin, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
        "22:00, 07:00, Europe/Berlin, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
        // Ends within what the clocks skip: right behind it.
        "22:00, 02:30, Europe/Berlin, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
        "22:00, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, ",
        // Ends within the hour that comes twice: when it is over for good.
        "22:00, 02:30, Europe/Berlin, 2026-10-25T00:15:00Z, 2026-10-25T01:30:00Z",
        "22:00, 02:30, Europe/Berlin, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z",
        "22:00, 02:30, Europe/Berlin, 2026-10-25T01:30:00Z, ",
        // Begins within it: when that comes first.
        "02:30, 07:00, Europe/Berlin, 2026-10-25T00:29:59Z, ",
        "02:30, 07:00, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T06:00:00Z",
        "02:30, 07:00, Europe/Berlin, 2026-10-25T01:15:00Z, 2026-10-25T06:00:00Z",
        // Lies within what the clocks skip: does not come that day.
        "02:10, 02:50, Europe/Berlin, 2026-03-29T00:59:59Z, ",
        "02:10, 02:50, Europe/Berlin, 2026-03-29T01:00:00Z, "
    })
    void theyHoldUntilTheirEnd(LocalTime from, LocalTime until, String zone, Instant now, Instant end) {
        assertThat(new QuietHours(from, until).endAfter(now, ZoneId.of(zone))).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void theyEndAtAnotherTimeThanTheyBegin() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

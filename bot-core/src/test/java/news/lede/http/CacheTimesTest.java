package news.lede.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheTimesTest {
    private final CacheTimes times = new CacheTimes(Instant.parse("2026-05-04T08:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "max-age=600, , , , 600",
        "'public, Max-Age = \"600\"', , , , 600",
        "max-age=600, , , 100, 500",
        "max-age=600, 'Mon, 04 May 2026 09:00:00 GMT', , , 600",
        "no-cache, 'Mon, 04 May 2026 09:00:00 GMT', , , 3600",
        ", 'Mon, 04 May 2026 09:00:00 GMT', 'Mon, 04 May 2026 08:30:00 GMT', , 1800",
    })
    void freshnessComesFromMaxAgeLessAgeElseFromExpiresLessDate(
            String cacheControl, String expires, String date, String age, long seconds) {
        assertThat(times.freshFor(of(cacheControl), of(expires), of(date), of(age)))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=0, ,",
        "max-age=ten, ,",
        "s-max-age=5, ,",
        "max-age=10, , 11",
        ", 0,",
        ", 'Mon, 04 May 2026 07:00:00 GMT',"
    })
    void nonsenseAndThePastAreNoFreshness(String cacheControl, String expires, String age) {
        assertThat(times.freshFor(of(cacheControl), of(expires), Optional.empty(), of(age)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 0 ', 0",
        "'Mon, 04 May 2026 08:01:00 GMT', 60",
        "'Monday, 04-May-26 08:01:00 GMT', 60",
        "'Mon May  4 08:01:00 2026', 60"
    })
    void retryAfterIsSecondsOrADate(String value, long seconds) {
        assertThat(times.retryAfter(of(value))).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "Mon, 04 May 2026 07:59:00 GMT", "1e9"})
    void anUnreadableOrPastRetryAfterIsNone(String value) {
        assertThat(times.retryAfter(of(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"604801", "99999999999", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void anAbsurdWaitIsCutToAWeek(String value) {
        assertThat(times.retryAfter(of(value))).contains(Duration.ofDays(7));
        assertThat(times.retryAfter(of("604799"))).contains(Duration.ofSeconds(604_799));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=604801", "public, MAX-AGE = \"99999999999999999999\""})
    void anAbsurdFreshnessIsCutToAWeek(String cacheControl) {
        assertThat(times.freshFor(of(cacheControl), Optional.empty(), Optional.empty(), Optional.empty()))
                .contains(Duration.ofDays(7));
    }

    @Test
    void nothingStatedIsNothingKnown() {
        assertThat(times.retryAfter(Optional.empty())).isEmpty();
        assertThat(times.freshFor(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    private static Optional<String> of(String value) {
        return Optional.ofNullable(value);
    }
}

package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
    private static final Duration FLOOR = Duration.ofMinutes(15);
    private static final Duration CEILING = Duration.ofHours(4);
    /** Its spread is nil, so the bare intervals show. */
    private static final SourceId UNSPREAD = new SourceId(0);

    private final PollSchedule schedule = new PollSchedule(FLOOR, CEILING);

    private Duration next(PollResult result, int failures) {
        return schedule.next(UNSPREAD, result, failures).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M,, PT15M",
        "PT40M,, PT20M",
        "P10D,, PT4H",
        ",, PT1H",
        "PT40M, PT5M, PT20M",
        "PT40M, PT30M, PT30M",
        "PT40M, P30D, P1D"
    })
    void anAnsweringSourceIsAskedAtHalfItsOwnPaceButNeverBeforeFloorOrWish(
            Duration gap, Duration freshFor, Duration next) {
        assertThat(next(new Answered(Optional.ofNullable(freshFor), Optional.ofNullable(gap)), 0))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"1, PT30M", "2, PT1H", "3, PT2H", "6, PT16H", "7, P1D", "1000000, P1D"})
    void aFailingSourceIsAskedHalfAsOftenEachTimeUpToADay(int failures, Duration next) {
        assertThat(next(new Failed(), failures)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"PT2H, 1, PT2H", "PT1M, 1, PT30M", ", 2, PT1H", "P4000D, 1, P7D"})
    void aServerThatAsksToWaitIsObeyedWithinReason(Duration after, int failures, Duration next) {
        assertThat(next(new AskedToWait(Optional.ofNullable(after)), failures)).isEqualTo(next);
    }

    @Test
    void whatIsGoneIsNotAskedAgain() {
        assertThat(schedule.next(UNSPREAD, new Ended(), 0)).isEmpty();
    }

    @Test
    void aFloorAboveADayHoldsForFailuresToo() {
        PollSchedule slow = new PollSchedule(Duration.ofDays(3), Duration.ofDays(5));
        assertThat(slow.next(UNSPREAD, new Failed(), 9)).contains(Duration.ofDays(3));
    }

    @Test
    void sourcesSpreadEvenlyOverATenthOfTheIntervalAndAlwaysTheSame() {
        Answered answer = new Answered(Optional.empty(), Optional.of(Duration.ofHours(2)));
        double[] minutes = LongStream.range(0, 1_000)
                .mapToObj(id -> schedule.next(new SourceId(id), answer, 0).orElseThrow())
                .mapToDouble(d -> d.toMillis() / 60_000.0)
                .toArray();
        assertThat(Arrays.stream(minutes)).allMatch(m -> m >= 60 && m < 66);
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = 60 + tenth * 0.6;
            assertThat(Arrays.stream(minutes)
                            .filter(m -> m >= from && m < from + 0.6)
                            .count())
                    .isBetween(80L, 120L);
        }
        assertThat(schedule.next(new SourceId(7), answer, 0)).isEqualTo(schedule.next(new SourceId(7), answer, 0));
    }

    @Test
    void aScheduleWithoutAFloorIsRefused() {
        assertThatThrownBy(() -> new PollSchedule(Duration.ZERO, CEILING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollSchedule(CEILING, FLOOR)).isInstanceOf(IllegalArgumentException.class);
    }
}

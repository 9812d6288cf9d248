package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalenessTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Instant START = NOON.minus(Duration.ofDays(9));

    private static PollState state(Optional<Instant> next, int failures, Pace pace) {
        return new PollState(
                new SourceId(1),
                Known.NOTHING,
                next,
                Optional.empty(),
                Optional.empty(),
                failures,
                Optional.empty(),
                pace,
                Optional.empty(),
                "read");
    }

    private static PollState due(Instant next) {
        return state(Optional.of(next), 0, Pace.UNKNOWN);
    }

    @Test
    void aPollThatIsMoreThanAnHourLateIsOverdue() {
        assertThat(Staleness.DEFAULT.isOverdue(due(NOON.minusSeconds(3_601)), START, NOON))
                .isTrue();
        assertThat(Staleness.DEFAULT.isOverdue(due(NOON.minusSeconds(3_600)), START, NOON))
                .isFalse();
        assertThat(Staleness.DEFAULT.isOverdue(state(Optional.empty(), 0, Pace.UNKNOWN), START, NOON))
                .isFalse();
    }

    @Test
    void timeInWhichNobodyPolledDoesNotCount() {
        PollState daysAgo = due(NOON.minus(Duration.ofDays(3)));
        assertThat(Staleness.DEFAULT.isOverdue(daysAgo, NOON.minusSeconds(3_600), NOON))
                .isFalse();
        assertThat(Staleness.DEFAULT.isOverdue(daysAgo, NOON.minusSeconds(3_601), NOON))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT1H, P3D, false", "PT1H, P3DT1S, true", "P1D, P10D, false", "P1D, P10DT1S, true"})
    void silenceOfTenGapsAndThreeDaysIsQuiet(Duration gap, Duration silence, boolean quiet) {
        Pace pace = new Pace(Optional.of(NOON.minus(silence)), Optional.of(gap));
        assertThat(Staleness.isQuiet(state(Optional.of(NOON), 0, pace), NOON)).isEqualTo(quiet);
        assertThat(Staleness.isQuiet(state(Optional.of(NOON), 1, pace), NOON)).isFalse();
    }

    @Test
    void whoseUsualPaceIsUnknownIsNeverQuiet() {
        Pace pace = new Pace(Optional.of(START.minus(Duration.ofDays(900))), Optional.empty());
        assertThat(Staleness.isQuiet(state(Optional.of(NOON), 0, pace), NOON)).isFalse();
        assertThat(Staleness.isQuiet(due(NOON), NOON)).isFalse();
    }
}

package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Cause;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Pace;
import news.lede.source.SourceEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HappeningsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Answered ANSWERED = new Answered(Optional.empty());
    private static final Pace LIVELY = new Pace(Optional.of(NOON.minusSeconds(60)), Optional.of(Duration.ofHours(1)));
    private static final Pace SILENT =
            new Pace(Optional.of(NOON.minus(Duration.ofDays(8))), Optional.of(Duration.ofHours(3)));

    private static PollState state(int failures, Duration failing, boolean everAnswered, Pace pace) {
        return new PollState(
                new SourceId(1),
                Known.NOTHING,
                Optional.of(NOON.plusSeconds(900)),
                Optional.of(NOON),
                Optional.of(NOON.minusSeconds(9)).filter(_ -> everAnswered),
                failures,
                Optional.of(NOON.minus(failing)).filter(_ -> failures > 0),
                pace,
                Optional.empty(),
                "status 403");
    }

    private static PollState failing(int failures, Duration failing) {
        return state(failures, failing, true, LIVELY);
    }

    private static Optional<Kind> kind(PollState state, PollResult result) {
        return Happenings.of(Optional.empty(), state, result, NOON).map(SourceEvent::kind);
    }

    @Test
    void oneFailureIsNoNews() {
        for (Cause cause : Cause.values()) {
            assertThat(kind(failing(1, Duration.ZERO), new Failed(cause)))
                    .isEqualTo(cause == Cause.NOT_A_FEED ? Optional.of(Kind.NOT_A_FEED) : Optional.empty());
        }
        assertThat(kind(failing(1, Duration.ZERO), new AskedToWait(Optional.empty())))
                .isEmpty();
    }

    @Test
    void whoRefusesTwiceOrFromTheStartIsShut() {
        assertThat(kind(failing(2, Duration.ofHours(2)), new Failed(Cause.SHUT)))
                .contains(Kind.SHUT);
        assertThat(kind(state(1, Duration.ZERO, false, Pace.UNKNOWN), new Failed(Cause.SHUT)))
                .contains(Kind.SHUT);
        assertThat(Happenings.of(Optional.empty(), failing(2, Duration.ofHours(5)), new Failed(Cause.SHUT), NOON))
                .map(SourceEvent::detail)
                .contains("status 403, 2 failures in 5 hours");
    }

    @Test
    void whatIsMissingForWeeksOrFailedThirtyTimesIsDead() {
        assertThat(kind(failing(9, Duration.ofDays(21)), new Failed(Cause.MISSING)))
                .contains(Kind.DEAD);
        assertThat(kind(failing(9, Duration.ofDays(20)), new Failed(Cause.MISSING)))
                .isEmpty();
        assertThat(kind(failing(9, Duration.ofDays(99)), new Failed(Cause.TROUBLE)))
                .isEmpty();
        assertThat(kind(failing(30, Duration.ofDays(20)), new Failed(Cause.TROUBLE)))
                .contains(Kind.DEAD);
    }

    @Test
    void whatIsGoneOrNotTriedAnyMoreHasEnded() {
        assertThat(kind(failing(1, Duration.ZERO), new Ended())).contains(Kind.ENDED);
        PollState stopped = new PollState(
                new SourceId(1),
                Known.NOTHING,
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                56,
                Optional.of(NOON),
                Pace.UNKNOWN,
                Optional.empty(),
                "status 404");
        assertThat(kind(stopped, new Failed(Cause.MISSING))).contains(Kind.ENDED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BACK", "MOVED"})
    void whoAnswersAgainAfterAnyTroubleIsBack(Kind trouble) {
        assertThat(Happenings.of(Optional.of(trouble), state(0, Duration.ZERO, true, LIVELY), ANSWERED, NOON))
                .map(SourceEvent::kind)
                .contains(Kind.BACK);
    }

    @Test
    void whoAnsweredAllAlongIsNoNews() {
        PollState state = state(0, Duration.ZERO, true, LIVELY);
        assertThat(Happenings.of(Optional.empty(), state, ANSWERED, NOON)).isEmpty();
        assertThat(Happenings.of(Optional.of(Kind.BACK), state, ANSWERED, NOON)).isEmpty();
        assertThat(Happenings.of(Optional.of(Kind.MOVED), state, ANSWERED, NOON))
                .isEmpty();
    }

    @Test
    void whoAnswersWithoutAnythingNewIsQuietAndToldOnce() {
        PollState state = state(0, Duration.ZERO, true, SILENT);
        assertThat(Happenings.of(Optional.of(Kind.BACK), state, ANSWERED, NOON))
                .contains(new SourceEvent(
                        new SourceId(1),
                        NOON,
                        Kind.QUIET,
                        "nothing new since 2026-04-26T12:00:00Z, where 3 hours between two entries is usual"));
        assertThat(Happenings.of(Optional.of(Kind.QUIET), state, ANSWERED, NOON))
                .isEmpty();
    }

    @Test
    void theSameTroubleIsNotToldAgain() {
        assertThat(Happenings.of(
                        Optional.of(Kind.DEAD), failing(31, Duration.ofDays(30)), new Failed(Cause.TROUBLE), NOON))
                .isEmpty();
    }
}

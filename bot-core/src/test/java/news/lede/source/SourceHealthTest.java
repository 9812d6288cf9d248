package news.lede.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import news.lede.source.SourceHealth.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceHealthTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final SourceId ID = new SourceId(4);

    private static PollState polled(int failures, Optional<Instant> next) {
        return new PollState(
                ID,
                PollState.Known.NOTHING,
                next,
                Optional.of(NOON),
                Optional.of(NOON.minusSeconds(900)),
                failures,
                Optional.empty(),
                PollState.Pace.UNKNOWN,
                Optional.empty(),
                "status 503");
    }

    private static Optional<SourceEvent> event(SourceEvent.Kind kind, Instant at) {
        return Optional.of(new SourceEvent(ID, at, kind, "detail"));
    }

    private static Word word(int failures, Optional<SourceEvent> latest) {
        return SourceHealth.of(Optional.of(polled(failures, Optional.of(NOON.plusSeconds(60)))), latest)
                .word();
    }

    @Test
    void whoWasNeverAskedIsNew() {
        assertThat(SourceHealth.of(Optional.empty(), Optional.empty()).word()).isEqualTo(Word.NEW);
        SourceHealth due = SourceHealth.of(Optional.of(PollState.fresh(ID, NOON)), Optional.empty());
        assertThat(due.word()).isEqualTo(Word.NEW);
        assertThat(due.next()).contains(NOON);
        assertThat(due.lastGood()).isEmpty();
    }

    @Test
    void itTellsTheLastGoodAnswerTheNextPollAndWhatCameOfTheLast() {
        SourceHealth health =
                SourceHealth.of(Optional.of(polled(3, Optional.of(NOON.plusSeconds(60)))), Optional.empty());

        assertThat(health)
                .isEqualTo(new SourceHealth(
                        Word.FAILING,
                        Optional.of(NOON.minusSeconds(900)),
                        Optional.of(NOON.plusSeconds(60)),
                        3,
                        "status 503"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, , FINE",
        "0, BACK, FINE",
        "0, MOVED, FINE",
        "0, QUIET, QUIET",
        "0, DEAD, FINE",
        "0, SHUT, FINE",
        "1, , FAILING",
        "1, BACK, FAILING",
        "1, QUIET, FAILING",
        "1, MOVED, FAILING",
        "2, SHUT, SHUT",
        "9, DEAD, DEAD",
        "2, NOT_A_FEED, NOT_A_FEED"
    })
    void failuresAndTheLatestEventMakeTheWord(int failures, SourceEvent.Kind latest, Word word) {
        assertThat(word(failures, latest == null ? Optional.empty() : event(latest, NOON)))
                .isEqualTo(word);
    }

    @Test
    void whoIsAskedNoMoreHasEnded() {
        assertThat(SourceHealth.of(Optional.of(polled(1, Optional.empty())), event(SourceEvent.Kind.DEAD, NOON))
                        .word())
                .isEqualTo(Word.ENDED);
    }

    @Test
    void whoWasOverdueIsSoUntilItIsAsked() {
        assertThat(word(0, event(SourceEvent.Kind.OVERDUE, NOON.plusSeconds(1))))
                .isEqualTo(Word.OVERDUE);
        assertThat(word(0, event(SourceEvent.Kind.OVERDUE, NOON))).isEqualTo(Word.FINE);
    }

    @Test
    void somebodyIsNeededWhereWaitingDoesNotHelp() {
        assertThat(Word.values())
                .filteredOn(Word::needsSomebody)
                .containsExactlyInAnyOrder(Word.SHUT, Word.NOT_A_FEED, Word.DEAD, Word.ENDED, Word.OVERDUE);
    }
}

package news.lede.ingest;

import java.time.Instant;
import java.util.Optional;
import news.lede.ingest.Polled.Asked;
import news.lede.ingest.Polled.Content;
import news.lede.source.DueSource;
import news.lede.source.Happenings;
import news.lede.source.Moves;
import news.lede.source.PollResult;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Move;
import news.lede.source.PollState.Pace;
import news.lede.source.SourceEvent;

/**
 * What a poll means: the source's state from now on, what to tell of it, and the address that it has moved to when that is believed now. Pure.
 */
record Verdict(PollState state, Optional<SourceEvent> event, Optional<String> moveTo) {

    static Verdict of(Polled polled, PollSchedule schedule) {
        return switch (polled) {
            case Polled.Deferred(DueSource due, Instant until) ->
                new Verdict(due.state().dueAt(until), Optional.empty(), Optional.empty());
            case Asked asked -> of(asked, schedule);
        };
    }

    private static Verdict of(Asked asked, PollSchedule schedule) {
        PollState before = asked.due().state();
        boolean good = asked.result() instanceof PollResult.Answered;
        Optional<Move> move = good ? Moves.seen(before.move(), asked.moved(), asked.at()) : before.move();
        Optional<String> moveTo =
                move.filter(m -> good && Moves.isBelieved(m, asked.at())).map(Move::to);
        // Whatever a server gave us to ask with belongs to the address it gave it for.
        Known known = moveTo.isPresent() ? Known.NOTHING : asked.known().orElse(before.known());
        PollState state = new PollState(
                before.source(),
                known,
                Optional.empty(),
                Optional.of(asked.at()),
                before.lastSuccess(),
                good ? 0 : before.failures() + 1,
                good ? Optional.empty() : before.failingSince().or(() -> Optional.of(asked.at())),
                pace(before.pace(), asked.content().map(Content::pace)),
                moveTo.isPresent() ? Optional.empty() : move,
                asked.outcome());
        PollState planned = planned(state, schedule.next(state, asked.result(), asked.at()), good);
        return new Verdict(planned, Happenings.of(asked.due().latest(), planned, asked.result(), asked.at()), moveTo);
    }

    private static PollState planned(PollState state, Optional<Instant> next, boolean good) {
        return new PollState(
                state.source(),
                state.known(),
                next,
                state.lastPoll(),
                good ? state.lastPoll() : state.lastSuccess(),
                state.failures(),
                state.failingSince(),
                state.pace(),
                state.move(),
                state.outcome());
    }

    /** An answer with too few dated entries says nothing new about the pace. */
    private static Pace pace(Pace before, Optional<Pace> seen) {
        return seen.map(now -> new Pace(
                        now.newestEntry().or(before::newestEntry),
                        now.usualGap().or(before::usualGap),
                        now.wishes()))
                .orElse(before);
    }

    /** The same for a source that turned out to be another one: it is not polled any more. */
    Verdict endedAs(String outcome) {
        PollState ended = new PollState(
                state.source(),
                Known.NOTHING,
                Optional.empty(),
                state.lastPoll(),
                state.lastSuccess(),
                0,
                Optional.empty(),
                state.pace(),
                Optional.empty(),
                outcome);
        return new Verdict(ended, event, moveTo);
    }
}

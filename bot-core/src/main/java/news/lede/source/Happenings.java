package news.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Cause;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;
import news.lede.source.SourceEvent.Kind;

/** Tells what a poll means for whoever looks after its source. Pure; that nothing is told twice is {@link SourceEvents}' care. */
public final class Happenings {
    private static final Set<Kind> TROUBLES =
            Set.of(Kind.SHUT, Kind.DEAD, Kind.ENDED, Kind.NOT_A_FEED, Kind.OVERDUE, Kind.QUIET);
    /** One refusal may be a slip of a guard that counts requests; the first answer of all is no slip. */
    private static final int REFUSALS = 2;

    private Happenings() {}

    /**
     * What to record of a poll, if anything. {@code latest} is what was recorded last; {@code state} is what is known after the poll.
     */
    public static Optional<SourceEvent> of(Optional<Kind> latest, PollState state, PollResult result, Instant now) {
        return kind(latest, state, result, now)
                .filter(kind -> latest.filter(kind::equals).isEmpty())
                .map(kind -> new SourceEvent(state.source(), now, kind, detail(kind, state, now)));
    }

    private static Optional<Kind> kind(Optional<Kind> latest, PollState state, PollResult result, Instant now) {
        return switch (result) {
            case Answered _ -> answered(latest, state, now);
            case AskedToWait _ -> Optional.empty();
            case Ended _ -> Optional.of(Kind.ENDED);
            case Failed(Cause cause) -> failed(state, cause, now);
        };
    }

    private static Optional<Kind> answered(Optional<Kind> latest, PollState state, Instant now) {
        if (Staleness.isQuiet(state, now)) {
            return Optional.of(Kind.QUIET);
        }
        return latest.filter(TROUBLES::contains).map(_ -> Kind.BACK);
    }

    private static Optional<Kind> failed(PollState state, Cause cause, Instant now) {
        if (state.nextPoll().isEmpty()) {
            return Optional.of(Kind.ENDED);
        }
        if (PollSchedule.isDead(state, cause, now)) {
            return Optional.of(Kind.DEAD);
        }
        return switch (cause) {
            case SHUT ->
                Optional.of(Kind.SHUT)
                        .filter(_ -> state.failures() >= REFUSALS
                                || state.lastSuccess().isEmpty());
            case NOT_A_FEED -> Optional.of(Kind.NOT_A_FEED);
            case MISSING, TROUBLE -> Optional.empty();
        };
    }

    private static String detail(Kind kind, PollState state, Instant now) {
        return switch (kind) {
            case BACK -> "answers again: " + state.outcome();
            case QUIET ->
                "nothing new since "
                        + state.pace().newestEntry().map(Instant::toString).orElse("ever")
                        + ", where "
                        + state.pace().usualGap().map(Happenings::inWords).orElse("no time")
                        + " between two entries is usual";
            case DEAD, SHUT ->
                state.outcome() + ", " + state.failures() + " failures"
                        + state.failingSince()
                                .map(since -> " in " + inWords(Duration.between(since, now)))
                                .orElse("");
            case ENDED, NOT_A_FEED, MOVED, OVERDUE -> state.outcome();
        };
    }

    private static String inWords(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        return time.toHours() >= 2 ? time.toHours() + " hours" : Math.max(1, time.toMinutes()) + " minutes";
    }
}

package news.lede.source;

import java.time.Instant;
import java.util.Optional;

/**
 * How a source is doing, from what is known of polling it: in one word, when it last answered well, when it is asked next (absent: never), how often it failed in a row, and
 * what came of the last poll in our words.
 */
public record SourceHealth(
        Word word, Optional<Instant> lastGood, Optional<Instant> next, int failures, String outcome) {
    /** One word for all of it. */
    public enum Word {
        /** Was not asked yet. */
        NEW,
        /** Answers. */
        FINE,
        /** Answers, but has carried nothing new for far longer than usual. */
        QUIET,
        /** Failed the last time or the last few times. */
        FAILING,
        /** Refuses us. */
        SHUT,
        /** Answers with something else than a feed. */
        NOT_A_FEED,
        /** Has failed for so long that it counts as dead. */
        DEAD,
        /** Said that it is gone for good; it is not asked any more. */
        ENDED,
        /** Should have been asked long ago and was not. */
        OVERDUE;

        /** Whether nothing will change unless somebody looks after it. */
        public boolean needsSomebody() {
            return switch (this) {
                case NEW, FINE, QUIET, FAILING -> false;
                case SHUT, NOT_A_FEED, DEAD, ENDED, OVERDUE -> true;
            };
        }
    }

    /** {@code latest}: what happened to the source last. */
    public static SourceHealth of(Optional<PollState> state, Optional<SourceEvent> latest) {
        return state.filter(s -> s.lastPoll().isPresent() || s.nextPoll().isEmpty())
                .map(s -> new SourceHealth(word(s, latest), s.lastSuccess(), s.nextPoll(), s.failures(), s.outcome()))
                .orElseGet(() -> new SourceHealth(
                        Word.NEW, Optional.empty(), state.flatMap(PollState::nextPoll), 0, "not asked yet"));
    }

    private static Word word(PollState state, Optional<SourceEvent> latest) {
        if (state.nextPoll().isEmpty()) {
            return Word.ENDED;
        }
        if (latest.filter(e -> e.kind() == SourceEvent.Kind.OVERDUE && isAfter(e.at(), state.lastPoll()))
                .isPresent()) {
            return Word.OVERDUE;
        }
        Optional<SourceEvent.Kind> kind = latest.map(SourceEvent::kind);
        if (state.failures() == 0) {
            return kind.filter(SourceEvent.Kind.QUIET::equals).isPresent() ? Word.QUIET : Word.FINE;
        }
        return kind.map(k -> switch (k) {
                    case SHUT -> Word.SHUT;
                    case NOT_A_FEED -> Word.NOT_A_FEED;
                    case DEAD -> Word.DEAD;
                    case ENDED, BACK, MOVED, OVERDUE, QUIET -> Word.FAILING;
                })
                .orElse(Word.FAILING);
    }

    private static boolean isAfter(Instant instant, Optional<Instant> other) {
        return other.filter(o -> !o.isBefore(instant)).isEmpty();
    }
}

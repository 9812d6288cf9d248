package news.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of polling one source; survives a restart. {@code nextPoll} is absent once polling has stopped. {@code lastPoll} is when it was last asked, whatever came of it.
 * {@code failures} counts in a row, {@code failingSince} is the first of them. {@code move} is a permanent redirect that is not yet believed. {@code outcome} is the
 * last one in our words, for people who ask why.
 */
public record PollState(
        SourceId source,
        Known known,
        Optional<Instant> nextPoll,
        Optional<Instant> lastPoll,
        Optional<Instant> lastSuccess,
        int failures,
        Optional<Instant> failingSince,
        Pace pace,
        Optional<Move> move,
        String outcome) {
    /**
     * What the source itself gave us to ask "has it changed?" with, from the last answer that could be read: {@code etag} and {@code lastModified}, opaque, and the
     * {@code digest} of its body.
     */
    public record Known(Optional<String> etag, Optional<String> lastModified, Optional<String> digest) {
        public static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());

        /** Whether a server may answer "not modified" to us. */
        public boolean conditional() {
            return etag.isPresent() || lastModified.isPresent();
        }
    }

    /**
     * How the source publishes: when its newest entry was published, the time between two entries as a rule, and what it wishes. Of the last answer that could be read, since "not
     * modified" repeats nothing of it.
     */
    public record Pace(Optional<Instant> newestEntry, Optional<Duration> usualGap, Wishes wishes) {
        public static final Pace UNKNOWN = new Pace(Optional.empty(), Optional.empty());

        /** Of somebody without wishes. */
        public Pace(Optional<Instant> newestEntry, Optional<Duration> usualGap) {
            this(newestEntry, usualGap, Wishes.NONE);
        }
    }

    /** Where a permanent redirect leads, how many polls in a row have met it, and since when. */
    public record Move(String to, int sightings, Instant since) {}

    /** A source that was never asked: due at {@code due}. */
    public static PollState fresh(SourceId source, Instant due) {
        return new PollState(
                source,
                Known.NOTHING,
                Optional.of(due),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Pace.UNKNOWN,
                Optional.empty(),
                "never polled");
    }

    /** The same, to be polled at {@code due} and not earlier. */
    public PollState dueAt(Instant due) {
        return new PollState(
                source, known, Optional.of(due), lastPoll, lastSuccess, failures, failingSince, pace, move, outcome);
    }
}

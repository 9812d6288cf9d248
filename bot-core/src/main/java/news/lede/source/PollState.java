package news.lede.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of polling one source; survives a restart. {@code etag} and {@code lastModified} are from the last answer that could be read, opaque. {@code nextPoll} is absent once polling has
 * stopped. {@code failures} counts in a row. {@code outcome} is the last one in our words, for people who ask why.
 */
public record PollState(
        SourceId source,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<Instant> nextPoll,
        Optional<Instant> lastPoll,
        Optional<Instant> lastSuccess,
        int failures,
        String outcome) {
    /** A source that was never asked: due at once. */
    public static PollState fresh(SourceId source, Instant now) {
        return new PollState(
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                0,
                "never polled");
    }
}

package news.lede.source;

import java.time.Duration;
import java.util.Optional;

/** What a poll came to, as far as the schedule needs to know. */
public sealed interface PollResult {
    /** An answer that could be used. {@code freshFor}: how long the server says it stays good. */
    record Answered(Optional<Duration> freshFor) implements PollResult {}

    /** The server asked for fewer requests, stating {@code after} or not. */
    record AskedToWait(Optional<Duration> after) implements PollResult {}

    /** No usable answer. */
    record Failed(Cause cause) implements PollResult {}

    /** Gone for good: polling stops. */
    record Ended() implements PollResult {}

    /** Why there was no usable answer. */
    enum Cause {
        /** Nothing is there (404), or nobody (no such host). */
        MISSING,
        /** It does not want us, or wants a key (401, 403). */
        SHUT,
        /** Something else is there, such as a page. */
        NOT_A_FEED,
        /** Anything else: it may pass. */
        TROUBLE
    }
}

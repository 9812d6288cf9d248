package news.lede.source;

import java.time.Duration;
import java.util.Optional;

/** What a poll came to, as far as the schedule needs to know. */
public sealed interface PollResult {
    /** An answer that could be used. {@code freshFor}: the server's wish; {@code medianGap}: between the entries it carries. */
    record Answered(Optional<Duration> freshFor, Optional<Duration> medianGap) implements PollResult {}

    /** The server asked for fewer requests, stating {@code after} or not. */
    record AskedToWait(Optional<Duration> after) implements PollResult {}

    /** No usable answer. */
    record Failed() implements PollResult {}

    /** Gone for good: polling stops. */
    record Ended() implements PollResult {}
}

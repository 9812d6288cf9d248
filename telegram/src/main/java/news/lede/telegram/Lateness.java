package news.lede.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/**
 * Knows what is too old to answer, and whether a conversation has been told that we were away. An answer long after the question surprises more than it helps. Thread-safe.
 */
final class Lateness {
    /** Whoever wrote several times while we were away is told once. */
    private static final Duration TOLD_ONCE_IN = Duration.ofMinutes(10);

    private final Duration patience;
    private final Cache<ConversationQueue.Key, Boolean> told = Caffeine.newBuilder()
            .expireAfterWrite(TOLD_ONCE_IN)
            .maximumSize(100_000)
            .build();

    Lateness(Pace pace) {
        this.patience = pace.patience();
    }

    /** Whether what happened at {@code at} is too old to answer at {@code now}, by the same clock. */
    boolean isLate(Instant at, Instant now) {
        return at.plus(patience).isBefore(now);
    }

    /** Whether the conversation is to be told, which it is by whoever asks first. */
    boolean isToBeTold(Venue venue) {
        ConversationQueue.Key key =
                new ConversationQueue.Key(venue.chat(), venue.thread().orElse(0));
        return told.asMap().putIfAbsent(key, true) == null;
    }
}

package news.lede.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells floods of one chat from those of the whole account. The service answers both alike; but what several chats are told within a moment is about none of them. Thread-safe.
 */
final class Floods {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int SEVERAL = 3;

    private final InstantSource clock;
    private final Map<Long, Instant> told = new HashMap<>();

    Floods(InstantSource clock) {
        this.clock = clock;
    }

    /** A chat was told to wait; whether that is about the account. */
    synchronized boolean isOfAccount(long chat) {
        Instant now = clock.instant();
        told.values().removeIf(at -> at.plus(MOMENT).isBefore(now));
        told.put(chat, now);
        return told.size() >= SEVERAL;
    }
}

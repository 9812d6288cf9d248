package news.lede.alert;

import java.time.Duration;
import java.time.Instant;

/** When something is tried again, and when not any more. */
final class Resending {
    /** With the pauses between them, about a day. */
    static final int MOST_ATTEMPTS = 100;
    /** An answer that is lost may only be late. */
    static final Duration LOST = Duration.ofSeconds(30);

    /**
     * For so long after an attempt Discord is sure to know its nonce: it remembers for some minutes; what the message itself takes to get there is left out.
     */
    static final Duration NONCE = Duration.ofSeconds(110);

    /** How far the clock that planned may have been ahead of the platform's, as one is that was set to the wrong zone. Reading back for longer costs requests in a crowded place alone. */
    static final Duration CLOCKS = Duration.ofHours(8);

    static final Duration ACCOUNT = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_LOST = Duration.ofMinutes(10);

    private Resending() {}

    static boolean isStale(Delivery delivery, Instant now) {
        return delivery.due()
                .filter(due -> due.plus(Suspensions.STALE).isBefore(now))
                .isPresent();
    }

    /** After so many attempts, the last of which was not taken: what the platform asks for, or longer each time. */
    static Duration afterRefusal(int attempts, Duration asked) {
        Duration ours = doubled(Duration.ofSeconds(1), attempts - 1, LONGEST);
        return asked.compareTo(ours) > 0 ? asked : ours;
    }

    /** After so many lost answers. */
    static Duration afterLoss(int doubts) {
        return doubled(LOST, doubts - 1, LONGEST_LOST);
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.clamp(times, 0, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

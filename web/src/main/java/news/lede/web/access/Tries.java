package news.lede.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** Judges tries to show a secret, whoever makes them: after too many wrong ones all are refused for a while, so that nobody can go through a dictionary. Thread-safe; those that come together are judged one after the other. */
final class Tries {
    private final int most;
    private final Duration within;
    private final InstantSource clock;
    private final Deque<Instant> wrong = new ArrayDeque<>();

    Tries(int most, Duration within, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
    }

    /** What a try was. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Nobody looked. */
        TOO_MANY
    }

    synchronized Verdict judge(BooleanSupplier right) {
        Instant now = clock.instant();
        // A clock that was set back must not lock anybody out for longer.
        wrong.removeIf(at -> at.isBefore(now.minus(within)) || at.isAfter(now));
        if (wrong.size() >= most) {
            return Verdict.TOO_MANY;
        }
        if (right.getAsBoolean()) {
            return Verdict.RIGHT;
        }
        wrong.addLast(now);
        return Verdict.WRONG;
    }
}

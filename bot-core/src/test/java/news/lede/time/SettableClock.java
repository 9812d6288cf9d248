package news.lede.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    /** Starts at an instant written as ISO 8601, such as {@code 2026-05-04T08:00:00Z}. */
    public SettableClock(String start) {
        this(Instant.parse(start));
    }

    public SettableClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}

package news.lede.lease;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is known of a lease that we hold. Between two renewals it is sure for a while, by a clock that goes on when the process is paused; then, for whoever wakes up late, it is not. Thread-safe.
 */
public final class Tenure {
    /** Whoever dies, or is paused, is replaced after this at the latest. */
    public static final Duration SPAN = Duration.ofSeconds(8);

    /** Between what we dare and what others may: what left at the last moment has arrived before they begin. */
    static final Duration MARGIN = Duration.ofSeconds(2);

    /** Two may fail before anything rests. */
    public static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(2);

    private final Lease lease;
    private final LongSupplier nanos;
    private volatile long sureUntil;
    private volatile boolean lost;

    /** @param asked when the lease was asked for, by {@code nanos} */
    Tenure(Lease lease, long asked, LongSupplier nanos) {
        this.lease = lease;
        this.nanos = nanos;
        renewed(asked);
    }

    public Lease lease() {
        return lease;
    }

    /** Whether nobody else can have it yet. To be asked right before what cannot be taken back. */
    public boolean isSure() {
        return !lost && sureUntil - nanos.getAsLong() > 0;
    }

    /** It was given again, when asked for at {@code asked}. */
    void renewed(long asked) {
        sureUntil = asked + SPAN.minus(MARGIN).toNanos();
    }

    void lose() {
        lost = true;
    }

    /** Whether somebody else has it, or we let it go. */
    public boolean isLost() {
        return lost;
    }
}

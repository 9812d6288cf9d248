package news.lede.lease;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that one of several processes does at a time, here when it is our turn: takes the lease when nobody has it, begins, and ends when it is lost. It has no threads of its own: {@link #look} and
 * {@link #renew} are called again and again, each by one thread, since beginning and ending take their time and renewing must not wait for them.
 */
public final class Duty {
    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        /** Begins; what is returned ends it, and may take its time. Called under the lease, which threads begun here inherit. */
        AutoCloseable begin(Tenure tenure);
    }

    private final Leases leases;
    private final String name;
    private final String holder;
    private final Work work;
    private final LongSupplier nanos;
    private volatile @Nullable Tenure tenure;
    private @Nullable AutoCloseable begun;
    /** Whether the store did not answer when we last asked, and when that was. */
    private boolean away;

    private long lastAway;

    /**
     * @param holder names this process, another one after each start
     * @param nanos a clock that only goes on, also while the process is paused
     */
    public Duty(Leases leases, String name, String holder, Work work, LongSupplier nanos) {
        this.leases = leases;
        this.name = name;
        this.holder = holder;
        this.work = work;
        this.nanos = nanos;
    }

    public String name() {
        return name;
    }

    /** Whether it is ours, as far as we know. */
    public boolean isHeld() {
        return tenure != null;
    }

    /** Whether it was ours and is another's by now, and has not ended here. */
    public boolean isLost() {
        Tenure held = tenure;
        return held != null && held.isLost();
    }

    /** Begins when it is our turn, ends when it no longer is. */
    public void look() {
        if (tenure == null) {
            take();
        } else {
            settle();
        }
    }

    /** Ends it when it is no longer ours; begins nothing. */
    public void settle() {
        Tenure held = tenure;
        if (held != null && held.isLost()) {
            LOG.warn(
                    "lease lost, ending what was done under it name={} token={}",
                    name,
                    held.lease().token());
            end(held);
        }
    }

    private void take() {
        long asked = nanos.getAsLong();
        if (away && asked - lastAway < Tenure.SPAN.toNanos()) {
            return;
        }
        Optional<Lease> taken = taken();
        if (taken.isEmpty()) {
            return;
        }
        Tenure ours = new Tenure(taken.get(), asked, nanos);
        LOG.info("lease taken name={} token={}", name, ours.lease().token());
        tenure = ours;
        try {
            leases.under(ours.lease(), () -> begun = work.begin(ours));
        } catch (Throwable e) {
            // Errors too: a lease that is renewed and that nobody works under keeps the work from everybody.
            try {
                LOG.error("what the lease is for did not begin name={}", name, e);
            } finally {
                end(ours);
            }
        }
    }

    /** When the store comes back, every lease has run out: whoever had it keeps it if others leave it the time to say so. */
    private Optional<Lease> taken() {
        try {
            Optional<Lease> taken = leases.take(name, holder, Tenure.SPAN);
            away = false;
            return taken;
        } catch (RuntimeException e) {
            away = true;
            lastAway = nanos.getAsLong();
            throw e;
        }
    }

    /** Keeps the lease, if it is ours. What cannot be asked is not sure after a while, and may become so again. */
    public void renew() {
        Tenure held = tenure;
        if (held == null || held.isLost()) {
            return;
        }
        long asked = nanos.getAsLong();
        if (leases.renew(held.lease(), Tenure.SPAN)) {
            held.renewed(asked);
        } else {
            held.lose();
        }
    }

    /** Ends it if it is ours, and lets others begin. */
    public void end() {
        Tenure held = tenure;
        if (held != null) {
            end(held);
        }
    }

    private void end(Tenure held) {
        AutoCloseable ending = begun;
        begun = null;
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (Throwable e) {
            LOG.error("what was done under a lease did not end well name={}", name, e);
        } finally {
            held.lose();
            tenure = null;
        }
        leases.release(held.lease());
    }
}

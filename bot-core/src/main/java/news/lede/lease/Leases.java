package news.lede.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who of several processes on one store does what. Spans are measured by the store's own clock, so that those of the processes need not agree. Thread-safe.
 */
public interface Leases {
    /**
     * Takes what nobody has, or what its holder let run out. Empty while somebody has it, be it {@code holder} itself: nobody holds twice. Whatever was written under an earlier lease of the name is
     * kept by then, or never will be.
     */
    Optional<Lease> take(String name, String holder, Duration span);

    /** Keeps a lease for {@code span} from now on; false when it is lost. One that ran out and that nobody has taken is kept. Waits for nobody who writes. */
    boolean renew(Lease lease, Duration span);

    /** Lets go of a lease; does nothing when it is lost. */
    void release(Lease lease);

    /** Every lease that is held at the moment, by name. */
    List<Lease> held();

    /**
     * Runs {@code work} so that whatever it changes in the store is kept only while {@code lease} is held; else each change fails by {@link LeaseLost}, and leaves nothing. The same holds for threads
     * that are begun within: whoever begins a part of the program has all of it under the lease.
     */
    void under(Lease lease, Runnable work);
}

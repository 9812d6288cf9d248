package news.lede.lease;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says that this process lives, by a lease of its own, so that work can be shared evenly among all that do. Thread-safe. */
public final class Presence {
    private static final String PREFIX = "process-";
    /** As many as ever live at a time, many times over. */
    private static final int PLACES = 1_000;

    private final Leases leases;
    private final String holder;
    private volatile @Nullable Lease ours;
    private boolean ended;

    /** @param holder names this process */
    public Presence(Leases leases, String holder) {
        this.leases = leases;
        this.holder = holder;
    }

    /** Begins to say it, unless it is said; to be called again and again. */
    public synchronized void look() {
        if (ended || ours != null) {
            return;
        }
        Set<String> taken = leases.held().stream().map(Lease::name).collect(Collectors.toSet());
        // Names are used again, so that rows are as many as processes ever lived at a time.
        ours = IntStream.range(0, PLACES)
                .mapToObj(place -> PREFIX + place)
                .filter(name -> !taken.contains(name))
                .map(name -> leases.take(name, holder, Tenure.SPAN))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Says it for another while; to be called every {@link Tenure#BETWEEN_RENEWALS}. Waits for nobody who writes. */
    public void renew() {
        Lease held = ours;
        if (held != null && !leases.renew(held, Tenure.SPAN)) {
            forget(held);
        }
    }

    private synchronized void forget(Lease lost) {
        if (lost.equals(ours)) {
            ours = null;
        }
    }

    /** It does not any more. */
    public synchronized void end() {
        ended = true;
        Lease held = ours;
        ours = null;
        if (held != null) {
            leases.release(held);
        }
    }

    /** Who lives, of those that have leases at the moment. */
    static Set<String> living(Collection<Lease> held) {
        return held.stream()
                .filter(lease -> lease.name().startsWith(PREFIX))
                .map(Lease::holder)
                .collect(Collectors.toSet());
    }
}

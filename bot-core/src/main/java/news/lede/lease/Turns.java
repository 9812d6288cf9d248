package news.lede.lease;

import java.time.Duration;
import java.util.Optional;

/**
 * Turns at something that one of all processes does at a time, with a rest after each, by the store's clock. There may be several lanes of it, which do not mind each other. Whoever dies within
 * its turn keeps the others waiting for {@link Tenure#SPAN}. Thread-safe.
 */
public final class Turns {
    private final Leases leases;
    private final String name;
    private final String holder;
    private final Duration rest;

    /**
     * @param holder names this process
     * @param rest from the end of one turn to the next
     */
    public Turns(Leases leases, String name, String holder, Duration rest) {
        this.leases = leases;
        this.name = name;
        this.holder = holder;
        this.rest = rest;
    }

    /** It is our turn, if it is nobody else's. */
    public Optional<Turn> take(int lane) {
        return leases.take(name + "-" + lane, holder, Tenure.SPAN).map(Turn::new);
    }

    /** What has been begun. */
    public final class Turn {
        private final Lease lease;

        private Turn(Lease lease) {
            this.lease = lease;
        }

        /** It takes longer; to be called every {@link Tenure#BETWEEN_RENEWALS}. False when somebody else may have had a turn meanwhile. */
        public boolean keep() {
            return leases.renew(lease, Tenure.SPAN);
        }

        /** It is over, and the rest begins. */
        public void end() {
            leases.renew(lease, rest);
        }
    }
}

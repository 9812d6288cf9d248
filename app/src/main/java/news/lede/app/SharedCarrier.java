package news.lede.app;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.hub.Carrier;
import news.lede.lease.Lease;
import news.lede.source.PollSchedule;
import news.lede.source.SourceId;
import news.lede.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Takes on what hubs bring to one of several processes. The one that takes in news takes it as it is; for any other it is a hint, after which the source is polled as soon as it may be. Thread-safe.
 */
final class SharedCarrier implements Carrier {
    /** @param lease under which it is taken in */
    private record Ours(Carrier carrier, Lease lease) {}

    private final Store store;
    private final PollSchedule schedule;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Ours> ours = new AtomicReference<>();

    SharedCarrier(Store store, PollSchedule schedule, InstantSource clock) {
        this.store = store;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** From now on we take in news ourselves. */
    void carryBy(Carrier carrier, Lease lease) {
        ours.set(new Ours(carrier, lease));
    }

    /** Somebody else does. */
    void carryNoMore() {
        ours.set(null);
    }

    @Override
    public boolean bring(SourceId source, URI topic, byte[] body, Optional<String> charset)
            throws InterruptedException {
        Ours now = ours.get();
        if (now == null) {
            return false;
        }
        boolean[] whole = new boolean[1];
        store.leases().under(now.lease(), () -> {
            try {
                whole[0] = now.carrier().bring(source, topic, body, charset);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while taking in what a hub brought");
        }
        return whole[0];
    }

    /** Whoever takes in news looks every few seconds what is due. */
    @Override
    public Optional<Instant> pollSoon(SourceId source) {
        Ours now = ours.get();
        return now != null
                ? now.carrier().pollSoon(source)
                : store.transactor()
                        .inTransaction(() -> store.pollStates().find(source).map(state -> {
                            Instant due = schedule.soonest(state, clock.instant());
                            store.pollStates().save(state.dueAt(due));
                            return due;
                        }));
    }
}

package news.lede.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.app.watch.ClockWatch;
import news.lede.app.watch.Loop;
import news.lede.app.watch.Watchdog;
import news.lede.app.watch.Watched;
import news.lede.upkeep.Upkeep;
import news.lede.web.health.Part;
import news.lede.web.health.Part.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the parts of a running Lede: what has come to a stand begins anew, and what was written by a clock that was set back is set right. Says how the parts are; before it looks after any, nothing is said. Thread-safe.
 */
final class Supervision implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Upkeep upkeep;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ClockWatch time;
    private final Loop loop = new Loop("watchdog", this::look);
    private final Map<String, Supplier<Optional<String>>> troubles = new LinkedHashMap<>();
    private volatile Watchdog dog;
    private Runnable woken = () -> {};
    private boolean setBack;

    /** {@code nanos}: a clock that only ever goes on. */
    Supervision(Upkeep upkeep, InstantSource clock, LongSupplier nanos) {
        this.upkeep = upkeep;
        this.clock = clock;
        this.nanos = nanos;
        this.time = new ClockWatch(clock, nanos);
        this.dog = new Watchdog(List.of(), nanos);
    }

    /** Begins to look after these, which have started. */
    void lookAfter(Platforms platforms, Telling telling, PollLoop polling, Housekeeping housekeeping) {
        List<Watched> watched = Stream.of(
                        platforms.watched(), telling.watched(), polling.watched(), housekeeping.watched())
                .flatMap(List::stream)
                .toList();
        synchronized (this) {
            dog = new Watchdog(watched, nanos);
            troubles.put("news", polling::trouble);
            troubles.put("messages", telling::trouble);
            troubles.put("upkeep", housekeeping::trouble);
            woken = polling::wake;
        }
        loop.start();
    }

    private Duration look() {
        dog.look();
        Duration moved = time.moved();
        if (!moved.isZero()) {
            LOG.warn("clock was set by={}", moved);
        }
        setBack |= moved.isNegative();
        if (setBack) {
            // Kept in mind until the store has taken it.
            LOG.warn("times of a clock that was ahead set right rows={}", upkeep.setClocksRight(clock.instant()));
            setBack = false;
            woken();
        }
        return BETWEEN_LOOKS;
    }

    private synchronized void woken() {
        woken.run();
    }

    /** How the parts are that are no platforms. */
    synchronized List<Part> parts() {
        return troubles.entrySet().stream()
                .map(part -> part.getValue()
                        .get()
                        .map(trouble -> new Part(part.getKey(), State.WAITING, trouble))
                        .orElseGet(() -> new Part(part.getKey(), State.READY, "")))
                .toList();
    }

    /** How the watchdog found them. */
    List<Watchdog.Finding> findings() {
        return dog.findings();
    }

    /** Parts that nothing but a new process brings back. */
    List<String> lost() {
        return dog.lost();
    }

    @Override
    public void close() {
        loop.close();
    }
}

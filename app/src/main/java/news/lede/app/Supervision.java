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
    static final String NEWS = "news";
    static final String MESSAGES = "messages";
    private static final String UPKEEP = "upkeep";

    private final Upkeep upkeep;
    private final InstantSource clock;
    private final ClockWatch time;
    private final Loop loop = new Loop("watchdog", this::look);
    private final Map<String, Supplier<Optional<String>>> troubles = new LinkedHashMap<>();
    private final Watchdog dog;
    private volatile Runnable woken = () -> {};
    private boolean setBack;

    /** {@code nanos}: a clock that only ever goes on. */
    Supervision(Upkeep upkeep, InstantSource clock, LongSupplier nanos) {
        this.upkeep = upkeep;
        this.clock = clock;
        this.time = new ClockWatch(clock, nanos);
        this.dog = new Watchdog(List.of(), nanos);
    }

    /** Looks after the parts of the only process on a store. */
    synchronized void lookAfter(Platforms platforms, Telling telling, PollLoop polling, Housekeeping housekeeping) {
        dog.add(Stream.of(platforms.watched(), telling.watched(), polling.watched(), housekeeping.watched())
                .flatMap(List::stream)
                .toList());
        troubles.put(NEWS, polling::trouble);
        troubles.put(MESSAGES, telling::trouble);
        troubles.put(UPKEEP, housekeeping::trouble);
        woken = polling::wake;
        loop.start();
    }

    /** Looks after what each of several processes on a store does; what they share out is added as it comes. */
    synchronized void lookAfter(Housekeeping housekeeping) {
        dog.add(housekeeping.watched());
        troubles.put(UPKEEP, housekeeping::trouble);
        loop.start();
    }

    /** Looks after these too, until what is returned is run. {@code name}: of the part whose trouble is told. */
    synchronized Runnable lookAfter(String name, List<Watched> watched, Supplier<Optional<String>> trouble) {
        dog.add(watched);
        troubles.put(name, trouble);
        return () -> leave(name, watched, trouble);
    }

    private synchronized void leave(String name, List<Watched> watched, Supplier<Optional<String>> trouble) {
        dog.remove(watched);
        troubles.remove(name, trouble);
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
            woken.run();
        }
        return BETWEEN_LOOKS;
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

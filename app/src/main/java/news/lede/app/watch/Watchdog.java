package news.lede.app.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices parts that have come to a stand, restarts those parts and says so. Where that has not helped three times in a row it gives the part up: then only a new process helps, and {@link #lost} says so to
 * whoever supervises this one. {@link #look} is one look, for whoever keeps the time; thread-safe.
 */
public final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int TRIES = 3;
    /** What is at work may be slow: it is left alone for longer. */
    private static final int PATIENCE_WITH_WORK = 3;
    /** Between two looks more does not pass unless the whole process stood still, and then nobody gave signs. */
    private static final Duration STOOD_STILL = Duration.ofMinutes(1);

    private final List<Part> parts = new ArrayList<>();
    private final LongSupplier nanos;
    private long lastLook;

    /** {@code nanos}: a clock that only ever goes on. */
    public Watchdog(List<Watched> watched, LongSupplier nanos) {
        this.nanos = nanos;
        this.lastLook = nanos.getAsLong();
        add(watched);
    }

    /** Looks after these too from now on. */
    public synchronized void add(List<Watched> watched) {
        watched.stream().map(Part::new).forEach(parts::add);
    }

    /** Looks after these no more: they have ended. */
    public synchronized void remove(List<Watched> watched) {
        parts.removeIf(part -> watched.contains(part.watched));
    }

    /** How a part was found at the last look. {@code silent}: since when it has given no sign. {@code restarts}: since the beginning. */
    public record Finding(String name, Duration silent, int restarts, boolean lost) {}

    /** One look at all. */
    public synchronized void look() {
        long now = nanos.getAsLong();
        boolean stoodStill = now - lastLook > STOOD_STILL.toNanos();
        lastLook = now;
        for (Part part : parts) {
            if (stoodStill) {
                part.heard = now;
            }
            part.look(now);
        }
    }

    public synchronized List<Finding> findings() {
        return parts.stream().map(Part::finding).toList();
    }

    /** Names of parts that no restart has brought back. */
    public synchronized List<String> lost() {
        return parts.stream()
                .filter(part -> part.tries > TRIES)
                .map(part -> part.watched.name())
                .toList();
    }

    private final class Part {
        private final Watched watched;
        private long signs;
        private long heard;
        private int restarts;
        /** Restarts since the last sign. */
        private int tries;

        Part(Watched watched) {
            this.watched = watched;
            this.signs = watched.signs().getAsLong();
            this.heard = nanos.getAsLong();
        }

        Finding finding() {
            return new Finding(watched.name(), silence(nanos.getAsLong()), restarts, tries > TRIES);
        }

        private Duration silence(long now) {
            return Duration.ofNanos(now - heard);
        }

        void look(long now) {
            long sign = watched.signs().getAsLong();
            if (sign != signs) {
                if (tries > 0) {
                    LOG.warn("part lives again part={} restarts={}", watched.name(), restarts);
                }
                signs = sign;
                heard = now;
                tries = 0;
                return;
            }
            Duration limit = watched.waits().getAsBoolean()
                    ? watched.limit()
                    : watched.limit().multipliedBy(PATIENCE_WITH_WORK);
            if (tries <= TRIES && silence(now).compareTo(limit) > 0) {
                stuck(now);
            }
        }

        private void stuck(long now) {
            tries++;
            if (tries > TRIES) {
                LOG.error("part lost part={} restarts={} remedy=\"restart the process\"", watched.name(), restarts);
                return;
            }
            LOG.error("part stuck, restarting it part={} silent={}", watched.name(), silence(now));
            heard = now;
            restarts++;
            try {
                watched.restart().run();
            } catch (RuntimeException e) {
                LOG.error("part not restarted part={}", watched.name(), e);
            }
        }
    }
}

package news.lede.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service at the other end takes of what not every one does: a Bot API server may be older than we are. What it refused is not tried again for a day. Thread-safe.
 */
final class Powers {
    private static final Logger LOG = LoggerFactory.getLogger(Powers.class);
    private static final Duration REST = Duration.ofDays(1);

    enum Power {
        /** Rich messages. */
        RICH,
        /** Times that each reader sees in their own zone. */
        TIMES,
        /** Messages that are being written. */
        DRAFTS
    }

    private final Set<Power> unwanted;
    private final InstantSource clock;
    private final Map<Power, Instant> resting = new ConcurrentHashMap<>();

    /** {@code unwanted} are never used. */
    Powers(Set<Power> unwanted, InstantSource clock) {
        this.unwanted = Set.copyOf(unwanted);
        this.clock = clock;
    }

    boolean has(Power power) {
        Instant until = resting.get(power);
        return !unwanted.contains(power) && (until == null || !clock.instant().isBefore(until));
    }

    void refused(Power power, String reason) {
        resting.put(power, clock.instant().plus(REST));
        LOG.info("telegram does without power={} for={} reason=\"{}\"", power, REST, reason);
    }
}

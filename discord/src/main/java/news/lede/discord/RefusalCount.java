package news.lede.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts answers 401, 403, 404 and 429 to all requests of this process. Discord shuts an address out after 10,000 of them within ten minutes. So at {@value #MOST} nothing is told unasked, and at
 * {@value #MOST_ANSWERING} nobody is answered either, until enough of them are past. Thread-safe.
 */
final class RefusalCount {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalCount.class);
    /** Half of what Discord bears: others may use this address. */
    static final int MOST = 5000;

    static final int MOST_ANSWERING = 8000;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Deque<Instant> refusals = new ArrayDeque<>();
    private boolean holding;

    RefusalCount(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether an answer with this status counts. */
    static boolean counts(int status) {
        return status == 401 || status == 403 || status == 404 || status == 429;
    }

    synchronized void add() {
        forget();
        refusals.add(clock.instant());
    }

    /** How long nothing may be told unasked; empty when something may. */
    synchronized Optional<Duration> pause() {
        Optional<Duration> pause = pause(MOST);
        if (pause.isPresent() != holding) {
            holding = pause.isPresent();
            if (holding) {
                LOG.warn(
                        "discord refused too much, holding back refusals={} window={} rest={} remedy=\"look for channels that are gone and a token that changed\"",
                        refusals.size(),
                        WINDOW,
                        pause.get());
            } else {
                LOG.info("discord is asked again refusals={} window={}", refusals.size(), WINDOW);
            }
        }
        return pause;
    }

    /** How long nobody may be answered; empty when people may. */
    synchronized Optional<Duration> pauseAnswering() {
        return pause(MOST_ANSWERING);
    }

    private Optional<Duration> pause(int most) {
        forget();
        if (refusals.size() < most) {
            return Optional.empty();
        }
        Instant mended = refusals.stream()
                .skip((long) refusals.size() - most)
                .findFirst()
                .orElseThrow()
                .plus(WINDOW);
        return Optional.of(Duration.between(clock.instant(), mended));
    }

    private void forget() {
        Instant past = clock.instant().minus(WINDOW);
        while (!refusals.isEmpty() && !refusals.getFirst().isAfter(past)) {
            refusals.removeFirst();
        }
    }
}

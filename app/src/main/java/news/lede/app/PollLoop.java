package news.lede.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.lede.ingest.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls what is due, over and over, on a thread of its own, and makes what came in ready to be asked for. A failure ends a round, never the loop. */
final class PollLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
    /** Looking what is due costs one indexed query. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final Lede lede;
    private final Poller poller;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("poll-loop").daemon().factory());

    PollLoop(Lede lede, Poller poller) {
        this.lede = lede;
        this.poller = poller;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::round, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One round now, on the caller's thread; before {@link #start} only. */
    int once() {
        Poller.Round round = poller.pollDue();
        if (round.added() > 0) {
            lede.prepare(List.of(), (_, _) -> {});
        }
        return round.added();
    }

    private void round() {
        try {
            once();
        } catch (RuntimeException e) {
            LOG.error("poll round failed", e);
        }
    }

    /** Lets the round under way end, so that what it stores is whole. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        poller.close();
    }
}

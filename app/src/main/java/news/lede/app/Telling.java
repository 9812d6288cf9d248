package news.lede.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import news.lede.alert.Planner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps telling: what is announced is planned on a thread of its own, and sent on each platform by another. Stopped, it plans nothing more and waits until what was begun is written down. A failure ends one
 * turn, never the loop.
 */
final class Telling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    /** Digests fall due by the clock, and nobody announces them. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final Planner planner;
    private final BooleanSupplier others;
    private final Senders senders;
    private final ReentrantLock news = new ReentrantLock();
    private final Semaphore announced = new Semaphore(0);
    private final Thread planning = Thread.ofPlatform().name("planner").daemon().unstarted(this::planOnAndOn);
    private volatile boolean closed;

    Telling(Lede lede, List<Platforms.Outlet> outlets) {
        this(lede, outlets, () -> false);
    }

    /** @param others whether somebody else plans in the same store: then nothing is planned here, only sent */
    Telling(Lede lede, List<Platforms.Outlet> outlets, BooleanSupplier others) {
        this.planner = lede.telling().planner();
        this.senders = new Senders(lede, outlets);
        this.others = others;
    }

    void start() {
        planning.start();
        senders.start();
    }

    /** Whoever takes in news holds this until topics have read it: what is matched before is matched by its words alone. */
    ReentrantLock news() {
        return news;
    }

    /** There may be something to plan. */
    void announced() {
        announced.release();
    }

    private void planOnAndOn() {
        while (!closed) {
            try {
                if (!others.getAsBoolean() && plan()) {
                    senders.wake();
                } else if (announced.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    announced.drainPermits();
                }
            } catch (InterruptedException e) {
                return; // closed
            } catch (RuntimeException e) {
                LOG.error("planning failed; trying again", e);
            }
        }
    }

    /** One step; whether it did something. */
    private boolean plan() {
        news.lock();
        try {
            return planner.step();
        } finally {
            news.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        planning.interrupt();
        try {
            if (planning.isAlive()) {
                planning.join(TO_FINISH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.close();
    }
}

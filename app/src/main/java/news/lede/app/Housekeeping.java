package news.lede.app;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.lede.belongings.Erasures;
import news.lede.store.Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to what nobody waits for: takes what was erased off the disk, and deletes old backups. A failure ends one turn, never the loop. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    /** {@code /privacy} says a day. */
    private static final Duration BETWEEN_TURNS = Duration.ofHours(1);

    private final Erasures erasures;
    private final Backups backups;
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("housekeeping").daemon().unstarted(this::turnOnAndOn);

    Housekeeping(Erasures erasures, Backups backups) {
        this.erasures = erasures;
        this.backups = backups;
    }

    void start() {
        thread.start();
    }

    private void turnOnAndOn() {
        try {
            do {
                turn();
            } while (!stop.tryAcquire(BETWEEN_TURNS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void turn() {
        try {
            if (!erasures.scrub()) {
                LOG.info("what was erased is still on the disk, trying again next={}", BETWEEN_TURNS);
            }
            int gone = backups.deleteOld().size();
            if (gone > 0) {
                LOG.info("old backups deleted count={}", gone);
            }
        } catch (RuntimeException e) {
            LOG.error("housekeeping failed; trying again next={}", BETWEEN_TURNS, e);
        }
    }

    /** Waits for the turn that was begun: the store is closed next. */
    @Override
    public void close() {
        stop.release();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

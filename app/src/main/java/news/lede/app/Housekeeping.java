package news.lede.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.lede.app.watch.Loop;
import news.lede.app.watch.Watched;
import news.lede.belongings.Erasures;
import news.lede.store.Backups;
import news.lede.upkeep.Retention;
import news.lede.upkeep.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to what nobody waits for: sets right what a wrong clock wrote, takes what was erased off the disk, deletes old backups, lets go of news whose time is over. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    /** {@code /privacy} says a day. */
    private static final Duration BETWEEN_TURNS = Duration.ofHours(1);
    /** Who has just started has more urgent things to do. */
    private static final Duration AFTER_START = Duration.ofMinutes(10);

    private static final Duration BETWEEN_RUNS = Duration.ofDays(1);
    /** Years of texts may have to go at the first run, a portion at a time. */
    private static final Duration LONGEST_TURN = Duration.ofHours(12);

    private final Erasures erasures;
    private final Backups backups;
    private final Upkeep upkeep;
    private final Retention retention;
    private final InstantSource clock;
    private final Loop loop = new Loop("housekeeping", this::turn);
    private boolean begun;
    private Instant nextRun = Instant.MIN;

    Housekeeping(Erasures erasures, Backups backups, Upkeep upkeep, Retention retention, InstantSource clock) {
        this.erasures = erasures;
        this.backups = backups;
        this.upkeep = upkeep;
        this.retention = retention;
        this.clock = clock;
    }

    void start() {
        loop.start();
    }

    List<Watched> watched() {
        return List.of(Watched.of(loop, LONGEST_TURN));
    }

    /** What keeps it from its work at present, if anything. */
    Optional<String> trouble() {
        return loop.trouble();
    }

    Duration turn() throws InterruptedException {
        if (!begun) {
            begin();
            begun = true;
            return AFTER_START;
        }
        sweep();
        return BETWEEN_TURNS;
    }

    /** A clock may have been set while nobody ran. */
    private void begin() {
        int set = upkeep.setClocksRight(clock.instant());
        if (set > 0) {
            LOG.warn("times of a clock that was ahead set right rows={}", set);
        }
        if (!erasures.scrub()) {
            LOG.info("what was erased is still on the disk, trying again next={}", AFTER_START);
        }
    }

    private void sweep() throws InterruptedException {
        if (!erasures.scrub()) {
            LOG.info("what was erased is still on the disk, trying again next={}", BETWEEN_TURNS);
        }
        int gone = backups.deleteOld().size();
        if (gone > 0) {
            LOG.info("old backups deleted count={}", gone);
        }
        Instant now = clock.instant();
        if (!now.isBefore(nextRun) || nextRun.isAfter(now.plus(BETWEEN_RUNS))) {
            letGo();
            nextRun = now.plus(BETWEEN_RUNS);
        }
    }

    private void letGo() throws InterruptedException {
        Retention.Done done = retention.run();
        if (done.anything()) {
            LOG.info(
                    "old news let go texts={} articles={} traces={} pages={}",
                    done.texts(),
                    done.articles(),
                    done.traces(),
                    done.pages());
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}

package news.lede.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.lede.command.ReportRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what members report to moderators, on each platform that is on. A failure ends one round, never the loop. */
final class Reporting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(20);
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final List<ReportRounds> rounds;
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("reports").daemon().unstarted(this::goOnAndOn);

    Reporting(Lede lede, List<Platforms.Outlet> outlets) {
        ReportRounds.Books books = new ReportRounds.Books(
                lede.store().communities(),
                lede.store().subscriptions(),
                lede.store().storyReports(),
                lede.store().stories(),
                lede.store().suspensions());
        rounds = outlets.stream()
                .map(outlet -> new ReportRounds(lede.desk(), books, outlet.messenger(), outlet.pacing(), lede.clock()))
                .toList();
    }

    void start() {
        thread.start();
    }

    private void goOnAndOn() {
        try {
            do {
                for (ReportRounds one : rounds) {
                    round(one);
                }
            } while (!stop.tryAcquire(BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void round(ReportRounds one) throws InterruptedException {
        try {
            one.round();
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.error("bringing reports failed; trying again next={}", BETWEEN_ROUNDS, e);
        }
    }

    /** Waits for the message that was begun: the store is closed next. */
    @Override
    public void close() {
        stop.release();
        if (!thread.isAlive()) {
            return;
        }
        try {
            if (!thread.join(TO_FINISH)) {
                thread.interrupt();
                thread.join(TO_FINISH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

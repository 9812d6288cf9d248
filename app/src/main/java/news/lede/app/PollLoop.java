package news.lede.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import news.lede.article.ArticleId;
import news.lede.fetch.Fetcher;
import news.lede.ingest.EntryIntake;
import news.lede.ingest.Poller;
import news.lede.ingest.Revisiting;
import news.lede.ingest.SourceWatch;
import news.lede.ingest.Web;
import news.lede.source.PollSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the river running: sources are polled, what they carry becomes articles, and those are made ready to be asked for. Each of it has a thread of its own, so that a burst of
 * entries keeps no source waiting. A failure ends one turn, never the loop.
 */
final class PollLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);

    /** Few enough that what came first can be asked for soon. */
    private static final int ENTRIES = 200;

    private static final int PAGES = 20;
    /** Entries that were put off are met within this time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Duration BETWEEN_WATCHES = Duration.ofMinutes(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final Lede lede;
    private final Poller poller;
    private final EntryIntake intake;
    private final Revisiting revisiting;
    private final Semaphore received = new Semaphore(0);
    private final Thread taking = Thread.ofPlatform().name("intake").daemon().unstarted(this::takeOnAndOn);
    private final ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("source-watch").daemon().factory());
    private final ScheduledExecutorService matching = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("topics").daemon().factory());
    private final Lock news;
    private final Runnable announced;
    private volatile boolean closed;

    PollLoop(Lede lede, Fetcher fetcher, PollSchedule schedule) {
        this(lede, fetcher, schedule, new ReentrantLock(), () -> {});
    }

    /**
     * @param news held while news is taken in and until topics have read it
     * @param announced is told when something was taken in
     */
    PollLoop(Lede lede, Fetcher fetcher, PollSchedule schedule, Lock news, Runnable announced) {
        this.lede = lede;
        this.news = news;
        this.announced = announced;
        Web web = lede.ingest().web(fetcher);
        this.poller = lede.ingest().poller(web, schedule, received::release);
        this.intake = lede.ingest().entryIntake(web);
        this.revisiting = lede.ingest().revisiting(web);
    }

    void start() {
        SourceWatch watch = lede.ingest().sourceWatch();
        poller.start();
        taking.start();
        long pause = BETWEEN_WATCHES.toMillis();
        watching.scheduleWithFixedDelay(() -> guarded(watch::look), pause, pause, TimeUnit.MILLISECONDS);
        matching.scheduleWithFixedDelay(
                () -> guarded(this::matchTopicsBack), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Polls what is due and takes in all that waits, now, on the caller's thread; before {@link #start} only. The result is how many articles are new. */
    int once() {
        Poller.Round round = poller.pollDue();
        int stored = round.articles() + take();
        if (round.articles() > 0) {
            lede.preparation().prepare(List.of(), (_, _) -> {});
        }
        return stored;
    }

    /** Takes in all that waits. */
    private int take() {
        int added = 0;
        EntryIntake.Taken taken = takeSome();
        while (taken.entries() > 0) {
            added += taken.added().size();
            if (closed || Thread.currentThread().isInterrupted()) {
                break;
            }
            taken = takeSome();
        }
        return added;
    }

    private EntryIntake.Taken takeSome() {
        news.lock();
        try {
            EntryIntake.Taken taken = intake.take(ENTRIES);
            if (taken.entries() > 0) {
                lede.preparation().prepare(taken.changed(), (_, _) -> {});
                announced.run();
            }
            return taken;
        } finally {
            news.unlock();
        }
    }

    /** Reads pages again that are due; a few at a time, since news goes first. */
    private void revisit() {
        List<ArticleId> changed = revisiting.due(PAGES).changed();
        if (!changed.isEmpty()) {
            lede.preparation().prepare(changed, (_, _) -> {});
            announced.run();
        }
    }

    private void takeOnAndOn() {
        while (!closed) {
            guarded(this::take);
            guarded(this::revisit);
            try {
                if (received.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    received.drainPermits();
                    // Articles of pages that are sources themselves are stored by now, and nothing of theirs waits.
                    guarded(() -> lede.preparation().prepare(List.of(), (_, _) -> {}));
                    announced.run();
                }
            } catch (InterruptedException e) {
                return; // closed
            }
        }
    }

    /** What was stored before the start is matched in the background, the newest first, so that no question has to read it. */
    private void matchTopicsBack() {
        while (!closed && lede.preparation().matchTopicsBack()) {
            // Until all is read.
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("taking in news failed; trying again", e);
        }
    }

    /** Lets what is being stored end, so that it is whole. */
    @Override
    public void close() {
        closed = true;
        watching.shutdownNow();
        matching.shutdownNow();
        poller.close();
        taking.interrupt();
        try {
            if (taking.isAlive()) {
                taking.join(TO_FINISH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

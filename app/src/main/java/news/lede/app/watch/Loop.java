package news.lede.app.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing again and again on a thread of its own until it is closed. Whatever goes wrong ends one turn, never the loop: it is said when it begins and when it is over, not at every turn, and
 * until then turns are tried half a minute apart at most. A turn that never ends can be left behind by {@link #restart}. Thread-safe.
 */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    /** One turn of the work. */
    @FunctionalInterface
    public interface Turn {
        /** Does it, and answers how long to rest unless somebody wakes it: zero when there is more to do. */
        Duration take() throws InterruptedException;
    }

    private final String name;
    private final Turn turn;
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicLong turns = new AtomicLong();
    /** Which thread is ours: a thread that finds another number here was left behind. */
    private final AtomicInteger generation = new AtomicInteger();

    private @Nullable Thread thread;
    private volatile @Nullable String trouble;
    private volatile boolean closed;

    /** {@code name}: of the part in the log, and of its thread. */
    public Loop(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
    }

    public String name() {
        return name;
    }

    public synchronized void start() {
        if (thread == null && !closed) {
            begin();
        }
    }

    /** There is something to do. */
    public void wake() {
        wakeUps.release();
    }

    /** How many turns have ended, well or not: a number that only grows while the loop lives. */
    public long turns() {
        return turns.get();
    }

    /** What made the last turn fail, in one line; empty when it went well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether the present turn waits for something, rather than being at work. */
    public synchronized boolean waits() {
        return thread == null
                || switch (thread.getState()) {
                    case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> true;
                    case NEW, RUNNABLE -> false;
                };
    }

    /** Leaves the present turn behind, to end by itself if it ever does, and goes on with a new one. */
    public synchronized void restart() {
        if (closed || thread == null) {
            return;
        }
        generation.incrementAndGet();
        thread.interrupt();
        begin();
    }

    private void begin() {
        int mine = generation.get();
        Thread begun = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(mine));
        thread = begun;
        begun.start();
    }

    private void run(int mine) {
        int failures = 0;
        while (isMine(mine)) {
            Duration pause;
            try {
                pause = turn.take();
                if (!isMine(mine)) {
                    return;
                }
                well(failures);
                failures = 0;
            } catch (InterruptedException e) {
                continue; // closed, or left behind
            } catch (Throwable e) {
                if (!isMine(mine)) {
                    return;
                }
                failures++;
                failed(e, failures);
                pause = pauseAfter(failures);
            }
            turns.incrementAndGet();
            try {
                rest(pause, failures > 0);
            } catch (InterruptedException e) {
                LOG.debug("rest ended early part={}", name);
            }
        }
    }

    private boolean isMine(int mine) {
        return !closed && generation.get() == mine;
    }

    private void well(int failures) {
        if (failures > 0) {
            trouble = null;
            LOG.warn("part recovered part={} failures={}", name, failures);
        }
    }

    /** Out of memory there may be no room even for saying so. */
    private void failed(Throwable e, int failures) {
        try {
            trouble = e instanceof VirtualMachineError ? "out of memory or stack: " + e.getMessage() : told(e);
            if (failures == 1) {
                LOG.error("part failed part={} next={}", name, pauseAfter(failures), e);
            }
        } catch (VirtualMachineError again) {
            trouble = "out of memory";
        }
    }

    private static String told(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Who wakes a loop in trouble changes nothing about the trouble. */
    private void rest(Duration pause, boolean deaf) throws InterruptedException {
        if (deaf) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } else if (pause.isPositive() && wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    /** Ends after the present turn, which is interrupted and waited for a while. */
    @Override
    public void close() {
        Thread last;
        synchronized (this) {
            closed = true;
            last = thread;
        }
        if (last == null || last == Thread.currentThread()) {
            return;
        }
        last.interrupt();
        try {
            last.join(TO_FINISH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

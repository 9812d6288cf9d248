package news.lede.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import news.lede.alert.Planner;
import news.lede.app.watch.Loop;
import news.lede.app.watch.Watched;

/**
 * Keeps telling: what is announced is planned on a thread of its own, and sent on each platform by another. Stopped, it plans nothing more and waits until what was begun is written down. A failure ends one
 * turn, never the loop.
 */
final class Telling implements AutoCloseable {
    /** Digests fall due by the clock, and nobody announces them. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A story for ten thousand places is planned in steps of less than this. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);

    private final Planner planner;
    private final BooleanSupplier others;
    private final Senders senders;
    private final ReentrantLock news = new ReentrantLock();
    private final Loop planning = new Loop("planner", this::turn);

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
        planning.wake();
    }

    private Duration turn() {
        if (!others.getAsBoolean() && plan()) {
            senders.wake();
            return Duration.ZERO;
        }
        return BETWEEN_LOOKS;
    }

    /** What is to be looked at, so that it never stands still unnoticed. */
    List<Watched> watched() {
        List<Watched> all = new ArrayList<>(senders.watched());
        all.add(Watched.of(planning, LONGEST_STEP));
        return all;
    }

    /** What keeps messages from being planned or sent at present, if anything. */
    Optional<String> trouble() {
        return planning.trouble().or(senders::trouble);
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
        planning.close();
        senders.close();
    }
}

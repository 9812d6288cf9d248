package news.lede.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.lede.article.InDoubt;
import news.lede.article.Transactor;
import org.jspecify.annotations.Nullable;

/**
 * Small changes that several threads make at once become one transaction: what arrives while one is being written to disk is written by the next. Nobody waits for company. Thread-safe.
 *
 * <p>Each change is kept or fails by itself: when one of several fails, each is made alone. Only where the store cannot tell whether all were kept, each fails by {@link InDoubt}.
 */
final class Together {
    private static final int MOST = 64;

    private final Transactor transactor;
    private final ReentrantLock leading = new ReentrantLock();
    private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();

    Together(Transactor transactor) {
        this.transactor = transactor;
    }

    private static final class Change<T> {
        private final Supplier<T> work;
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private boolean done;

        Change(Supplier<T> work) {
            this.work = work;
        }

        void make() {
            result = work.get();
        }

        @SuppressWarnings("NullAway") // done without a failure: the work answered
        T answer() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    /** Makes a change; on disk when this returns. Throws what {@code work}, or keeping it, threw. */
    <T> T run(Supplier<T> work) {
        Change<T> mine = new Change<>(work);
        waiting.add(mine);
        leading.lock();
        try {
            if (!mine.done) {
                makeAll(mine);
            }
        } finally {
            waiting.remove(mine);
            leading.unlock();
        }
        return mine.answer();
    }

    private void makeAll(Change<?> mine) {
        List<Change<?>> all = new ArrayList<>(List.of(mine));
        for (Change<?> other : waiting) {
            if (other != mine && !other.done && all.size() < MOST) {
                all.add(other);
            }
        }
        try {
            transactor.inTransaction(() -> {
                all.forEach(Change::make);
                return true;
            });
            all.forEach(change -> change.done = true);
        } catch (InDoubt e) {
            // Each may have been made by now: whether it is to be made again, only whoever asked for it can tell.
            all.forEach(change -> {
                change.failure = e;
                change.done = true;
            });
        } catch (RuntimeException e) {
            if (all.size() > 1) {
                all.forEach(this::makeAlone);
            } else {
                mine.failure = e;
                mine.done = true;
            }
        }
    }

    private void makeAlone(Change<?> change) {
        try {
            transactor.inTransaction(() -> {
                change.make();
                return true;
            });
        } catch (RuntimeException e) {
            change.failure = e;
        }
        change.done = true;
    }
}

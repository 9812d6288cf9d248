package news.lede.discord;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on a pool, one at a time and in order for each key. Holds at most {@code capacity} pieces of work not yet done; beyond that it says no. Thread-safe.
 */
final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private static final Runnable NOTHING = () -> {};

    private final Executor pool;
    private final int capacity;
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
    private int pending;

    Lanes(Executor pool, int capacity) {
        this.pool = pool;
        this.capacity = capacity;
    }

    /** Whether the work was taken; then it will run. */
    synchronized boolean offer(String key, Runnable work) {
        if (pending >= capacity) {
            return false;
        }
        Queue<Runnable> lane = lanes.get(key);
        if (lane != null) {
            lane.add(work);
        } else {
            lanes.put(key, new ArrayDeque<>());
            if (!started(key, work)) {
                lanes.remove(key);
                return false;
            }
        }
        pending++;
        return true;
    }

    private boolean started(String key, Runnable work) {
        try {
            pool.execute(() -> run(key, work));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private void run(String key, Runnable first) {
        for (Runnable work = first; work != NOTHING; work = next(key)) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // Whatever one question does, the next one in this conversation is answered.
                LOG.error("interaction failed lane={}", key, e);
            }
        }
    }

    private synchronized Runnable next(String key) {
        pending--;
        Queue<Runnable> lane = lanes.getOrDefault(key, new ArrayDeque<>());
        Runnable next = lane.poll();
        if (next == null) {
            lanes.remove(key);
            return NOTHING;
        }
        return next;
    }
}

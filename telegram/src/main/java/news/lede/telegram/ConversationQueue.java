package news.lede.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in the order it came within a conversation, and side by side across conversations. Holds a bounded backlog: when it is full, adding waits, so
 * that what has not been taken stays with the service. Thread-safe.
 */
final class ConversationQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationQueue.class);

    /** A chat and its thread; 0 when there is none. */
    record Key(long chat, int thread) {}

    private final Executor executor;
    private final int maxBacklog;
    private final Map<Key, Queue<Runnable>> waiting = new HashMap<>();
    private int backlog;

    ConversationQueue(Executor executor, int maxBacklog) {
        this.executor = executor;
        this.maxBacklog = maxBacklog;
    }

    /** Adds work, waiting while the backlog is full. */
    void add(Key key, Runnable work) throws InterruptedException {
        synchronized (this) {
            while (backlog >= maxBacklog) {
                wait();
            }
            backlog++;
            Queue<Runnable> queue = waiting.get(key);
            if (queue != null) {
                queue.add(work);
                return;
            }
            waiting.put(key, new ArrayDeque<>());
        }
        executor.execute(() -> runAll(key, work));
    }

    /** Waits until nothing is left to do; false when time was up first. */
    synchronized boolean awaitIdle(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (backlog > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return backlog == 0;
    }

    private void runAll(Key key, Runnable first) {
        Runnable work = first;
        while (work != null) {
            try {
                work.run();
            } catch (Throwable e) {
                LOG.error("work failed chat={} thread={}", LogNames.chat(key.chat()), key.thread(), e);
            } finally {
                work = next(key);
            }
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next(Key key) {
        backlog--;
        notifyAll();
        Queue<Runnable> queue = waiting.get(key);
        Runnable next = queue == null ? null : queue.poll();
        if (next == null) {
            waiting.remove(key);
        }
        return next;
    }
}

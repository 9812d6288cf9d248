package news.lede.discord;

import java.time.Duration;

/** Counts what was begun and is not done. Thread-safe. */
final class Outstanding {
    private int count;

    synchronized void begun() {
        count++;
    }

    synchronized void done() {
        count--;
        notifyAll();
    }

    /** Waits until there is none; false when that takes longer than {@code atMost}. */
    synchronized boolean awaitNone(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (count > 0) {
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return false;
            }
            wait(leftMillis);
        }
        return true;
    }
}

package news.lede.alert;

import java.time.Duration;
import java.util.PriorityQueue;

/** Time in which threads sleep and are woken one by one, the one whose time comes first first: each runs until it sleeps again or ends before the next one wakes. */
final class SteppedTime {
    private record Sleeping(long until, long number) implements Comparable<Sleeping> {
        @Override
        public int compareTo(Sleeping other) {
            int byTime = Long.compare(until, other.until);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Sleeping> sleeping = new PriorityQueue<>();
    private long now;
    private long number;
    private int awake;

    synchronized long nanos() {
        return now;
    }

    synchronized void sleep(Duration duration) throws InterruptedException {
        Sleeping me = new Sleeping(now + duration.toNanos(), number++);
        sleeping.add(me);
        awake--;
        notifyAll();
        while (sleeping.contains(me)) {
            wait();
        }
    }

    /** Starts {@code thread} and returns when it sleeps or has ended. */
    void run(Thread thread) {
        synchronized (this) {
            awake++;
        }
        Thread.ofVirtual().start(() -> {
            try {
                thread.start();
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended();
            }
        });
        settle();
    }

    private synchronized void ended() {
        awake--;
        notifyAll();
    }

    private synchronized void settle() {
        try {
            while (awake > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until nobody sleeps any more. */
    void runAll() {
        while (wakeNext()) {
            settle();
        }
    }

    private synchronized boolean wakeNext() {
        Sleeping next = sleeping.poll();
        if (next == null) {
            return false;
        }
        now = Math.max(now, next.until);
        awake++;
        notifyAll();
        return true;
    }
}

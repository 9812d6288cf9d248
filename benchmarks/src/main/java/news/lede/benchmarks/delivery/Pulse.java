package news.lede.benchmarks.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When messages were taken: those that tell the story, and all together. Thread-safe. */
final class Pulse {
    private final List<Long> all = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private int telling;

    /** A message was taken just now. */
    synchronized void beat(boolean tells) {
        long now = System.nanoTime();
        all.add(now);
        if (tells) {
            telling++;
            first = Math.min(first, now);
            last = Math.max(last, now);
        }
    }

    /** How many told the story. */
    synchronized int telling() {
        return telling;
    }

    /** From the first that told the story to the last. */
    synchronized Duration span() {
        return telling < 2 ? Duration.ZERO : Duration.ofNanos(last - first);
    }

    /** Of all messages within {@link #span}, how many a second. */
    synchronized double aSecond() {
        long within = all.stream().filter(at -> at >= first && at <= last).count();
        return telling < 2 ? 0 : (within - 1) * 1e9 / (last - first);
    }
}

package news.lede.benchmarks.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who ask at an even pace, whatever becomes of whoever should answer. Thread-safe. */
final class Questions implements AutoCloseable {
    /** Whoever waits longer has gone. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> COMMANDS = List.of("latest", "topics", "latest", "subscriptions");

    private final String platform;
    private final Way way;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Duration> waits = new ArrayList<>();
    private int asked;
    private int unanswered;
    private long answered = System.nanoTime();
    private long longestSilence;

    /** How somebody asks, and waits for the answer. */
    @FunctionalInterface
    interface Way {
        /** Throws when there is none in time. */
        void ask(int person, String command, Duration patience);
    }

    Questions(String platform, Way way) {
        this.platform = platform;
        this.way = way;
    }

    /** From now on {@code aSecond} questions are asked; none, if that is 0. */
    void begin(double aSecond) {
        if (aSecond > 0) {
            answered = System.nanoTime();
            clock.scheduleAtFixedRate(this::next, 0, (long) (1e9 / aSecond), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void next() {
        int person = asked++;
        people.execute(() -> ask(person));
    }

    private void ask(int person) {
        long begun = System.nanoTime();
        boolean there;
        try {
            way.ask(person, COMMANDS.get(person % COMMANDS.size()), PATIENCE);
            there = true;
        } catch (RuntimeException e) {
            // No answer in time, or the platform told the person that there is nobody to answer.
            there = false;
        }
        long now = System.nanoTime();
        synchronized (this) {
            if (there) {
                waits.add(Duration.ofNanos(now - begun));
                longestSilence = Math.max(longestSilence, now - answered);
                answered = now;
            } else {
                unanswered++;
            }
        }
    }

    /** No more is asked; ends when all is answered, or will not be. */
    @Override
    public void close() {
        clock.shutdown();
        people.close();
    }

    synchronized String line() {
        List<Duration> sorted = waits.stream().sorted().toList();
        return "%-10s asked %6d, not answered %4d, p50 %6d ms, p95 %6d ms, p99 %6d ms, longest silence %5.1f s"
                .formatted(
                        platform,
                        asked,
                        unanswered,
                        percentile(sorted, 50),
                        percentile(sorted, 95),
                        percentile(sorted, 99),
                        longestSilence / 1e9);
    }

    private static long percentile(List<Duration> sorted, int percent) {
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.clamp((long) Math.ceil(sorted.size() * percent / 100.0) - 1, 0, sorted.size() - 1))
                        .toMillis();
    }
}

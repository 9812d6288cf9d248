package news.lede.benchmarks.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.lede.benchmarks.local.InventedStory;

/** People who ask, twice a second, whatever else goes on, and wait for their answers. */
final class Asking implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> COMMANDS = List.of("latest", "search", "latest", "topic", "subscriptions", "why");

    private final Way way;
    private final List<InventedStory> known;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Duration> waits = new ArrayList<>();
    private int asked;
    private int unanswered;

    /** How somebody asks, and waits for the first message that answers. */
    interface Way {
        /** Throws when no answer comes in time. */
        void ask(int person, String command, String words, Duration patience);
    }

    /** @param known stories whose words are asked for */
    Asking(Way way, List<InventedStory> known, Random random) {
        this.way = way;
        this.known = known;
        this.random = random;
    }

    void begin() {
        clock.scheduleAtFixedRate(this::next, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void next() {
        int person = asked++;
        String command = COMMANDS.get(person % COMMANDS.size());
        String[] words = known.get(random.nextInt(known.size())).title().split(" ");
        people.execute(() -> ask(person, command, words[0] + " " + words[3]));
    }

    private void ask(int person, String command, String words) {
        long begun = System.nanoTime();
        try {
            way.ask(person, command, words, PATIENCE);
            Duration wait = Duration.ofNanos(System.nanoTime() - begun);
            synchronized (this) {
                waits.add(wait);
            }
        } catch (RuntimeException e) {
            System.err.println("/" + command + " " + words + ": " + e.getMessage());
            synchronized (this) {
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

    synchronized int unanswered() {
        return unanswered;
    }

    synchronized int answered() {
        return waits.size();
    }

    /** In milliseconds. */
    synchronized long percentile(int percent) {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.clamp((long) Math.ceil(sorted.size() * percent / 100.0) - 1, 0, sorted.size() - 1))
                        .toMillis();
    }
}

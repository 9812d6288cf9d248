package news.lede.benchmarks.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who ask at an even pace, whatever else goes on, and wait for their answers. */
public final class Asking implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> COMMANDS = List.of("latest", "search", "latest", "topic", "subscriptions", "why");

    private final Way way;
    private final Duration between;
    private final List<InventedStory> known;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Duration> waits = new ArrayList<>();
    private int asked;
    private int unanswered;
    private int toldAnswered;
    private int toldUnanswered;

    /** How somebody asks, and waits for the first message that answers. */
    public interface Way {
        /** Throws when no answer comes in time. */
        void ask(int person, String command, String words, Duration patience);
    }

    /** @param known stories whose words are asked for */
    public Asking(Way way, Duration between, List<InventedStory> known, Random random) {
        this.way = way;
        this.between = between;
        this.known = known;
        this.random = random;
    }

    public void begin() {
        var _ = clock.scheduleAtFixedRate(this::next, 0, between.toMillis(), TimeUnit.MILLISECONDS);
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

    public synchronized int unanswered() {
        return unanswered;
    }

    public synchronized int answered() {
        return waits.size();
    }

    /** How many got an answer, and how long half of them and 99 of 100 waited at most, in milliseconds. */
    public record Spell(int answered, int unanswered, long p50, long p99) {}

    /** Of those whose waiting ended since the last call. */
    public synchronized Spell sinceLast() {
        List<Duration> latest = waits.subList(toldAnswered, waits.size());
        Spell spell =
                new Spell(latest.size(), unanswered - toldUnanswered, percentile(latest, 50), percentile(latest, 99));
        toldAnswered = waits.size();
        toldUnanswered = unanswered;
        return spell;
    }

    /** Of how long answers took, in milliseconds. */
    public synchronized long percentile(int percent) {
        return percentile(waits, percent);
    }

    private static long percentile(List<Duration> waits, int percent) {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.clamp((long) Math.ceil(sorted.size() * percent / 100.0) - 1, 0, sorted.size() - 1))
                        .toMillis();
    }
}

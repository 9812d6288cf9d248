package news.lede.benchmarks.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** People who ask on one platform at an even pace, whatever becomes of whoever should answer, and what came of each question. Thread-safe. */
final class Questions implements AutoCloseable {
    /** Whoever waits longer has gone. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long a strike is felt: until another has taken over, is warm, and has answered what waited. */
    private static final Duration FELT = Duration.ofSeconds(30);

    private static final List<String> COMMANDS = List.of("latest", "topics", "latest", "subscriptions");

    private final String platform;
    private final Way way;
    private final Strikes strikes;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Question> ended = new ArrayList<>();
    private Future<?> asking = CompletableFuture.completedFuture(null);
    private int asked;
    private long began;
    private long stopped;

    /** What came of a question. */
    enum Outcome {
        ANSWERED,
        /** The platform had nobody to bring it to. */
        NOBODY_THERE,
        UNANSWERED
    }

    /** How somebody asks, and waits for the answer. */
    @FunctionalInterface
    interface Way {
        Outcome ask(int number, String command);
    }

    private record Question(long asked, long ended, Outcome outcome) {
        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(ended - asked);
        }
    }

    /** @param platform also the name of the lease that whoever answers has */
    Questions(String platform, Way way, Strikes strikes) {
        this.platform = platform;
        this.way = way;
        this.strikes = strikes;
    }

    /** From now on {@code aSecond} questions are asked; none, if that is 0. */
    void begin(double aSecond) {
        began = System.nanoTime();
        if (aSecond > 0) {
            asking = clock.scheduleAtFixedRate(this::next, 0, (long) (1e9 / aSecond), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void next() {
        int number = asked++;
        people.execute(() -> ask(number));
    }

    private void ask(int number) {
        long begun = System.nanoTime();
        Outcome outcome = way.ask(number, COMMANDS.get(number % COMMANDS.size()));
        Question question = new Question(begun, System.nanoTime(), outcome);
        synchronized (this) {
            ended.add(question);
        }
    }

    /** No more is asked. */
    void stop() {
        if (!clock.isShutdown()) {
            stopped = System.nanoTime();
        }
        clock.shutdown();
    }

    /** The same; returns when all is answered, or will not be. */
    void end() {
        stop();
        people.close();
        if (asking.state() == Future.State.FAILED) {
            throw new IllegalStateException("nobody asked any more on " + platform, asking.exceptionNow());
        }
    }

    @Override
    public void close() {
        stop();
        people.close();
    }

    /** What the columns of {@link #row} are. */
    static String head() {
        return "| | asked | a second | answered | nobody there | struck meanwhile | within 30 s after | else unanswered"
                + " | p50 | p95 | p99 | p99 undisturbed | longest silence |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|";
    }

    /** After {@link #end}. */
    synchronized String row() {
        List<Question> answered = with(Outcome.ANSWERED);
        List<Question> open = with(Outcome.UNANSWERED);
        long struck = open.stream().filter(this::isStruck).count();
        long after = open.stream()
                .filter(Predicate.not(this::isStruck))
                .filter(this::isUpset)
                .count();
        return "| %s | %d | %.1f | %d | %d | %d | %d | %d | %d ms | %d ms | %d ms | %d ms | %.1f s |"
                .formatted(
                        platform,
                        asked,
                        asked / ((stopped - began) / 1e9),
                        answered.size(),
                        with(Outcome.NOBODY_THERE).size(),
                        struck,
                        after,
                        open.size() - struck - after,
                        percentile(answered, 50),
                        percentile(answered, 95),
                        percentile(answered, 99),
                        percentile(
                                answered.stream()
                                        .filter(Predicate.not(this::isUpset))
                                        .toList(),
                                99),
                        longestSilence(answered) / 1e9);
    }

    private List<Question> with(Outcome outcome) {
        return ended.stream().filter(question -> question.outcome == outcome).toList();
    }

    private boolean isStruck(Question question) {
        return strikes.any(platform, question.asked, question.ended);
    }

    private boolean isUpset(Question question) {
        return strikes.any(platform, question.asked - FELT.toNanos(), question.ended);
    }

    private long longestSilence(List<Question> answered) {
        long longest = 0;
        long last = began;
        for (long at : answered.stream().mapToLong(Question::ended).sorted().toArray()) {
            longest = Math.max(longest, at - last);
            last = at;
        }
        return longest;
    }

    private static long percentile(List<Question> answered, int percent) {
        long[] sorted = answered.stream().mapToLong(Question::millis).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[Math.clamp((long) Math.ceil(sorted.length * percent / 100.0) - 1, 0, sorted.length - 1)];
    }
}

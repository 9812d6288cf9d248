package news.lede.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and times what happens, from {@link #begin} on; before, and where nobody begins, it costs nothing. The library behind it is loaded on a thread of its own, since a start should not wait for it: what happens meanwhile is kept.
 * Names are in the library's form ({@code lede.answers}); Prometheus reads {@code lede_answers_seconds}. Thread-safe.
 */
public final class Meters {
    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);
    /** More does not happen within the second that loading takes. */
    private static final int MOST_KEPT = 10_000;

    /** What a person notices of an answer, and what they call slow. */
    private static final Duration[] ANSWERS = millis(25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);

    /** What a platform takes for a message, or a machine for a portion of news. */
    private static final Duration[] WORK = millis(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000);

    private final Queue<Consumer<MeterRegistry>> kept = new ArrayDeque<>();
    private final Map<String, MultiGauge> rows = new HashMap<>();
    private volatile @Nullable PrometheusMeterRegistry registry;
    private volatile boolean begun;

    private static Duration[] millis(long... bounds) {
        return java.util.Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    /** Begins to count; returns at once. */
    public void begin() {
        if (begun) {
            throw new IllegalStateException("begun before");
        }
        begun = true;
        Thread.ofPlatform().daemon().name("meters").start(this::load);
    }

    private void load() {
        try {
            PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            Machine.watch(made);
            synchronized (this) {
                kept.forEach(use -> use.accept(made));
                kept.clear();
                registry = made;
            }
        } catch (RuntimeException | LinkageError e) {
            begun = false;
            LOG.error("metrics not there", e);
        }
    }

    private void with(Consumer<MeterRegistry> use) {
        MeterRegistry there = registry;
        if (there != null) {
            use.accept(there);
        } else if (begun) {
            keep(use);
        }
    }

    private synchronized void keep(Consumer<MeterRegistry> use) {
        MeterRegistry there = registry;
        if (there != null) {
            use.accept(there);
        } else if (kept.size() < MOST_KEPT) {
            kept.add(use);
        }
    }

    /** Adds to a count, which is there from the first time on, if only by nothing. {@code tags}: names and values by turns. */
    public void count(String name, long more, String... tags) {
        if (more >= 0) {
            with(meters -> Counter.builder(name).tags(tags).register(meters).increment(more));
        }
    }

    /** How long somebody waited for an answer. */
    public void answered(Duration took, String... tags) {
        time("lede.answers", took, ANSWERS, tags);
    }

    /** How long a piece of work took. */
    public void took(String name, Duration took, String... tags) {
        time(name, took, WORK, tags);
    }

    private void time(String name, Duration took, Duration[] bounds, String... tags) {
        with(meters -> Timer.builder(name)
                .tags(tags)
                .serviceLevelObjectives(bounds)
                .register(meters)
                .record(took));
    }

    /** A figure that is asked for whenever somebody looks. */
    public void gauge(String name, DoubleSupplier figure, String... tags) {
        with(meters -> Gauge.builder(name, figure::getAsDouble)
                .tags(tags)
                .strongReference(true)
                .register(meters));
    }

    /** One row of a {@link #rows} figure. */
    public record Row(double figure, String... tags) {}

    /** Puts these rows in place of those the figure had. */
    public void rows(String name, List<Row> now) {
        with(meters -> {
            synchronized (rows) {
                rows.computeIfAbsent(name, _ -> MultiGauge.builder(name).register(meters))
                        .register(
                                now.stream()
                                        .map(row -> MultiGauge.Row.of(Tags.of(row.tags()), row.figure()))
                                        .toList(),
                                true);
            }
        });
    }

    /** All figures in Prometheus' text format; empty until there are any. */
    public String page() {
        PrometheusMeterRegistry there = registry;
        return there == null ? "" : there.scrape();
    }
}

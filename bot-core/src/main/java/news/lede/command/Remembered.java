package news.lede.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from memory what is slow to find out, and finds it out again beside: what is older than {@code fresh} is given once more while the next is being made. Only where nothing is known yet does the
 * asker wait, for a moment. Thread-safe.
 */
final class Remembered<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    /** Half of what a reader takes for at once; at the next key pressed it is there. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** What nobody asked for in so long is not given any more. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Known<V>(V value, long madeAt) {}

    private final Executor background;
    private final InstantSource clock;
    private final Duration fresh;
    private final Cache<K, Known<V>> known;
    private final ConcurrentMap<K, CompletableFuture<Boolean>> making = new ConcurrentHashMap<>();

    /** {@code background} runs what is made; {@code most}: keys remembered. */
    Remembered(Executor background, InstantSource clock, Duration fresh, int most) {
        this.background = background;
        this.clock = clock;
        this.fresh = fresh;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(KEPT)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /** What is known, as good as it is; empty where nothing is, and what {@code maker} makes is not there within a moment. */
    Optional<V> get(K key, Supplier<V> maker) {
        Known<V> before = known.getIfPresent(key);
        if (before != null && clock.millis() - before.madeAt() < fresh.toMillis()) {
            return Optional.of(before.value());
        }
        CompletableFuture<Boolean> made = make(key, maker);
        if (before == null) {
            await(made);
        }
        return Optional.ofNullable(known.getIfPresent(key)).map(Known::value);
    }

    /** One at a time for each key. */
    private CompletableFuture<Boolean> make(K key, Supplier<V> maker) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> before = making.putIfAbsent(key, mine);
        if (before != null) {
            return before;
        }
        background.execute(() -> {
            try {
                known.put(key, new Known<>(maker.get(), clock.millis()));
            } catch (RuntimeException e) {
                LOG.warn("choices not found out error={}", e.getClass().getSimpleName(), e);
            } finally {
                making.remove(key, mine);
                mine.complete(true);
            }
        });
        return mine;
    }

    private static void await(CompletableFuture<Boolean> made) {
        try {
            made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("choices not there yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

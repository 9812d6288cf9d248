package news.lede.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.community.WorkspaceId;

/**
 * Counts what each workspace has asked strangers' servers for: so many times within a while, that begins with the first of them and, when it is over, begins anew. Thread-safe; a restart forgets.
 */
final class Tries {
    private static final int WORKSPACES = 1_000;

    private final int most;
    private final Cache<WorkspaceId, AtomicInteger> counts;

    Tries(int most, Duration within, InstantSource clock) {
        this.most = most;
        this.counts = Caffeine.newBuilder()
                .maximumSize(WORKSPACES)
                .expireAfterWrite(within)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /** Counts one more; false when that is too many. */
    boolean another(WorkspaceId workspace) {
        return counts.get(workspace, _ -> new AtomicInteger()).incrementAndGet() <= most;
    }
}

package news.lede.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has the heap collected as a whole when much of it may be garbage. By itself the JVM's serial collector lets the old part grow to its limit before it looks, and that memory is never given back; a
 * collection of some 45 MB that live takes a tenth of a second.
 */
final class HeapKeeper implements AutoCloseable {
    /** Less is not worth a pause. */
    private static final long GARBAGE_BYTES = 16L << 20;

    /** Of what lives: a pause takes as long as that is large, and has to be worth it in a large heap too. */
    private static final int GARBAGE_SHARE = 4;

    /** Long enough that pauses are a thousandth of the time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    /** The start itself leaves garbage behind; it is gone before anybody counts. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heap").daemon().factory());

    private HeapKeeper() {}

    static HeapKeeper begin() {
        HeapKeeper keeper = new HeapKeeper();
        var _ = keeper.looking.scheduleWithFixedDelay(
                HeapKeeper::look, FIRST_LOOK.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
        return keeper;
    }

    private static void look() {
        old().filter(pool -> isDue(
                        pool.getUsage().getUsed(), pool.getCollectionUsage().getUsed()))
                .ifPresent(_ -> System.gc());
    }

    /** The old part, where there is one collector that looks at it seldom; others need no help. */
    private static Optional<MemoryPoolMXBean> old() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().equals("Tenured Gen"))
                .findFirst();
    }

    /** @param usedAfterLast bytes that the last collection left; 0 before the first */
    static boolean isDue(long used, long usedAfterLast) {
        return used - usedAfterLast > Math.max(GARBAGE_BYTES, usedAfterLast / GARBAGE_SHARE);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

package news.lede.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.lede.community.ReceivedUpdates;

/** Updates in a store whose every write takes its time, as when its one writer is busy. */
final class SlowMemory implements ReceivedUpdates {
    private final ReceivedUpdates inner;
    private final Duration latency;

    SlowMemory(ReceivedUpdates inner, Duration latency) {
        this.inner = inner;
        this.latency = latency;
    }

    /** Takes the time it is told, by waiting for what never comes. */
    static void take(Duration latency) {
        try {
            new CountDownLatch(1).await(latency.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void keep(String platform, Collection<Received> updates, Instant now) {
        take(latency);
        inner.keep(platform, updates, now);
    }

    @Override
    public void answered(String platform, Collection<Long> numbers) {
        take(latency);
        inner.answered(platform, numbers);
    }

    @Override
    public List<Received> waiting(String platform) {
        return inner.waiting(platform);
    }

    @Override
    public OptionalLong latest(String platform) {
        return inner.latest(platform);
    }
}

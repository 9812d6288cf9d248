package news.lede.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(NOON.toString());
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ClockWatch watch = new ClockWatch(clock, nanos::get);

    private void pass(Duration time, Duration shown) {
        nanos.addAndGet(time.toNanos());
        clock.set(clock.instant().plus(shown));
    }

    @Test
    void timeThatPassesIsNothing() {
        pass(DAY, DAY);

        assertThat(watch.moved()).isZero();
    }

    @Test
    void aClockThatIsSetIsNoticedOnceEachWay() {
        pass(Duration.ofSeconds(5), DAY.plusSeconds(5));
        assertThat(watch.moved()).isEqualTo(DAY);
        assertThat(watch.moved()).isZero();

        pass(Duration.ofSeconds(5), DAY.negated().plusSeconds(5));
        assertThat(watch.moved()).isEqualTo(DAY.negated());
    }

    @Test
    void secondsAreNoMatter() {
        pass(Duration.ofSeconds(5), Duration.ofSeconds(64));
        assertThat(watch.moved()).isZero();
        pass(Duration.ofSeconds(60), Duration.ZERO);
        assertThat(watch.moved()).isEqualTo(Duration.ofMinutes(-1));
    }
}

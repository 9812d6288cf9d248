package news.lede.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A part that gives no sign for longer than it may is restarted, and one that restarts do not help is given up. */
class WatchdogTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final AtomicLong signs = new AtomicLong();
    private final AtomicBoolean waits = new AtomicBoolean(true);
    private final AtomicInteger restarted = new AtomicInteger();
    private final Watchdog dog = new Watchdog(
            List.of(new Watched("lanes", LIMIT, signs::get, waits::get, restarted::incrementAndGet)), nanos::get);

    private void pass(Duration time) {
        for (long left = time.toNanos(); left > 0; left -= BETWEEN.toNanos()) {
            nanos.addAndGet(BETWEEN.toNanos());
            dog.look();
        }
    }

    @Test
    void whoeverGivesSignsIsLeftAlone() {
        for (int i = 0; i < 10; i++) {
            pass(LIMIT);
            signs.incrementAndGet();
        }

        assertThat(restarted).hasValue(0);
        assertThat(dog.lost()).isEmpty();
    }

    @Test
    void whoeverGivesNoneIsRestartedAfterTheLimitAndNotBefore() {
        pass(LIMIT);
        assertThat(restarted).hasValue(0);

        pass(BETWEEN);

        assertThat(restarted).hasValue(1);
        assertThat(dog.findings()).containsExactly(new Watchdog.Finding("lanes", Duration.ZERO, 1, false));
    }

    @Test
    void aRestartedPartHasTheWholeLimitAgain() {
        pass(LIMIT.plus(BETWEEN));
        pass(LIMIT);
        assertThat(restarted).hasValue(1);

        pass(BETWEEN);

        assertThat(restarted).hasValue(2);
    }

    @Test
    void whereThreeRestartsDoNotHelpThePartIsLostUntilItGivesASign() {
        pass(LIMIT.plus(BETWEEN).multipliedBy(3));
        assertThat(dog.lost()).isEmpty();
        pass(LIMIT.plus(BETWEEN).multipliedBy(4));

        assertThat(restarted).hasValue(3);
        assertThat(dog.lost()).containsExactly("lanes");

        signs.incrementAndGet();
        pass(BETWEEN);

        assertThat(dog.lost()).isEmpty();
        pass(LIMIT.plus(BETWEEN));
        assertThat(restarted).hasValue(4);
    }

    @Test
    void whatIsAtWorkIsGivenThreeTimesTheLimit() {
        waits.set(false);
        pass(LIMIT.multipliedBy(3));
        assertThat(restarted).hasValue(0);

        pass(BETWEEN);

        assertThat(restarted).hasValue(1);
    }

    @Test
    void whenTheWholeProcessStoodStillNobodyIsBlamed() {
        pass(LIMIT.minus(BETWEEN));
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        pass(LIMIT);

        assertThat(restarted).hasValue(0);
    }

    @Test
    void aRestartThatFailsIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Watchdog other = new Watchdog(
                List.of(new Watched("gateway", LIMIT, () -> 0, () -> true, () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("no way");
                })),
                nanos::get);
        for (int i = 0; i < 60; i++) {
            nanos.addAndGet(BETWEEN.toNanos());
            other.look();
        }

        assertThat(tries).hasValue(2);
    }
}

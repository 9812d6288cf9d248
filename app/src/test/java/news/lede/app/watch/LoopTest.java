package news.lede.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop outlives whatever its turns do. */
@Timeout(120)
class LoopTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Semaphore taken = new Semaphore(0);
    private final CountDownLatch never = new CountDownLatch(1);
    private Loop loop = new Loop("unused", () -> LONG);

    @AfterEach
    void end() {
        never.countDown();
        loop.close();
    }

    private void started(Loop.Turn turn) {
        loop = new Loop("part", turn);
        loop.start();
    }

    @Test
    void itRestsUntilItIsWoken() throws InterruptedException {
        started(() -> {
            taken.release();
            return LONG;
        });
        taken.acquire();

        loop.wake();

        taken.acquire();
        await().until(() -> loop.turns() == 2);
    }

    @Test
    void aTurnThatFailsIsTroubleUntilOneGoesWell() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        started(() -> {
            if (turn.incrementAndGet() == 1) {
                throw new IllegalStateException("no room left\nand more");
            }
            // Until it has ended well there is trouble.
            taken.acquire();
            return LONG;
        });
        await().until(() -> loop.trouble().isPresent());
        assertThat(loop.trouble()).contains("no room left");

        taken.release();

        await().until(() -> loop.trouble().isEmpty());
        await().until(() -> loop.turns() == 2);
    }

    @Test
    void evenLackOfMemoryEndsOneTurnOnly() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        started(() -> {
            if (turn.incrementAndGet() == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
            taken.release();
            return LONG;
        });

        taken.acquire();

        await().until(() -> loop.trouble().isEmpty());
    }

    @Test
    void aTurnThatNeverEndsIsLeftBehindByARestart() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        started(() -> {
            if (turn.incrementAndGet() == 1) {
                taken.release();
                waitDeaf();
            }
            taken.release();
            return LONG;
        });
        taken.acquire();
        await().until(loop::waits);
        assertThat(loop.turns()).isZero();

        loop.restart();

        taken.acquire();
        await().until(() -> loop.turns() == 1);
    }

    @Test
    void whatWasLeftBehindAndEndsAtLastDoesNotGoOn() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        started(() -> {
            if (turn.incrementAndGet() == 1) {
                taken.release();
                waitDeaf();
                throw new IllegalStateException("too late");
            }
            taken.release();
            return LONG;
        });
        taken.acquire();
        loop.restart();
        taken.acquire();

        never.countDown();

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("part"))
                        .count()
                == 1);
        assertThat(loop.trouble()).isEmpty();
        assertThat(turn).hasValue(2);
    }

    @Test
    void closedItTakesNoTurnMore() {
        started(() -> LONG);
        await().until(() -> loop.turns() == 1);

        loop.close();
        loop.wake();
        loop.restart();

        assertThat(loop.turns()).isEqualTo(1);
        assertThat(loop.waits()).isTrue();
    }

    /** As something stuck: no interruption reaches it. */
    private void waitDeaf() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = never.getCount() > 0;
            }
        }
    }
}

package news.lede.telegram;

import java.time.Duration;

/** Waits; replaced where tests must not. */
@FunctionalInterface
interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}

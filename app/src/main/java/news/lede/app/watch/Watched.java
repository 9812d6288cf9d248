package news.lede.app.watch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A part that gives signs of life.
 *
 * @param limit how long it may give none
 * @param signs a number that grows while it lives
 * @param waits whether it waits for something just now, rather than being at work; what works is given three times the limit
 * @param restart lets it begin anew
 */
public record Watched(String name, Duration limit, LongSupplier signs, BooleanSupplier waits, Runnable restart) {
    /** One of our own loops. */
    public static Watched of(Loop loop, Duration limit) {
        return new Watched(loop.name(), limit, loop::turns, loop::waits, loop::restart);
    }
}

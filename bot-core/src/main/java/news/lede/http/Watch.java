package news.lede.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts exchanges whose time is over: a server that sends a byte a second never meets an idle limit. One thread looks at all of them ten times a second while there are
 * any, and sleeps while there are none; a timer for each exchange would cost more than the exchange waits.
 *
 * <p>Servers that do not answer are waited for as long as there is room. When more than {@code mostSilent} have been silent for longer than {@code patience}, the
 * longest silent are cut before their time: thousands of dead servers then cannot keep the living ones waiting. Whoever has sent bytes that nobody has read yet is not
 * silent; then the machine is busy.
 */
final class Watch implements AutoCloseable {
    private static final long LOOK_NANOS = 100_000_000;

    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    private final int mostSilent;
    private final long patienceNanos;

    Watch(int mostSilent, Duration patience) {
        this.mostSilent = mostSilent;
        this.patienceNanos = patience.toNanos();
        thread = Thread.ofPlatform().daemon().name("fetch-watch").start(this::look);
    }

    void add(Exchange exchange) {
        running.add(exchange);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void remove(Exchange exchange) {
        running.remove(exchange);
    }

    int size() {
        return running.size();
    }

    private void look() {
        while (!closed) {
            asleep = true;
            while (running.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
            LockSupport.parkNanos(this, LOOK_NANOS);
            long now = System.nanoTime();
            List<Exchange> silent = new ArrayList<>();
            for (Exchange exchange : running) {
                if (exchange.silentNanos(now) > patienceNanos && !exchange.hasSpoken()) {
                    silent.add(exchange);
                }
                if (exchange.isLate(now) && !exchange.hasSpoken()) {
                    exchange.cut();
                }
            }
            if (silent.size() > mostSilent) {
                silent.sort(Comparator.comparingLong(e -> -e.silentNanos(now)));
                silent.subList(0, silent.size() - mostSilent).forEach(Exchange::cut);
            }
        }
    }

    /** Cuts what is still running. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        running.forEach(Exchange::cut);
    }
}

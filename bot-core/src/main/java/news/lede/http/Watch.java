package news.lede.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts exchanges whose time is over: a server that sends a byte a second never meets an idle limit. One thread looks at all of them ten times a second while there are
 * any, and sleeps while there are none; a timer for each exchange would cost more than the exchange waits.
 */
final class Watch implements AutoCloseable {
    private static final long LOOK_NANOS = 100_000_000;

    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    Watch() {
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
            for (Exchange exchange : running) {
                if (exchange.isLate(now)) {
                    exchange.cut();
                }
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

package news.lede.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connection of one fetch that is under way, together with the moment when it is cut. Used by its own thread and by the {@link Watch}. */
final class Exchange implements AutoCloseable {
    private static final long FAR = Long.MAX_VALUE / 4;

    private volatile long end;
    private volatile long cutAt;
    private volatile boolean cut;
    private volatile long silentSince;
    private volatile boolean silent;
    private @Nullable Socket socket;

    Exchange(Duration total) {
        this.end = System.nanoTime() + total.toNanos();
        this.cutAt = end;
    }

    /** What is left of the whole. */
    Duration left() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 0));
    }

    /** From now on we wait for the other side to show itself, as long as {@code step} within the whole. */
    void allow(Duration step) {
        long now = System.nanoTime();
        long stepEnd = now + step.toNanos();
        cutAt = stepEnd - end < 0 ? stepEnd : end;
        if (!silent) {
            silentSince = now;
            silent = true;
        }
    }

    /** From now on only the whole counts. */
    void allowTheRest() {
        silent = false;
        cutAt = end;
    }

    /** How long the other side has not shown itself; zero when it has, or is not waited for. */
    long silentNanos(long now) {
        return silent ? Math.max(0, now - silentSince) : 0;
    }

    /** Whether bytes have come that nobody has read yet: then it is we who are slow, and it does not count as silent any more. */
    synchronized boolean hasSpoken() {
        try {
            if (silent
                    && socket != null
                    && socket.isConnected()
                    && socket.getInputStream().available() > 0) {
                allowTheRest();
                return true;
            }
        } catch (IOException e) {
            // Broken already, as its own thread will find out.
        }
        return false;
    }

    /** A socket in place of the last one, without any proxy that the machine may be set to. */
    synchronized Socket open() throws IOException {
        closeSocket();
        if (cut) {
            throw new IOException("out of time");
        }
        Socket fresh = new Socket(Proxy.NO_PROXY);
        socket = fresh;
        return fresh;
    }

    /** Does something that does not count: without a connection, and with its clock standing still. */
    <T> T apart(Supplier<T> other) {
        close();
        silent = false;
        long began = System.nanoTime();
        cutAt = began + FAR;
        try {
            return other.get();
        } finally {
            long moved = end + (System.nanoTime() - began);
            end = moved;
            cutAt = moved;
        }
    }

    boolean isLate(long now) {
        return cutAt - now <= 0;
    }

    /** Whether its time was over before it was done. */
    boolean wasCut() {
        return cut;
    }

    /** Ends it from outside: whoever reads or writes gets an exception. */
    synchronized void cut() {
        cut = true;
        closeSocket();
    }

    @Override
    public synchronized void close() {
        closeSocket();
    }

    private void closeSocket() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing more is wanted from it.
            }
            socket = null;
        }
    }
}

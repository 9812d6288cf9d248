package news.lede.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads a body whole, unpacked, within a number of bytes that counts for what comes out of each unpacking. Only a few large ones are read at the same time: the others
 * stop reading meanwhile, so that many endless bodies at once do not fill the memory. Thread-safe.
 */
final class BodyReader {
    private static final int FIRST_BUFFER = 32 * 1024;
    private static final int NEXT_BUFFER = 256 * 1024;

    /** Servers that pack what is packed already exist; whoever packs three times means harm. */
    private static final int MOST_LAYERS = 2;

    /** Nine of ten feeds are smaller, and as many of this size as are read at once fit into a small heap. */
    private static final int LARGE = 256 * 1024;

    private static final int LARGE_ONES_AT_ONCE = 6;

    private final int maxBytes;
    private final Semaphore roomForLarge = new Semaphore(LARGE_ONES_AT_ONCE, true);

    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** {@code left} is how long it may take from now on. */
    byte[] read(AnswerHead head, Supplier<Duration> left) throws IOException {
        List<String> codings = head.codings();
        if (codings.size() > MOST_LAYERS) {
            throw new IOException("packed " + codings.size() + " times");
        }
        long length = head.length();
        if (length > maxBytes) {
            throw new TooLargeException("body of " + length + " bytes, more than " + maxBytes);
        }
        InputStream wire = head.body(maxBytes);
        if (codings.isEmpty()) {
            return whole(wire, length >= 0 ? length : FIRST_BUFFER, left);
        }
        Gunzip outer = gunzip(codings.getLast(), wire);
        try {
            return codings.size() == 1 ? whole(outer, FIRST_BUFFER, left) : second(codings.getFirst(), outer, left);
        } finally {
            outer.end();
        }
    }

    private byte[] second(String coding, Gunzip outer, Supplier<Duration> left) throws IOException {
        Gunzip inner = gunzip(coding, new MeteredInput(outer).allow(maxBytes, "body"));
        try {
            return whole(inner, FIRST_BUFFER, left);
        } finally {
            inner.end();
        }
    }

    private static Gunzip gunzip(String coding, InputStream packed) throws IOException {
        if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
            throw new IOException("packed as " + coding + ", which was not offered");
        }
        return new Gunzip(packed);
    }

    private byte[] whole(InputStream in, long expected, Supplier<Duration> left) throws IOException {
        Pieces pieces = new Pieces((int) Math.min(expected, NEXT_BUFFER));
        boolean large = false;
        try {
            while (pieces.readFrom(in)) {
                if (pieces.size() > maxBytes) {
                    throw new TooLargeException("body of more than " + maxBytes + " bytes");
                }
                if (!large && pieces.size() > LARGE) {
                    awaitRoom(left.get());
                    large = true;
                }
            }
            return pieces.joined();
        } finally {
            if (large) {
                roomForLarge.release();
            }
        }
    }

    private void awaitRoom(Duration patience) throws IOException {
        try {
            if (!roomForLarge.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedIOException("too many large bodies at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** What was read so far, in pieces, since growing one array would need two and a half times the memory. */
    private static final class Pieces {
        private final List<byte[]> full = new ArrayList<>();
        private byte[] last;
        private int used;
        private int size;

        Pieces(int expected) {
            // One more than expected, so that the end is seen without another piece.
            last = new byte[expected + 1];
        }

        /** False at the end. */
        boolean readFrom(InputStream in) throws IOException {
            if (used == last.length) {
                full.add(last);
                last = new byte[NEXT_BUFFER];
                used = 0;
            }
            int n = in.read(last, used, last.length - used);
            if (n > 0) {
                used += n;
                size += n;
            }
            return n >= 0;
        }

        int size() {
            return size;
        }

        byte[] joined() {
            byte[] all = new byte[size];
            int at = 0;
            for (byte[] piece : full) {
                System.arraycopy(piece, 0, all, at, piece.length);
                at += piece.length;
            }
            System.arraycopy(last, 0, all, at, used);
            return all;
        }
    }
}

package news.lede.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952). The JDK's stream calls itself for each empty member, so a body of many of them overflows the stack; this one loops. Members may follow each
 * other; other bytes after the last one are ignored, as browsers do. A body that ends early fails. Ended with {@link #end}.
 */
final class Gunzip extends InputStream {
    private static final int TRAILER = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[8 * 1024];
    private int from;
    private int to;
    private boolean inMember;
    private boolean atEnd;
    private boolean anyMember;

    Gunzip(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
        while (length > 0 && !atEnd) {
            if (!inMember && !header()) {
                atEnd = true;
                break;
            }
            int n = inflate(buffer, at, length);
            if (n > 0) {
                sum.update(buffer, at, n);
                return n;
            }
            if (inflater.finished()) {
                trailer();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("gzip with a dictionary");
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] buffer, int at, int length) throws IOException {
        try {
            if (inflater.needsInput() && !inflater.finished()) {
                if (from == to && !fill()) {
                    throw new EOFException("gzip ends early");
                }
                inflater.setInput(packed, from, to - from);
                from = to;
            }
            return inflater.inflate(buffer, at, length);
        } catch (DataFormatException e) {
            ZipException broken = new ZipException("gzip is broken: " + e.getMessage());
            broken.initCause(e);
            throw broken;
        }
    }

    /** Reads the head of a member; false when what follows the last one is none. */
    private boolean header() throws IOException {
        int first = next();
        if (first < 0 && anyMember) {
            return false;
        }
        if (first != 0x1f || next() != 0x8b || next() != 8) {
            if (anyMember) {
                return false;
            }
            throw first < 0 ? new EOFException("gzip without content") : new ZipException("labelled gzip but is not");
        }
        int flags = must();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(must() | must() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        anyMember = true;
        inMember = true;
        inflater.reset();
        sum.reset();
        return true;
    }

    private void trailer() throws IOException {
        from = to - inflater.getRemaining();
        long stated = 0;
        for (int i = 0; i < TRAILER; i++) {
            stated |= (long) must() << (8 * i);
        }
        long size = inflater.getBytesWritten() & 0xffffffffL;
        if (stated != (size << 32 | sum.getValue())) {
            throw new ZipException("gzip does not match its check sum");
        }
        inMember = false;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            must();
        }
    }

    private void skipText() throws IOException {
        while (must() != 0) {
            // up to its end
        }
    }

    private int must() throws IOException {
        int b = next();
        if (b < 0) {
            throw new EOFException("gzip ends early");
        }
        return b;
    }

    private int next() throws IOException {
        return from < to || fill() ? packed[from++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(in.read(packed, 0, packed.length), 0);
        return to > 0;
    }

    /** Gives back the memory outside the heap. The stream below stays open. */
    void end() {
        inflater.end();
    }
}

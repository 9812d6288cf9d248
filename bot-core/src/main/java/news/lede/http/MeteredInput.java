package news.lede.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes on at most an allowed number of bytes, then fails. */
final class MeteredInput extends FilterInputStream {
    private long left;
    private String what = "";
    private boolean ended;

    MeteredInput(InputStream in) {
        super(in);
    }

    /** From now on {@code bytes} more may pass; {@code what} names them in the failure. */
    MeteredInput allow(long bytes, String what) {
        this.left = bytes;
        this.what = what;
        return this;
    }

    /** Whether its end was read. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        count(n);
        return n;
    }

    private void count(int bytes) throws TooLargeException {
        ended |= bytes < 0;
        left -= Math.max(bytes, 0);
        if (left < 0) {
            throw new TooLargeException(what + " larger than allowed");
        }
    }
}

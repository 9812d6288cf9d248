package news.lede.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Reads a body whole, unpacked, within a number of bytes that counts for what comes out of each unpacking. */
record BodyReader(int maxBytes) {
    private static final int FIRST_BUFFER = 32 * 1024;

    /** Servers that pack what is packed already exist; whoever packs three times means harm. */
    private static final int MOST_LAYERS = 2;

    byte[] read(AnswerHead head) throws IOException {
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
            return whole(wire, length >= 0 ? (int) length : FIRST_BUFFER);
        }
        Gunzip outer = gunzip(codings.getLast(), wire);
        try {
            return codings.size() == 1 ? whole(outer, FIRST_BUFFER) : second(codings.getFirst(), outer);
        } finally {
            outer.end();
        }
    }

    private byte[] second(String coding, Gunzip outer) throws IOException {
        Gunzip inner = gunzip(coding, new MeteredInput(outer).allow(maxBytes, "body"));
        try {
            return whole(inner, FIRST_BUFFER);
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

    private byte[] whole(InputStream in, int expected) throws IOException {
        // One more than expected, so that the end is seen without growing.
        byte[] bytes = new byte[Math.min(expected, FIRST_BUFFER * 8) + 1];
        int size = 0;
        while (true) {
            int n = in.read(bytes, size, bytes.length - size);
            if (n < 0) {
                return Arrays.copyOf(bytes, size);
            }
            size += n;
            if (size > maxBytes) {
                throw new TooLargeException("body of more than " + maxBytes + " bytes");
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(size * 2L, maxBytes + 1L));
            }
        }
    }
}

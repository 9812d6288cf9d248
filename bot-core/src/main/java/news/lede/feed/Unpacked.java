package news.lede.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks a document that is a gzip file itself, as many sitemaps are. Pure; never more than a bound. */
final class Unpacked {
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private Unpacked() {}

    static boolean isPacked(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    }

    /** What is inside; empty when that is more than 10 MiB or the file is damaged at once. A file cut off gives what can be read. */
    static Optional<byte[]> of(byte[] bytes) {
        byte[] out = new byte[Math.min(MOST_BYTES + 1, Math.max(64 * 1024, bytes.length * 8))];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int read = 0; read >= 0; read = in.read(out, length, out.length - length)) {
                length += read;
                if (length > MOST_BYTES) {
                    return Optional.empty();
                }
                if (length == out.length) {
                    out = Arrays.copyOf(out, Math.min(MOST_BYTES + 1, 2 * out.length));
                }
            }
        } catch (IOException e) {
            if (length == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(out, length));
    }
}

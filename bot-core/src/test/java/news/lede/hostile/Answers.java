package news.lede.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import news.lede.hostile.HostileServer.Row;

/** Ways to answer, honest and other. */
public final class Answers {
    private Answers() {}

    /** Exactly these characters, one byte each. */
    public static Row raw(String text) {
        return (_, out) -> out.write(text.getBytes(ISO_8859_1));
    }

    /** Status and header lines without a body. */
    public static Row status(int status, String... headers) {
        return ok(status, new byte[0], headers);
    }

    public static Row ok(String body, String... headers) {
        return ok(200, body.getBytes(UTF_8), headers);
    }

    public static Row ok(int status, byte[] body, String... headers) {
        return (_, out) -> {
            out.write(head(status, headers));
            if (status != 304) {
                out.write(body);
            }
        };
    }

    /** Up to the empty line, with no length: the end of the connection is the end of the body. */
    public static byte[] head(int status, String... headers) {
        String lines = String.join("\r\n", headers);
        return ("HTTP/1.1 " + status + " So\r\n" + (lines.isEmpty() ? "" : lines + "\r\n")
                        + "Connection: close\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    public static Row redirect(int status, String location, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Location: " + location;
        return status(status, all);
    }

    /** Says {@code once}, then {@code again} without end and as fast as it is read. */
    public static Row endless(String once, byte[] again) {
        return (asked, out) -> {
            out.write(once.getBytes(ISO_8859_1));
            byte[] block = times(again, Math.max(1, 50_000 / again.length));
            do {
                out.write(block);
            } while (asked.server().pause(Duration.ZERO));
        };
    }

    /** Says {@code once}, then {@code again} at every {@code pace} without end. */
    public static Row trickle(String once, String again, Duration pace) {
        return (asked, out) -> {
            out.write(once.getBytes(ISO_8859_1));
            do {
                out.write(again.getBytes(ISO_8859_1));
                out.flush();
            } while (asked.server().pause(pace));
        };
    }

    /** Takes the question and says nothing until the other side hangs up. */
    public static Row silence() {
        return (asked, _) -> asked.more().transferTo(OutputStream.nullOutputStream());
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** {@code bytes} so many times. */
    public static byte[] times(byte[] bytes, int count) {
        byte[] all = new byte[bytes.length * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }
}

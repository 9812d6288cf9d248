package news.lede.fetch;

import java.time.Duration;

/**
 * Bounds of one fetch. {@code total} covers everything from the look-up of the name to the last byte, redirects included; {@code connect} one connection with its
 * handshake; {@code firstByte} the silence of one server after our question. {@code headBytes} bounds status line and headers of one answer, {@code bodyBytes} the body
 * after decompression.
 */
public record FetchLimits(
        int hops, Duration connect, Duration firstByte, Duration total, int headBytes, int bodyBytes) {
    /**
     * Five hops: longer chains were seen only in loops. Ten MiB: the largest honest feeds stay below four. Silence for longer than twelve seconds is hardly ever followed
     * by an answer, and the connection is of more use to another source. 64 KiB of headers is eight times what common servers would send.
     */
    public static final FetchLimits DEFAULT = new FetchLimits(
            5, Duration.ofSeconds(10), Duration.ofSeconds(12), Duration.ofSeconds(30), 64 * 1024, 10 * 1024 * 1024);

    /** The usual bounds but for time: {@code total} counts for each step too. */
    public FetchLimits within(Duration total) {
        return new FetchLimits(hops, shorter(connect, total), shorter(firstByte, total), total, headBytes, bodyBytes);
    }

    /** The usual bounds but for the body. */
    public FetchLimits withBodyBytes(int bytes) {
        return new FetchLimits(hops, connect, firstByte, total, headBytes, bytes);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

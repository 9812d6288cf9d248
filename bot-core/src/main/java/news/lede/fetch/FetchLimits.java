package news.lede.fetch;

import java.time.Duration;

/** Bounds of one fetch, redirects included. {@code bodyBytes} counts after decompression. */
public record FetchLimits(int hops, Duration connect, Duration total, int bodyBytes) {
    /** Five hops: longer chains were seen only in loops. Ten MiB: the largest honest feeds stay below four. */
    public static final FetchLimits DEFAULT =
            new FetchLimits(5, Duration.ofSeconds(10), Duration.ofSeconds(30), 10 * 1024 * 1024);
}

package news.lede.lease;

/**
 * The right to do something alone, as it was given once.
 *
 * @param token rises each time that somebody takes the lease of this name: an older one is worth nothing
 */
public record Lease(String name, String holder, long token) {}

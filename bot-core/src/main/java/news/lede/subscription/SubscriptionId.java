package news.lede.subscription;

/** Identifies a {@link Subscription} within an installation. */
public record SubscriptionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

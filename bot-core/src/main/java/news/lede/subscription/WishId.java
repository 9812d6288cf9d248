package news.lede.subscription;

/** Identifies a {@link Wish} within an installation. */
public record WishId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

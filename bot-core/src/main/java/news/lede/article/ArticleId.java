package news.lede.article;

/** Identifies an {@link Article} within an installation. Grows with the order of storing. */
public record ArticleId(long value) implements Comparable<ArticleId> {
    @Override
    public int compareTo(ArticleId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

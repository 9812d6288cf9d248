package news.lede.source;

/** Identifies a {@link Source} within an installation. */
public record SourceId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

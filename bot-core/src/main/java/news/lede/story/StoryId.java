package news.lede.story;

/** Identifies a {@link Story} within an installation. */
public record StoryId(long value) implements Comparable<StoryId> {
    @Override
    public int compareTo(StoryId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package news.lede.topic;

/** A topic's short name as a person types it: lower case, digits, hyphens; unique within a workspace. */
public record TopicId(String value) implements Comparable<TopicId> {
    public TopicId {
        if (!value.matches("[\\p{Ll}\\p{Lo}0-9]+(-[\\p{Ll}\\p{Lo}0-9]+)*")) {
            throw new IllegalArgumentException("not a topic name: " + value);
        }
    }

    @Override
    public int compareTo(TopicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

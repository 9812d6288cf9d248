package news.lede.community;

/** Identifies a {@link Conversation} within an installation. */
public record ConversationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package news.lede.community;

/** What was handed to somebody, so that they decide on it without deciding on everything. */
public sealed interface Charge {
    /** A topic of the workspace, by its id. */
    record OfTopic(String topic) implements Charge {
        public OfTopic {
            if (topic.isEmpty()) {
                throw new IllegalArgumentException("a topic has an id");
            }
        }
    }

    /** How a conversation is told, and of what. The conversation of a channel stands for its threads too. */
    record OfConversation(ConversationId conversation) implements Charge {}
}

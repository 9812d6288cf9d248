package news.lede.community;

import java.util.List;

/**
 * Communities and their conversations by title, for whoever looks after an installation. Private chats of persons stand in it nowhere: what somebody reads there is theirs alone. Tens of thousands of
 * those are passed over where they are kept.
 */
public interface AddressBook {
    /** A conversation with the workspace it belongs to. */
    record Entry(Workspace workspace, Conversation conversation) {
        /** Whether it is the private chat of a person, as {@link Place} tells them. */
        public boolean isPrivate() {
            String chat = conversation.place().chat();
            return switch (conversation.place().platform()) {
                case "discord" -> chat.startsWith("user:") || workspace.key().startsWith("user:");
                case "telegram" -> !chat.startsWith("-");
                default -> false;
            };
        }
    }

    /** Discord servers, Telegram groups and channels by title, those of one title as they were made; at most {@code most}. */
    List<Workspace> communities(int most);

    /** Conversations by the title of their workspace, those of one title as they were made, without the first {@code skipped}; at most {@code most}. */
    List<Entry> conversations(int skipped, int most);
}

package news.lede.community;

import java.util.List;
import java.util.Optional;

/**
 * Communities and their conversations by title, for whoever looks after an installation. What is a person's alone by the {@link PersonalPlaces} of its wiring stands in it nowhere: what somebody reads there is
 * theirs. Tens of thousands of those are passed over where they are kept.
 */
public interface AddressBook {
    /** A conversation with the workspace it belongs to. */
    record Entry(Workspace workspace, Conversation conversation) {}

    /** Workspaces of several persons, on platforms that tell those from persons', by title, those of one title as they were made; at most {@code most}. */
    List<Workspace> communities(int most);

    /** Conversations by the title of their workspace, those of one title as they were made, without the first {@code skipped}; at most {@code most}. */
    List<Entry> conversations(int skipped, int most);

    /** One of the {@link #conversations}. */
    Optional<Entry> conversation(ConversationId id);
}

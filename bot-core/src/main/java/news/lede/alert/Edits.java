package news.lede.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.community.ConversationId;

/** Where it is kept which messages are behind, for whoever edits them. */
public interface Edits {
    /** What is due on a platform, the longest due first; at most one for each conversation, none for those that are suspended or in {@code except}. */
    List<Edit> due(String platform, Instant now, Collection<ConversationId> except, int limit);

    Optional<Instant> nextDue(String platform);

    /** The message shows {@code revision} now. Nothing is due any more unless another one is wanted by then. */
    void shown(Edit edit, int revision);

    void later(Edit edit, Instant due);

    /** The message is gone or cannot be edited: left as it is. */
    void leave(Edit edit);
}

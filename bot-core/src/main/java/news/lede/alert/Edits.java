package news.lede.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.community.ConversationId;

/** Where it is kept which messages are behind, for whoever edits them. A message that another one took the place of meanwhile is left alone. */
public interface Edits {
    /** What is due on a platform, the longest due first; at most one for each conversation, none for those that are suspended or in {@code except}. */
    List<Edit> due(String platform, Instant now, Collection<ConversationId> except, int limit);

    /** The message shows {@code revision} now, which is all there is to show of what {@code edit} wanted. Nothing is due any more unless more is wanted by then. */
    void shown(Edit edit, int revision);

    void later(Edit edit, Instant due);

    /** It cannot be edited: left as it is. */
    void leave(Edit edit);

    /** The message is gone: there is nothing to edit or to reply to. */
    void gone(Edit edit);
}

package news.lede.alert;

import java.time.Instant;
import java.util.List;
import news.lede.community.ConversationId;

/** Counts what waits to be told, and says how the latest messages fare. Reads every row that waits: for somebody who looks, not for a loop. */
public interface Backlogs {
    Backlog at(Instant now);

    /** The messages that were planned last, the newest first, at most {@code limit}, whatever became of them. */
    List<Fate> latest(int limit);

    /** What is not done with for a conversation, kept back or not, the oldest first, at most {@code limit}. */
    List<DeliveryId> open(ConversationId conversation, int limit);

    /** So many messages of a platform, kept back for that reason ({@code problem} of them; empty when it is not known yet), the first planned at {@code oldest}. */
    record Kept(String platform, String why, int messages, Instant oldest) {}

    /** What is kept back, by platform, then reason. */
    List<Kept> kept();
}

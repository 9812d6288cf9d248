package news.lede.community;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Until when somebody has seen what became of a conversation's stories. */
public interface Looks {
    /** A mark older than this is forgotten: who comes back after a month begins anew. */
    Duration KEPT = Duration.ofDays(30);

    /** When this person looked last in this conversation; empty when they never did, or longer ago than {@link #KEPT} before {@code now}. */
    Optional<Instant> last(ConversationId conversation, PersonKey person, Instant now);

    /** Moves the mark to {@code at}, never back, and forgets the marks of everybody that are older than {@link #KEPT} by then. */
    void looked(ConversationId conversation, PersonKey person, Instant at);
}

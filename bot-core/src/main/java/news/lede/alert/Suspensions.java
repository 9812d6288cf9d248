package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.community.ConversationId;

/** Where it is kept which conversations cannot be written to. What is open there waits; nothing of it is lost. */
public interface Suspensions {
    /** A conversation that cannot be written to. {@code told}: when whoever can mend it was told. */
    record Suspension(
            ConversationId conversation,
            Messenger.Reason reason,
            String detail,
            Instant since,
            Optional<Instant> told) {}

    /** Nothing is sent there until {@link #resume}. False if it was suspended for that reason before; another reason takes the place of the one before, and is to be told again. */
    boolean suspend(ConversationId conversation, Messenger.Reason reason, String detail, Instant now);

    /** A message that could not be sent for longer than this is no news any more; its story stands in the next digest, if it still matters. */
    Duration STALE = Duration.ofDays(1);

    /** Why such a message is cancelled. */
    String STALE_PROBLEM = "could not be sent for a day";

    /** What waited there is due, what waited for longer than {@link #STALE} is cancelled. False if it was not suspended. */
    boolean resume(ConversationId conversation, Instant now);

    Optional<Suspension> find(ConversationId conversation);

    /** At most {@code limit} of a platform that nobody was told of, the oldest first. */
    List<Suspension> untold(String platform, int limit);

    /** Whoever can mend it was told, or there is nobody. */
    void told(ConversationId conversation, Instant at);
}

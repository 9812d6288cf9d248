package news.lede.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;

/** Where planned messages are kept, for whoever sends them. Each change is on disk when the call returns. */
public interface Deliveries {
    /**
     * What is due on a platform, in the order to send it: by lane, then by id. At most one for each conversation, the oldest of its open ones, so that order is kept; none for conversations that are
     * suspended, paused or in {@code except}.
     */
    List<Delivery> due(String platform, Instant now, Collection<ConversationId> except, int limit);

    /** When something is due next on a platform. */
    Optional<Instant> nextDue(String platform);

    /** Begins an attempt: {@link Delivery.State#SENDING}. Empty if it is not to be sent any more. */
    Optional<Delivery> begin(DeliveryId id, Instant now);

    /** Sent: what it told is told, by {@code receipt}, as {@code shown}. */
    void sent(DeliveryId id, Receipt receipt, List<Shown> shown, Instant now);

    /** A story at a revision, as a message shows it. */
    record Shown(StoryId story, int revision) {}

    /** Not taken; again at {@code due}. */
    void retry(DeliveryId id, Instant due, String problem);

    /** No answer came; looked at again at {@code due}. */
    void unknown(DeliveryId id, Instant due, String problem);

    void giveUp(DeliveryId id, String problem, Instant now);

    void cancel(DeliveryId id, String problem, Instant now);

    /** Nothing is sent there until {@link #resume}; what is open stays. False if it was suspended for that reason before. */
    boolean suspend(ConversationId conversation, Messenger.Reason reason, String detail, Instant now);

    /** False if it was not suspended. */
    boolean resume(ConversationId conversation);

    Optional<Suspension> suspension(ConversationId conversation);

    /** A conversation that cannot be written to. {@code told}: when whoever can mend it was told. */
    record Suspension(
            ConversationId conversation,
            Messenger.Reason reason,
            String detail,
            Instant since,
            Optional<Instant> told) {}

    /** What a process that ended had begun and not recorded becomes {@link Delivery.State#UNKNOWN}, due at once. How many they were. */
    int interrupted(String platform, Instant now);

    Optional<Delivery> find(DeliveryId id);
}

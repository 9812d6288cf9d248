package news.lede.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;

/** Where planned messages are kept, for whoever sends them. Each change is on disk when the call, or the transaction it takes part in, returns. */
public interface Deliveries {
    /** Plans a message; empty if one of its conversation, story, kind and number was planned before. In a conversation that is suspended it waits. */
    Optional<DeliveryId> plan(Planned planned);

    /** What a new {@link Delivery} is made of. */
    record Planned(
            ConversationId conversation,
            Delivery.Kind kind,
            Optional<StoryId> story,
            long number,
            int revision,
            Lane lane,
            Instant at,
            Instant due) {}

    /**
     * What is due on a platform, in the order to send it: by lane, then the longest due. At most one for each conversation, the oldest of its open ones, so that order is kept; none for conversations
     * that are suspended, paused or in {@code except}, or where an attempt is under way.
     */
    List<Delivery> due(String platform, Instant now, Collection<ConversationId> except, int limit);

    /** Begins an attempt: {@link Delivery.State#SENDING}. Empty if it is not to be sent any more, or not now. */
    Optional<Delivery> begin(DeliveryId id, Instant now);

    /** Sent: what it told is told, by {@code receipt}, as {@code shown}. A message that shows less than is known by now is to be edited. */
    void sent(DeliveryId id, Receipt receipt, List<Shown> shown, Instant now);

    /** A story at a revision, as a message shows it. */
    record Shown(StoryId story, int revision) {}

    /** Not taken; again at {@code due}. */
    void retry(DeliveryId id, Instant due, String problem);

    /** No answer came to the attempt that was begun; looked at again at {@code due}. */
    void unknown(DeliveryId id, Instant due, String problem);

    /** Nothing was tried, and what is in doubt stays so; looked at again at {@code due}. */
    void postpone(DeliveryId id, Instant due, String problem);

    /** Not sent, but told in a digest. */
    void hold(DeliveryId id, String problem);

    void giveUp(DeliveryId id, String problem, Instant now);

    void cancel(DeliveryId id, String problem, Instant now);

    /** What a process that ended had begun and not recorded becomes {@link Delivery.State#UNKNOWN}, due at once. How many they were. */
    int interrupted(String platform, Instant now);

    Optional<Delivery> find(DeliveryId id);

    /** Nothing at all is sent on a platform until then; the later of {@code until} and what is kept. */
    void rest(String platform, Instant until);

    /** Until when a platform rests, if beyond {@code now}. */
    Optional<Instant> resting(String platform, Instant now);
}

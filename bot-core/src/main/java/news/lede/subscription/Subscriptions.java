package news.lede.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** Where subscriptions and the settings of channels are kept. Equal wishes are one, whoever has them. */
public interface Subscriptions {
    /** More than a channel's readers could follow. */
    int MOST_OF_A_CONVERSATION = 50;

    int MOST_OF_A_WORKSPACE = 200;

    /**
     * Adds one; where the conversation has an equal wish that is told at once, or by digests, like this one, that is told by {@code cadence} from now on, and is not paused any more.
     *
     * @param nextDue of a digest; empty for what is told at once
     * @param most how many the workspace may have
     */
    Outcome subscribe(
            Conversation conversation,
            Wish wish,
            Cadence cadence,
            Optional<Instant> nextDue,
            PersonKey by,
            Instant at,
            int most);

    /** The same where the workspace may have {@link #MOST_OF_A_WORKSPACE}. */
    default Outcome subscribe(
            Conversation conversation,
            Wish wish,
            Cadence cadence,
            Optional<Instant> nextDue,
            PersonKey by,
            Instant at) {
        return subscribe(conversation, wish, cadence, nextDue, by, at, MOST_OF_A_WORKSPACE);
    }

    /** What came of it. */
    sealed interface Outcome {
        /** {@code fresh}: it was not there before. */
        record Subscribed(Subscription subscription, boolean fresh) implements Outcome {}

        /** Nothing was changed: there are {@code most} already, in the conversation or in its whole workspace. */
        record Full(int most, boolean workspace) implements Outcome {}
    }

    /** False if there is none. */
    boolean unsubscribe(SubscriptionId id);

    Optional<Subscription> find(SubscriptionId id);

    /** All of a conversation, oldest first. */
    List<Subscription> of(ConversationId conversation);

    /** All of a workspace's conversations, oldest first. */
    List<Subscription> of(WorkspaceId workspace);

    /** Told nothing before {@code until}; empty: from now on. */
    void pause(SubscriptionId id, Optional<Instant> until);

    /** A wish with its id. */
    record Wanted(WishId id, Wish wish) {}

    /** Wishes with ids above {@code after}, by id. What nobody has any more stays, since it may be wished again: who has read to the end has missed none, and need not read twice. */
    List<Wanted> wanted(WishId after, int limit);

    /** At most {@code limit} subscriptions, paused ones too, whose digest is due by {@code now}, the earliest first. */
    List<Due> due(Instant now, int limit);

    /** A subscription whose digest was due at {@code at}. */
    record Due(Subscription subscription, Instant at) {}

    /** When the next digest of a subscription is due; empty if it is told at once, or there is none. */
    Optional<Instant> nextDue(SubscriptionId id);

    /** When the next digest of a subscription is due; {@code before} is what it was, so that no two planners move it twice. False if it was something else. */
    boolean nextDue(SubscriptionId id, Instant before, Instant next);

    /** Tells a subscription to digests by another schedule; does nothing if it is told at once. */
    void reschedule(SubscriptionId id, Cadence.ByDigest digest, Instant next);

    /** The settings of a conversation; the standard ones when nothing was chosen. */
    Channel channel(ConversationId conversation);

    /** The conversations of a platform that what members report comes to, by id. */
    List<Conversation> hearingReports(String platform);

    void save(Channel channel);

    /** Changes the settings of a conversation as they are then, whoever else changes others of them at the same time. What they are now. */
    Channel change(ConversationId conversation, UnaryOperator<Channel> change);
}

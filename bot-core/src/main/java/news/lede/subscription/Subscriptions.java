package news.lede.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;

/** Where subscriptions and the settings of channels are kept. */
public interface Subscriptions {
    /** Adds one, or changes when an equal wish of the conversation is told by digests. {@code nextDue}: of a digest. */
    Subscription subscribe(
            Conversation conversation, Wish wish, Cadence cadence, Optional<Instant> nextDue, PersonKey by, Instant at);

    /** False if there is none. */
    boolean unsubscribe(SubscriptionId id);

    Optional<Subscription> find(SubscriptionId id);

    /** All of a conversation, oldest first. */
    List<Subscription> of(ConversationId conversation);

    /** Told nothing before {@code until}; empty: from now on. */
    void pause(SubscriptionId id, Optional<Instant> until);

    /** A wish that somebody has, with its id. */
    record Wanted(WishId id, Wish wish) {}

    /** Wishes with ids above {@code after} that any subscription has, by id: read once, then kept up with by whoever matches. */
    List<Wanted> wanted(WishId after, int limit);

    /** At most {@code limit} digest subscriptions due by {@code now}, the earliest first. */
    List<Due> due(Instant now, int limit);

    /** A subscription whose digest was due at {@code at}. */
    record Due(Subscription subscription, Instant at) {}

    /** When the next digest of a subscription is due; {@code before} is what it was, so that no two planners move it twice. False if it was something else. */
    boolean nextDue(SubscriptionId id, Instant before, Instant next);

    /** The settings of a conversation; the standard ones when nothing was chosen. */
    Channel channel(ConversationId conversation);

    void save(Channel channel);
}

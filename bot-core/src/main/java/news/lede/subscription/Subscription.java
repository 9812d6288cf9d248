package news.lede.subscription;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/**
 * A standing wish of a conversation.
 *
 * @param workspace that of the conversation: its sources are what is seen, its topics are what is meant
 * @param cadence at once, or by a digest
 * @param by who asked for it
 * @param pausedUntil told nothing before then
 */
public record Subscription(
        SubscriptionId id,
        WishId wishId,
        Wish wish,
        ConversationId conversation,
        WorkspaceId workspace,
        Cadence cadence,
        Instant created,
        PersonKey by,
        Optional<Instant> pausedUntil) {}

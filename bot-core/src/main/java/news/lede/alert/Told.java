package news.lede.alert;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.story.StoryId;

/**
 * What a conversation knows of a story.
 *
 * @param by the message that told it
 * @param receipt of that message; empty: it was told within a digest, which is not edited
 * @param shown the revision that the message shows, or a later one that a digest told since
 * @param wanted the revision that it should show
 * @param editDue not before then; empty: nothing is to be edited
 */
public record Told(
        StoryId story,
        ConversationId conversation,
        DeliveryId by,
        Optional<Receipt> receipt,
        Instant at,
        int shown,
        int wanted,
        Optional<Instant> editDue) {}

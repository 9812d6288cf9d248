package news.lede.alert;

import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.story.StoryId;

/**
 * A message that is to be brought up to date because moderators took back something it tells, or gave it back.
 *
 * @param delivery that brought the message
 * @param story what it tells of; empty for a digest
 */
public record Retraction(
        ConversationId conversation, Place place, DeliveryId delivery, Optional<StoryId> story, Receipt receipt) {}

package news.lede.alert;

import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;

/**
 * A message of a story that is behind: it shows another revision than it should.
 *
 * @param delivery that brought the message
 */
public record Edit(
        ConversationId conversation,
        Place place,
        WorkspaceId workspace,
        StoryId story,
        DeliveryId delivery,
        Receipt receipt,
        int shown,
        int wanted) {}

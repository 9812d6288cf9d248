package news.lede.alert;

import news.lede.community.ConversationId;
import news.lede.story.StoryId;

/** A message of a story that is behind: it shows another revision than it should. */
public record Edit(ConversationId conversation, StoryId story, Receipt receipt, int shown, int wanted) {}

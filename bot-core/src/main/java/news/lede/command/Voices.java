package news.lede.command;

import news.lede.story.StoryReports;
import news.lede.story.StoryVotes;

/** What members say of stories. */
public record Voices(StoryVotes votes, StoryReports reports) {}

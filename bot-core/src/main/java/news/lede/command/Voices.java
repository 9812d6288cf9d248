package news.lede.command;

import news.lede.community.Suggestions;
import news.lede.story.StoryReports;
import news.lede.story.StoryVotes;

/** What members say of stories, and what they propose. */
public record Voices(StoryVotes votes, StoryReports reports, Suggestions suggestions) {}

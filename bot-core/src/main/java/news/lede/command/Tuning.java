package news.lede.command;

import news.lede.topic.TopicDrafts;
import news.lede.topic.TopicVotes;
import news.lede.topic.Topics;

/** What commands on definitions of topics work with. */
public record Tuning(Topics defined, TopicDrafts drafts, TopicVotes votes) {}

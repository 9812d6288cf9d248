package news.lede.command;

import java.time.InstantSource;
import java.util.function.Supplier;
import news.lede.article.ArticleIndex;
import news.lede.article.Articles;
import news.lede.community.Looks;
import news.lede.ingest.AskedLinks;
import news.lede.source.Sources;
import news.lede.story.RelatedStories;
import news.lede.story.Stories;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.subscription.Subscriptions;
import news.lede.summary.Summarizer;
import news.lede.topic.OwnTopics;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicSearch;

/**
 * What commands work with. What costs time to start is supplied when a command needs it: {@code /help} and {@code /latest} open no index and read no topics.
 * Suppliers are asked at each question; whoever gives them makes the thing once.
 */
public record Newsroom(
        Stories stories,
        Articles articles,
        Sources sources,
        StoryViews views,
        StoryRanking ranking,
        OwnTopics ownTopics,
        Looks looks,
        Summarizer summarizer,
        Supplier<ArticleIndex> index,
        Supplier<RelatedStories> related,
        Supplier<TopicCatalog> topics,
        Supplier<TopicSearch> topicSearch,
        Tuning tuning,
        Voices voices,
        Subscriptions subscriptions,
        Dispatch dispatch,
        Supplier<Following> following,
        Supplier<AskedLinks> askedLinks,
        Oversight oversight,
        Leaving leaving,
        InstantSource clock) {}

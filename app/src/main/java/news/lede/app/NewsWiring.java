package news.lede.app;

import news.lede.app.metrics.MeteredEmbedder;
import news.lede.app.metrics.Meters;
import news.lede.config.Settings;
import news.lede.onnx.DisabledEmbedder;
import news.lede.onnx.MiniLmEmbedder;
import news.lede.story.RelatedStories;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.topic.ArticleVectors;
import news.lede.topic.Embedder;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicSearch;

/** How stored news is seen: views and weights of stories, topics, what relates. Used by whoever answers and whoever tells. */
final class NewsWiring implements AutoCloseable {
    private final Lazy<Embedder> embedder;
    private final Lazy<StoryViews> views;
    private final Lazy<StoryRanking> ranking;
    private final Lazy<TopicCatalog> catalog;
    private final Lazy<TopicDesk> topicDesk;
    private final Lazy<TopicSearch> topicSearch;
    private final Lazy<RelatedStories> related;

    NewsWiring(Settings settings, InForce inForce, StoreWiring kept, Meters meters) {
        embedder = new Lazy<>(() -> settings.embedding().enabled()
                ? new MeteredEmbedder(new MiniLmEmbedder(), meters, System::nanoTime)
                : new DisabledEmbedder());
        views = new Lazy<>(
                () -> new StoryViews(kept.store().stories(), kept.store().articles()));
        ranking = new Lazy<>(() -> new StoryRanking(inForce::publishers));
        catalog =
                new Lazy<>(() -> new TopicCatalog(inForce::topics, kept.store().topics()));
        topicDesk = new Lazy<>(() -> new TopicDesk(
                kept.store().articles(),
                embedder.get(),
                kept.store().vectors(),
                kept.store().topicVotes(),
                inForce::topics));
        topicSearch = new Lazy<>(() -> new TopicSearch(
                topicDesk.get(),
                kept.store().articles(),
                kept.index().get(),
                kept.store().stories(),
                views.get()));
        related = new Lazy<>(() -> new RelatedStories(
                kept.store().stories(),
                kept.store().articles(),
                kept.index().get(),
                views.get(),
                new ArticleVectors(
                        kept.store().articles(), embedder.get(), kept.store().vectors())));
    }

    Embedder embedder() {
        return embedder.get();
    }

    StoryViews views() {
        return views.get();
    }

    StoryRanking ranking() {
        return ranking.get();
    }

    Lazy<TopicCatalog> catalog() {
        return catalog;
    }

    Lazy<TopicDesk> topicDesk() {
        return topicDesk;
    }

    Lazy<TopicSearch> topicSearch() {
        return topicSearch;
    }

    Lazy<RelatedStories> related() {
        return related;
    }

    @Override
    public void close() {
        Closing.quietly(embedder.ifMade());
    }
}

package news.lede.benchmarks.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.IndexKeeper;
import news.lede.benchmarks.stories.InventedNews.Item;
import news.lede.community.Communities;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.onnx.MiniLmEmbedder;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.RelatedStories;
import news.lede.story.StoryId;

/**
 * Makes a data folder of many invented articles in their stories, indexed, with vectors: what a Lede has after months. Stories are those of the invented events, which is quicker than grouping and
 * leaves the same tables.
 */
public final class StoreFilling {
    private static final int PORTION = 500;

    private StoreFilling() {}

    /** Arguments: the data folder, which must not exist, and how many articles to end now. */
    public static void main(String[] args) throws Exception {
        fill(Path.of(args[0]), Integer.parseInt(args[1]), Instant.now());
    }

    /** Fills {@code data}, which must not exist, with {@code count} articles, the last of them published at {@code end}. */
    public static void fill(Path data, int count, Instant end) throws Exception {
        if (Files.exists(data)) {
            throw new IllegalArgumentException(data + " is there already");
        }
        Files.createDirectories(data);
        try (Store store = SqliteStore.open(data, Store.Mode.ALONE);
                MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            fill(store, embedder.model(), 7, count, end, PORTION);
            try (LuceneArticleIndex index =
                    LuceneArticleIndex.open(data.resolve("index"), store.identity(), RelatedStories::sketch)) {
                new IndexKeeper(store.articles(), index).catchUp((_, _) -> {});
            }
        }
    }

    /**
     * The same within a store, without an index.
     *
     * @param seed another one invents other events
     * @param together so many articles are one transaction
     */
    public static void fill(Store store, String model, long seed, int count, Instant end, int together) {
        InventedNews news = new InventedNews(seed, InventedNews.firstOf(count, end));
        List<SourceId> sources = sources(store);
        Map<Integer, StoryId> stories = new HashMap<>();
        List<Item> portion = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            portion.add(news.next());
            if (portion.size() == together || i == count - 1) {
                store.transactor().inTransaction(() -> {
                    portion.forEach(item -> keep(store, item, sources, stories, seed, model));
                    return portion.size();
                });
                portion.clear();
            }
        }
    }

    /** One for each publisher, all in the pack that everybody follows. */
    private static List<SourceId> sources(Store store) {
        List<SourceId> sources = new ArrayList<>();
        for (int i = 0; i < InventedNews.PUBLISHERS; i++) {
            SourceId id = store.sources()
                    .addIfAbsent(
                            SourceKind.FEED, "https://" + InventedNews.host(i) + "/feed", InventedNews.publisher(i))
                    .id();
            store.sources().addToPack(Communities.DEFAULT_PACK, id);
            sources.add(id);
        }
        return sources;
    }

    private static void keep(
            Store store, Item item, List<SourceId> sources, Map<Integer, StoryId> stories, long seed, String model) {
        Instant seen = item.article().published();
        Article article = store.articles()
                .add(
                        item.article(),
                        List.of(new ArticleKey("link:" + item.article().url().orElseThrow() + "?" + seed)),
                        sources.get(item.publisher()),
                        Optional.empty(),
                        seen);
        StoryId story = stories.get(item.event());
        if (story == null) {
            stories.put(
                    item.event(),
                    store.stories().open(article.id(), article.language(), seen).id());
        } else {
            store.stories().join(story, article.id(), seen);
        }
        store.vectors().putArticle(model, article.id(), item.vector());
    }
}

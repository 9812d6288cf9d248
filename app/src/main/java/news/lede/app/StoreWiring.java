package news.lede.app;

import java.nio.file.Path;
import java.util.logging.Level;
import news.lede.article.ArticleIndex;
import news.lede.article.IndexKeeper;
import news.lede.config.Settings;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.store.PostgresStore;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.RelatedStories;

/** What is kept: the store of a data folder, and the search index made of it. Each is opened when it is first needed. */
final class StoreWiring implements AutoCloseable {
    private static final java.util.logging.Logger LUCENE_ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final Object indexing = new Object();
    private final Lazy<Store> store;
    private final Lazy<ArticleIndex> index;

    StoreWiring(Path data, Settings.Store settings, Lede.Use use) {
        store = new Lazy<>(() -> openStore(data, settings, use));
        index = new Lazy<>(() -> openIndex(data, use));
    }

    private static Store openStore(Path data, Settings.Store settings, Lede.Use use) {
        Store.Mode mode = switch (use) {
            case ASK -> Store.Mode.BESIDE;
            case IMPORT -> Store.Mode.ALONE;
            case RUN -> Store.Mode.SERVING;
        };
        return settings.url()
                .<Store>map(url -> PostgresStore.open(
                        url,
                        settings.user().orElse(""),
                        settings.password().reveal().orElse(""),
                        mode))
                .orElseGet(() -> SqliteStore.open(data, mode));
    }

    /** Whatever was stored since the index was last open is added before anybody asks. */
    private ArticleIndex openIndex(Path data, Lede.Use use) {
        // It would advise at each start to switch on a module of the JVM that is still an experiment.
        LUCENE_ADVICE.setLevel(Level.OFF);
        Path folder = data.resolve("index");
        ArticleIndex opened = switch (use) {
            case ASK -> LuceneArticleIndex.visit(folder, store().identity(), RelatedStories::sketch);
            case IMPORT, RUN -> LuceneArticleIndex.open(folder, store().identity(), RelatedStories::sketch);
        };
        new IndexKeeper(store().articles(), opened).catchUp((_, _) -> {});
        return opened;
    }

    Store store() {
        return store.get();
    }

    Lazy<ArticleIndex> index() {
        return index;
    }

    /** Adds to the index what is new, and what has changed anew. One at a time: news comes in beside the links that members ask for. */
    void bringIndexUpToDate() {
        ArticleIndex opened = index.get();
        synchronized (indexing) {
            new IndexKeeper(store().articles(), opened).catchUp((_, _) -> {});
        }
    }

    /** Builds the search index anew from the first article; the answer is how many it holds. */
    long rebuildIndex(IndexKeeper.Progress progress) {
        ArticleIndex opened = index.get();
        synchronized (indexing) {
            opened.clear();
            return new IndexKeeper(store().articles(), opened).catchUp(progress);
        }
    }

    @Override
    public void close() {
        Closing.quietly(index.ifMade());
        Closing.quietly(store.ifMade());
    }
}

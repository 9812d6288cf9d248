package news.lede.app;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import news.lede.article.ArticleIndex;
import news.lede.article.IndexKeeper;
import news.lede.belongings.Persons;
import news.lede.community.AddressBook;
import news.lede.community.PersonalPlaces;
import news.lede.config.Settings;
import news.lede.discord.DiscordPersons;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.store.PostgresStore;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.RelatedStories;
import news.lede.telegram.TelegramPersons;

/** What is kept: the store of a data folder, and the search index made of it. Each is opened when it is first needed. */
final class StoreWiring implements AutoCloseable {
    private static final java.util.logging.Logger LUCENE_ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private static final PersonalPlaces PERSONAL =
            new PersonalPlaces(List.of(DiscordPersons.KEYS, TelegramPersons.KEYS));

    private final Lazy<Store> store;
    private final IndexUpkeep indexing;
    private final Lazy<ArticleIndex> index;

    StoreWiring(Path data, Settings.Store settings, Lede.Use use) {
        store = new Lazy<>(() -> openStore(data, settings, use));
        indexing = new IndexUpkeep(store, use == Lede.Use.RUN, System::nanoTime);
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
                        mode,
                        new PostgresStore.Limits(settings.connections(), settings.statementTimeout())))
                .orElseGet(() -> SqliteStore.open(data, mode));
    }

    /** Lucene would advise at each start to switch on a module of the JVM that is still an experiment. */
    static void adviseNobody() {
        LUCENE_ADVICE.setLevel(Level.OFF);
    }

    /** Whatever was stored since the index was last open is added before anybody asks. */
    private ArticleIndex openIndex(Path data, Lede.Use use) {
        adviseNobody();
        Path folder = data.resolve("index");
        ArticleIndex opened = switch (use) {
            case ASK -> LuceneArticleIndex.visit(folder, store().identity(), RelatedStories::sketch);
            case IMPORT, RUN -> LuceneArticleIndex.open(folder, store().identity(), RelatedStories::sketch);
        };
        return indexing.ready(opened);
    }

    Store store() {
        return store.get();
    }

    /** Communities and their conversations, by what each platform says is a person's. */
    AddressBook addressBook() {
        return store().addressBook(PERSONAL);
    }

    /** Everything that is kept of persons, likewise. */
    Persons persons() {
        return store().persons(PERSONAL);
    }

    Lazy<ArticleIndex> index() {
        return index;
    }

    /** Adds to the index what is new, and what has changed anew. */
    void bringIndexUpToDate() {
        indexing.bringUpToDate(index.get());
    }

    /** Builds the search index anew from the first article; the answer is how many it holds. */
    long rebuildIndex(IndexKeeper.Progress progress) {
        return indexing.rebuild(index.get(), progress);
    }

    @Override
    public void close() {
        indexing.close();
        Closing.quietly(index.ifMade());
        Closing.quietly(store.ifMade());
    }
}

package news.lede.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import news.lede.alert.Composer;
import news.lede.alert.DeskComposer;
import news.lede.alert.DeskTopicFits;
import news.lede.alert.Doors;
import news.lede.alert.KnownDoors;
import news.lede.alert.Planner;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.IndexKeeper;
import news.lede.command.CommandDesk;
import news.lede.command.Dispatch;
import news.lede.command.Following;
import news.lede.command.NewsDesk;
import news.lede.command.Newsroom;
import news.lede.command.Tuning;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Follows;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.config.PackFiles;
import news.lede.config.PublisherFiles;
import news.lede.config.Settings;
import news.lede.config.TopicFiles;
import news.lede.extract.DocumentExtractor;
import news.lede.feed.FeedParser;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.Fetcher;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.PoliteFetcher;
import news.lede.fetch.Politeness;
import news.lede.fetch.Robots;
import news.lede.http.HttpFetcher;
import news.lede.ingest.AskedLinks;
import news.lede.ingest.EntryIntake;
import news.lede.ingest.EntryJson;
import news.lede.ingest.EntryReading;
import news.lede.ingest.FileImport;
import news.lede.ingest.Intake;
import news.lede.ingest.PageReader;
import news.lede.ingest.PollBooks;
import news.lede.ingest.Poller;
import news.lede.ingest.Purge;
import news.lede.ingest.Revisiting;
import news.lede.ingest.SourceTrial;
import news.lede.ingest.SourceWatch;
import news.lede.ingest.Storing;
import news.lede.ingest.Web;
import news.lede.ingest.WebPages;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.lucene.LuceneSavedSearches;
import news.lede.onnx.DisabledEmbedder;
import news.lede.onnx.MiniLmEmbedder;
import news.lede.source.PollSchedule;
import news.lede.source.Source;
import news.lede.source.Staleness;
import news.lede.store.PostgresStore;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.RelatedStories;
import news.lede.story.StoryGrouping;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.story.Survival;
import news.lede.summary.Summarizer;
import news.lede.text.Language;
import news.lede.text.LanguageDetector;
import news.lede.topic.ArticleVectors;
import news.lede.topic.Embedder;
import news.lede.topic.OwnTopics;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicSearch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Lede over one data folder: every part wired to the others, here and nowhere else. Each part is made when it is first needed, because a
 * question that needs no search index should not wait for one.
 */
final class Lede implements AutoCloseable {
    /** What the data folder is opened for. */
    enum Use {
        /** Questions; others may use the folder meanwhile. */
        ASK,
        /** Taking in news; nobody else may meanwhile. */
        IMPORT,
        /** Answering and taking in news, for as long as it runs. */
        RUN
    }

    /** Small enough that progress moves, big enough that the model works in batches. */
    private static final int EMBEDDING_BATCH = 32;

    private static final int TOPICS_AT_ONCE = 400;

    /** Somebody waits for the answer to "add this address"; a source that is slower than this is polled all the same once it is added. */
    private static final FetchLimits TRIAL_LIMITS = FetchLimits.DEFAULT.within(Duration.ofSeconds(15));

    private static final java.util.logging.Logger LUCENE_ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private static final Logger LOG = LoggerFactory.getLogger(Lede.class);
    private static final String CONSOLE = "console";
    private static final String LOCAL = "local";

    private final Settings settings;
    private final Use use;
    private final InstantSource clock;
    private final Object indexing = new Object();
    private final Lazy<Store> store;
    private final Lazy<ArticleIndex> index;
    private final Lazy<Embedder> embedder;
    private final Lazy<StoryViews> views;
    private final Lazy<StoryRanking> ranking;
    private final Lazy<TopicCatalog> catalog;
    private final Lazy<TopicDesk> topicDesk;
    private final Lazy<TopicSearch> topicSearch;
    private final Lazy<Storing> storing;
    private final Lazy<Intake> intake;
    private final Lazy<Follows> follows;
    private final Lazy<Fetcher> trialFetcher;
    private final Lazy<Fetcher> politeTrials;
    private final Lazy<SourceTrial> trial;
    private final Lazy<AskedLinks> askedLinks;
    private final Lazy<Following> following;
    private final Lazy<NewsDesk> desk;

    Lede(Path data, Settings settings, Use use, InstantSource clock) {
        this.settings = settings;
        this.use = use;
        this.clock = clock;
        store = new Lazy<>(() -> openStore(data, settings.store(), use));
        index = new Lazy<>(() -> openIndex(data, use));
        embedder = new Lazy<>(() -> settings.embedding().enabled() ? new MiniLmEmbedder() : new DisabledEmbedder());
        views = new Lazy<>(() -> new StoryViews(store().stories(), store().articles()));
        ranking =
                new Lazy<>(() -> new StoryRanking(new Lazy<>(() -> PublisherFiles.publishers(settings.publishers()))));
        catalog = new Lazy<>(() -> new TopicCatalog(TopicFiles.shipped(), store().topics()));
        topicDesk = new Lazy<>(() -> new TopicDesk(
                store().articles(), embedder.get(), store().vectors(), store().topicVotes(), TopicFiles::shipped));
        topicSearch = new Lazy<>(() ->
                new TopicSearch(topicDesk.get(), store().articles(), index.get(), store().stories(), views.get()));
        storing = new Lazy<>(this::makeStoring);
        intake = new Lazy<>(() -> new Intake(storing.get()));
        follows = new Lazy<>(() -> new Follows(
                store().transactor(),
                store().sources(),
                store().communities(),
                store().pollStates(),
                PackFiles::shipped,
                settings.source().minInterval(),
                clock));
        trialFetcher = new Lazy<>(() -> new HttpFetcher(
                new AddressRules(settings.fetch().allowAddresses()), TRIAL_LIMITS, UserAgent.of(settings), clock));
        politeTrials = new Lazy<>(this::makePoliteTrials);
        trial = new Lazy<>(this::makeTrial);
        askedLinks = new Lazy<>(this::makeAskedLinks);
        following = new Lazy<>(this::makeFollowing);
        desk = new Lazy<>(this::makeDesk);
    }

    private static Store openStore(Path data, Settings.Store settings, Use use) {
        Store.Mode mode = switch (use) {
            case ASK -> Store.Mode.BESIDE;
            case IMPORT, RUN -> Store.Mode.ALONE;
        };
        return settings.url()
                .<Store>map(url -> PostgresStore.open(
                        url,
                        settings.user().orElse(""),
                        settings.password().reveal().orElse(""),
                        mode))
                .orElseGet(() -> SqliteStore.open(data, mode));
    }

    Store store() {
        return store.get();
    }

    InstantSource clock() {
        return clock;
    }

    NewsDesk desk() {
        return desk.get();
    }

    /** What workspaces follow. */
    Follows follows() {
        return follows.get();
    }

    /** Is told where we may write. */
    Doors doors() {
        return new KnownDoors(store().communities(), store().subscriptions(), store().suspensions(), clock);
    }

    /** Plans what is told to whom; for one thread. */
    Planner planner() {
        return new Planner(
                books(),
                tellable(),
                new DeskTopicFits(topicDesk, catalog, store().topics(), TopicFiles::shipped),
                new LuceneSavedSearches(),
                clock);
    }

    /** Makes the messages that are sent unasked. */
    Composer composer() {
        return new DeskComposer(
                books(), tellable(), new Summarizer(settings.summary().extractLimit()), clock);
    }

    private Planner.Books books() {
        return new Planner.Books(
                store().transactor(),
                store().subscriptions(),
                store().matches(),
                store().outbox(),
                store().deliveries(),
                store().suspensions());
    }

    private Planner.News tellable() {
        return new Planner.News(
                store().communities(), store().stories(), store().articles(), views.get(), ranking.get());
    }

    /** Tries addresses before they are added. */
    SourceTrial trial() {
        return trial.get();
    }

    /** Whoever types at this machine: one person in a workspace of their own. */
    Asker consoleAsker(Role role) {
        Communities communities = store().communities();
        Workspace workspace = communities.workspace(
                CONSOLE, LOCAL, "Console", Set.copyOf(settings.source().defaultPacks()));
        Conversation conversation =
                communities.conversation(workspace.id(), new Place(CONSOLE, LOCAL, Optional.empty()));
        return new Asker(
                        new PersonKey(CONSOLE, LOCAL),
                        role,
                        workspace,
                        conversation,
                        Locale.forLanguageTag(workspace.language().code()),
                        new Viewer(workspace.id(), communities.visibleSources(workspace.id())))
                .alone();
    }

    FileImport fileImport() {
        Poller.Reading reading = reading();
        return new FileImport(
                reading.extractor(),
                reading.feedReader(),
                reading.languageDetector(),
                intake.get(),
                store().sources(),
                follows(),
                clock);
    }

    /** Asks the sources; {@code whenReceived} is called when entries came in that wait for {@link #entryIntake}. */
    Poller poller(Web web, PollSchedule schedule, Runnable whenReceived) {
        return new Poller(pollBooks(), web, schedule, reading(), whenReceived, clock);
    }

    private PollBooks pollBooks() {
        return new PollBooks(
                store().transactor(),
                store().sources(),
                store().pollStates(),
                store().inbox(),
                store().sourceEvents(),
                store().hostRests());
    }

    /** The web as {@code fetcher} reaches it, with our manners there. */
    Web web(Fetcher fetcher) {
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        HostGate gate = new HostGate(Politeness.DEFAULT, rules, clock);
        PoliteFetcher forRules = new PoliteFetcher(fetcher, gate, PageRules.NONE, clock);
        return new Web(fetcher, gate, new Robots(forRules, UserAgent.of(settings), clock));
    }

    /** Makes articles of the entries that wait. */
    EntryIntake entryIntake(Web web) {
        return new EntryIntake(storing.get(), store().inbox(), entryReading(), pages(web));
    }

    /** Reads the pages of told articles again. */
    Revisiting revisiting(Web web) {
        return new Revisiting(storing.get(), entryReading(), pages(web));
    }

    private EntryReading entryReading() {
        Poller.Reading reading = reading();
        return new EntryReading(
                reading.extractor(), reading.feedReader(), reading.languageDetector(), store().articles(), clock);
    }

    private PageReader pages(Web web) {
        Fetcher polite = new PoliteFetcher(web.fetcher(), web.gate(), web.rules(), clock);
        return new WebPages(polite, reading().extractor(), clock);
    }

    /** Looks whether the sources are looked after. */
    SourceWatch sourceWatch() {
        return new SourceWatch(pollBooks(), Staleness.DEFAULT, clock);
    }

    private Poller.Reading reading() {
        DocumentExtractor extractor = new DocumentExtractor();
        FeedParser feeds = new FeedParser();
        return new Poller.Reading(
                extractor::extract,
                document -> feeds.parse(document.bytes(), document.address(), document.charset()),
                EntryJson::carry,
                Lede::language,
                intake.get());
    }

    private Storing makeStoring() {
        return new Storing(
                store().transactor(),
                store().articles(),
                store().revisits(),
                store().vectors(),
                store().sources(),
                new StoryGrouping(
                        store().stories(), store().articles(), Survival.toldFirst(store().outbox()::firstTold)),
                store().announcements(),
                clock);
    }

    private static Optional<Language> language(String text) {
        return Optional.of(LanguageDetector.detect(text)).filter(l -> !l.equals(Language.UNKNOWN));
    }

    /** Told of work that takes long. */
    interface Progress {
        void done(int number, int of);
    }

    /** Brings the search index up to date, anew for {@code changed}, and prepares articles and topics for matching by meaning, so that no question has to wait for it. */
    void prepare(List<ArticleId> changed, Progress progress) {
        bringIndexUpToDate(changed);
        if (use == Use.RUN) {
            matchTopics(changed);
        }
        if (embedder.get().enabled()) {
            embed(progress);
        }
        if (use == Use.RUN) {
            topicDesk.get().learn();
        }
    }

    /** Reads what is new, and {@code changed} anew, for every topic: by words at once, by meaning when there is a vector. */
    private void matchTopics(List<ArticleId> changed) {
        topicDesk.get().changed(changed);
        while (topicDesk.get().read(TOPICS_AT_ONCE) > 0) {
            // Until nothing is new.
        }
    }

    /** Reads the next of what topics do not know yet, from before the start or from before a topic was defined. Whether there is more. */
    boolean matchTopicsBack() {
        matchTopics(List.of());
        boolean more = topicDesk.get().readBack(TOPICS_AT_ONCE);
        topicDesk.get().learn();
        return more;
    }

    private void embed(Progress progress) {
        List<ArticleId> missing = topicDesk.get().unprepared();
        for (int from = 0; from < missing.size(); from += EMBEDDING_BATCH) {
            int to = Math.min(from + EMBEDDING_BATCH, missing.size());
            if (!topicDesk.get().embed(missing.subList(from, to))) {
                // The log has told that the model does not work here; topics go by words.
                return;
            }
            progress.done(to, missing.size());
        }
        topicDesk.get().prepare(TopicFiles.shipped());
    }

    /** One at a time: news comes in beside the links that members ask for. */
    private void bringIndexUpToDate(List<ArticleId> changed) {
        ArticleIndex opened = index.get();
        synchronized (indexing) {
            new IndexKeeper(store().articles(), opened).refresh(changed);
        }
    }

    /** Whatever was stored since the index was last open is added before anybody asks. */
    private ArticleIndex openIndex(Path data, Use use) {
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

    /** Opens the search index, bringing it up to date. */
    void openIndex() {
        index.get();
    }

    /** Removes a source and takes back what it brought. The index is opened first: it would take a store that ends earlier for another one. */
    Purge.Purged purge(Source source) {
        openIndex();
        Purge.Purged purged = store().transactor().inTransaction(() -> {
            store().sources().remove(source.id(), clock.instant());
            return store().purge().purge(source.id(), clock.instant());
        });
        new IndexKeeper(store().articles(), index.get()).forget(purged.gone(), purged.kept());
        topicDesk.get().forget(purged.gone());
        return purged;
    }

    private NewsDesk makeDesk() {
        return new CommandDesk(new Newsroom(
                store().stories(),
                store().articles(),
                store().sources(),
                views.get(),
                ranking.get(),
                new OwnTopics(store().topics()),
                store().looks(),
                new Summarizer(settings.summary().extractLimit()),
                index,
                new Lazy<>(() -> new RelatedStories(
                        store().stories(),
                        store().articles(),
                        index.get(),
                        views.get(),
                        new ArticleVectors(store().articles(), embedder.get(), store().vectors()))),
                catalog,
                topicSearch,
                new Tuning(store().topics(), store().topicDrafts(), store().topicVotes()),
                store().subscriptions(),
                new Dispatch(store().matches(), store().outbox(), store().deliveries(), store().suspensions()),
                following,
                askedLinks,
                clock));
    }

    /** Whoever adds an address or asks for a link is as polite as whoever polls, and leaves alone whom the poller was asked to leave alone. */
    private Fetcher makePoliteTrials() {
        Web web = web(trialFetcher.get());
        web.gate().restore(store().hostRests().resting(clock.instant()));
        return new PoliteFetcher(web.fetcher(), web.gate(), web.rules(), clock);
    }

    private AskedLinks makeAskedLinks() {
        Poller.Reading reading = reading();
        return new AskedLinks(
                politeTrials.get(),
                reading.extractor(),
                reading.languageDetector(),
                storing.get(),
                store().sources(),
                store().communities(),
                this::bringIndexUpToDate);
    }

    private SourceTrial makeTrial() {
        FeedParser feeds = new FeedParser();
        return new SourceTrial(
                politeTrials.get(),
                document -> feeds.parse(document.bytes(), document.address(), document.charset()),
                clock);
    }

    private Following makeFollowing() {
        return new Following(follows.get(), store().communities(), store().pollStates(), store().sourceEvents(), trial);
    }

    @Override
    public void close() {
        closeQuietly(trialFetcher.ifMade());
        closeQuietly(embedder.ifMade());
        closeQuietly(index.ifMade());
        closeQuietly(store.ifMade());
    }

    /** The answer is given by now; what fails here is no failure of the question. */
    private static void closeQuietly(@Nullable Object part) {
        if (part instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("closing failed part={}", part.getClass().getSimpleName(), e);
            }
        }
    }
}

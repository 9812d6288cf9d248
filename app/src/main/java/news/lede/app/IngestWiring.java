package news.lede.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import news.lede.app.metrics.Meters;
import news.lede.community.Follows;
import news.lede.community.Limits;
import news.lede.config.Settings;
import news.lede.extract.DocumentExtractor;
import news.lede.feed.FeedParser;
import news.lede.fetch.AddressRules;
import news.lede.fetch.Fetcher;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.PoliteFetcher;
import news.lede.fetch.Politeness;
import news.lede.fetch.Robots;
import news.lede.ingest.EntryIntake;
import news.lede.ingest.EntryJson;
import news.lede.ingest.EntryReading;
import news.lede.ingest.FileImport;
import news.lede.ingest.Intake;
import news.lede.ingest.PageReader;
import news.lede.ingest.PollBooks;
import news.lede.ingest.PollCount;
import news.lede.ingest.Poller;
import news.lede.ingest.Revisiting;
import news.lede.ingest.SourceWatch;
import news.lede.ingest.Storing;
import news.lede.ingest.Web;
import news.lede.ingest.WebPages;
import news.lede.source.PollSchedule;
import news.lede.source.Staleness;
import news.lede.store.Store;
import news.lede.story.StoryGrouping;
import news.lede.story.Survival;
import news.lede.text.Language;
import news.lede.text.LanguageDetector;

/** How news comes in: from sources that are polled, from files, and into stories. */
final class IngestWiring {
    private final Settings settings;
    private final InForce inForce;
    private final StoreWiring kept;
    private final InstantSource clock;
    private final Meters meters;
    private final Lazy<Poller.Reading> reading;
    private final Lazy<Storing> storing;
    private final Lazy<Intake> intake;
    private final Lazy<Follows> follows;

    IngestWiring(Settings settings, InForce inForce, StoreWiring kept, Meters meters, InstantSource clock) {
        this.settings = settings;
        this.inForce = inForce;
        this.meters = meters;
        this.kept = kept;
        this.clock = clock;
        reading = new Lazy<>(this::makeReading);
        storing = new Lazy<>(this::makeStoring);
        intake = new Lazy<>(() -> new Intake(storing.get()));
        follows = new Lazy<>(this::makeFollows);
    }

    /** What workspaces follow. */
    Follows follows() {
        return follows.get();
    }

    /** How much workspaces may have. */
    Limits limits() {
        return new Limits(store().quotas(), inForce::quota);
    }

    /** Where articles become parts of stories, committed and announced. */
    Storing storing() {
        return storing.get();
    }

    FileImport fileImport() {
        return new FileImport(
                reading().extractor(),
                reading().feedReader(),
                reading().languageDetector(),
                intake.get(),
                store().sources(),
                follows(),
                clock);
    }

    /** Asks the sources; {@code whenReceived} is called when entries came in that wait for {@link #entryIntake}. */
    Poller poller(Web web, PollSchedule schedule, Runnable whenReceived) {
        return new Poller(pollBooks(), web, schedule, reading(), whenReceived, this::polled, clock);
    }

    private void polled(PollCount.Ending ending, int entries, int articles) {
        meters.count("lede.polls", 1, "result", ending.name().toLowerCase(Locale.ROOT));
        meters.count("lede.entries", entries);
        meters.count("lede.articles", articles);
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

    /** Looks whether the sources are looked after. */
    SourceWatch sourceWatch() {
        return new SourceWatch(pollBooks(), Staleness.DEFAULT, clock);
    }

    /** How bytes are read. */
    Poller.Reading reading() {
        return reading.get();
    }

    /** One for all: the words and trees of an extractor are more than a megabyte. */
    private Poller.Reading makeReading() {
        DocumentExtractor extractor = new DocumentExtractor();
        FeedParser feeds = new FeedParser();
        return new Poller.Reading(
                extractor::extract,
                document -> feeds.parse(document.bytes(), document.address(), document.charset()),
                EntryJson::carry,
                IngestWiring::language,
                intake.get());
    }

    private static Optional<Language> language(String text) {
        return Optional.of(LanguageDetector.detect(text)).filter(l -> !l.equals(Language.UNKNOWN));
    }

    private EntryReading entryReading() {
        return new EntryReading(
                reading().extractor(), reading().feedReader(), reading().languageDetector(), store().articles(), clock);
    }

    private PageReader pages(Web web) {
        Fetcher polite = new PoliteFetcher(web.fetcher(), web.gate(), web.rules(), clock);
        return new WebPages(polite, reading().extractor(), clock);
    }

    private PollBooks pollBooks() {
        return new PollBooks(
                store().transactor(),
                store().sources(),
                store().pollStates(),
                store().inbox(),
                store().sourceEvents(),
                store().hostRests(),
                PublicAddress.hubNews(settings, store()));
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
                clock,
                nanos -> meters.took("lede.grouping", Duration.ofNanos(nanos)));
    }

    private Follows makeFollows() {
        return new Follows(
                store().transactor(),
                store().sources(),
                store().communities(),
                store().pollStates(),
                inForce::packs,
                limits(),
                settings.source().minInterval(),
                clock);
    }

    private Store store() {
        return kept.store();
    }
}

package news.lede.app;

import java.time.Duration;
import java.time.InstantSource;
import news.lede.config.Settings;
import news.lede.feed.FeedParser;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.Fetcher;
import news.lede.fetch.PoliteFetcher;
import news.lede.http.HttpFetcher;
import news.lede.ingest.AskedLinks;
import news.lede.ingest.Poller;
import news.lede.ingest.SourceTrial;
import news.lede.ingest.Web;

/** How an address is read that somebody asks for and waits for: as politely as by whoever polls, and leaving alone whom the poller was asked to leave alone. */
final class TrialWiring implements AutoCloseable {
    /** Somebody waits for the answer to "add this address"; a source that is slower than this is polled all the same once it is added. */
    private static final FetchLimits LIMITS = FetchLimits.DEFAULT.within(Duration.ofSeconds(15));

    private final StoreWiring kept;
    private final IngestWiring ingest;
    private final InstantSource clock;
    private final Lazy<Fetcher> fetcher;
    private final Lazy<Fetcher> polite;
    private final Lazy<SourceTrial> trial;
    private final Lazy<AskedLinks> askedLinks;

    TrialWiring(Settings settings, StoreWiring kept, IngestWiring ingest, InstantSource clock) {
        this.kept = kept;
        this.ingest = ingest;
        this.clock = clock;
        fetcher = new Lazy<>(() -> new HttpFetcher(
                new AddressRules(settings.fetch().allowAddresses()), LIMITS, UserAgent.of(settings), clock));
        polite = new Lazy<>(this::makePolite);
        trial = new Lazy<>(this::makeTrial);
        askedLinks = new Lazy<>(this::makeAskedLinks);
    }

    /** Tries addresses before they are added. */
    Lazy<SourceTrial> trial() {
        return trial;
    }

    /** Reads links that members ask for. */
    Lazy<AskedLinks> askedLinks() {
        return askedLinks;
    }

    private Fetcher makePolite() {
        Web web = ingest.web(fetcher.get());
        web.gate().restore(kept.store().hostRests().resting(clock.instant()));
        return new PoliteFetcher(web.fetcher(), web.gate(), web.rules(), clock);
    }

    private SourceTrial makeTrial() {
        FeedParser feeds = new FeedParser();
        return new SourceTrial(
                polite.get(), document -> feeds.parse(document.bytes(), document.address(), document.charset()), clock);
    }

    private AskedLinks makeAskedLinks() {
        Poller.Reading reading = ingest.reading();
        return new AskedLinks(
                polite.get(),
                reading.extractor(),
                reading.languageDetector(),
                ingest.storing(),
                kept.store().sources(),
                kept.store().communities(),
                kept::bringIndexUpToDate);
    }

    @Override
    public void close() {
        Closing.quietly(fetcher.ifMade());
    }
}

package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;
import news.lede.source.DueSource;
import news.lede.source.PollResult;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.PollStates;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sources that are due and stores what is new. Sources are fetched and parsed at the same time, each on a virtual thread; storing is one after the other. One
 * bad source never holds up the others: whatever goes wrong with it ends in its own state.
 */
public final class Poller implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    /** As many connections as the fetcher keeps. */
    private static final int AT_ONCE = 128;

    private final PollStates states;
    private final Fetcher fetcher;
    private final PollSchedule schedule;
    private final Function<Document, Extraction> extractor;
    private final Function<Document, ParsedFeed> feedReader;
    private final Drafting drafting;
    private final Intake intake;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private final ReentrantLock oneStream = new ReentrantLock();

    public Poller(
            PollStates states,
            Fetcher fetcher,
            PollSchedule schedule,
            Reading reading,
            Intake intake,
            InstantSource clock) {
        this.states = states;
        this.fetcher = fetcher;
        this.schedule = schedule;
        this.extractor = reading.extractor();
        this.feedReader = reading.feedReader();
        this.drafting = new Drafting(extractor, new ArticleLanguage(reading.languageDetector()), clock);
        this.intake = intake;
        this.clock = clock;
    }

    /** How documents are read: pages, feeds, and the language of a text. */
    public record Reading(
            Function<Document, Extraction> extractor,
            Function<Document, ParsedFeed> feedReader,
            Function<String, Optional<Language>> languageDetector) {}

    /** What one round did. */
    public record Round(int polled, int added) {}

    /**
     * Polls every source that is due, and waits for the last. Sources that were never polled are due at once. Returns early, with the rest still due, when the thread is
     * interrupted.
     */
    public Round pollDue() {
        Instant now = clock.instant();
        states.admit(now);
        int polled = 0;
        int added = 0;
        List<DueSource> due = states.due(now, AT_ONCE);
        List<Future<Integer>> running =
                due.stream().map(s -> threads.submit(() -> poll(s))).toList();
        for (Future<Integer> one : running) {
            try {
                added += one.get();
                polled++;
            } catch (ExecutionException e) {
                log.error("poll ended unexpectedly", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running.forEach(r -> r.cancel(true));
                return new Round(polled, added);
            }
        }
        return new Round(polled, added);
    }

    private int poll(DueSource due) {
        Source source = due.source();
        PollState state = due.state();
        Validators known = new Validators(state.known().etag(), state.known().lastModified());
        Reached reached = reach(source, new FetchRequest(URI.create(source.address()), known));
        int failures = reached.result() instanceof Answered ? 0 : state.failures() + 1;
        Instant now = clock.instant();
        Optional<Duration> wait = schedule.next(source.id(), reached.result(), failures);
        Validators kept = reached.validators().orElse(known);
        states.save(new PollState(
                source.id(),
                new PollState.Known(kept.etag(), kept.lastModified(), Optional.empty()),
                wait.map(now::plus),
                Optional.of(now),
                failures == 0 ? Optional.of(now) : state.lastSuccess(),
                failures,
                Optional.of(now).filter(_ -> failures > 0),
                PollState.Pace.UNKNOWN,
                Optional.empty(),
                reached.outcome()));
        if (failures > 0) {
            log.warn(
                    "poll failed source={} outcome=\"{}\" failures={} nextPoll={}",
                    source.address(),
                    reached.outcome(),
                    failures,
                    wait.map(w -> now.plus(w).toString()).orElse("never"));
        }
        return reached.added();
    }

    /** What a poll led to; {@code validators} only when they are worth keeping. */
    private record Reached(PollResult result, Optional<Validators> validators, String outcome, int added) {
        static Reached failed(String outcome) {
            return new Reached(new Failed(), Optional.empty(), outcome, 0);
        }
    }

    private Reached reach(Source source, FetchRequest request) {
        try {
            return switch (fetcher.fetch(request)) {
                case Fetched fetched -> read(source, fetched);
                // Some servers leave the validators out of a 304; the old ones still hold then.
                case NotModified(Validators validators, Optional<Duration> freshFor, Optional<URI> moved) ->
                    new Reached(
                            new Answered(freshFor, Optional.empty()),
                            Optional.of(validators).filter(v -> !v.equals(Validators.NONE)),
                            "nothing new",
                            0);
                case Throttled(int status, Optional<Duration> after) ->
                    new Reached(new AskedToWait(after), Optional.empty(), "asked to wait, status " + status, 0);
                case Gone _ -> new Reached(new Ended(), Optional.empty(), "gone for good, status 410", 0);
                case Status(int status) -> Reached.failed("status " + status);
                case Broken(FetchOutcome.Fault fault, String detail) -> Reached.failed(fault + ": " + detail);
                case Refused(FetchOutcome.Refusal refusal, URI at) ->
                    Reached.failed("refused: " + refusal + " at " + at);
            };
        } catch (RuntimeException e) {
            // A document that breaks the reader must cost its own source only.
            log.error("poll broke source={}", source.address(), e);
            return Reached.failed("could not be read: " + e);
        }
    }

    private Reached read(Source source, Fetched fetched) {
        Instant now = clock.instant();
        Document document = new Document(fetched.body(), Optional.of(fetched.address()), now, fetched.charset());
        return source.kind() == SourceKind.PAGE
                ? readPage(source.id(), fetched, document)
                : readFeed(source.id(), fetched, document);
    }

    private Reached readFeed(SourceId source, Fetched fetched, Document document) {
        return switch (feedReader.apply(document)) {
            case ParsedFeed.Feed feed ->
                stored(
                        source,
                        drafting.feed(feed, document.savedAt()),
                        fetched,
                        medianGap(feed.entries().stream()
                                .flatMap(e -> e.published().stream())
                                .toList()));
            case ParsedFeed.SitemapIndex index ->
                Reached.failed("a list of " + index.children().size() + " sitemaps; add those that carry news");
            case ParsedFeed.NotAFeed(String reason) -> Reached.failed("not a feed: " + reason);
        };
    }

    private Reached readPage(SourceId source, Fetched fetched, Document document) {
        return switch (extractor.apply(document)) {
            case Extraction.Page page ->
                stored(source, drafting.page(page, document.savedAt()), fetched, Optional.empty());
            case Extraction.Refused refused -> Reached.failed("no article: " + refused.refusal());
        };
    }

    private Reached stored(SourceId source, Bundle bundle, Fetched fetched, Optional<Duration> gap) {
        oneStream.lock();
        try {
            int added = intake.store(bundle, source).added().size();
            return new Reached(
                    new Answered(fetched.freshFor(), gap),
                    Optional.of(fetched.validators()),
                    "read, " + added + " new",
                    added);
        } finally {
            oneStream.unlock();
        }
    }

    /** The usual time between two entries; absent with fewer than three dated ones. */
    static Optional<Duration> medianGap(List<Instant> published) {
        List<Instant> sorted = published.stream().sorted().toList();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            gaps.add(Duration.between(sorted.get(i - 1), sorted.get(i)));
        }
        if (gaps.size() < 2) {
            return Optional.empty();
        }
        gaps.sort(null);
        return Optional.of(gaps.get(gaps.size() / 2));
    }

    /** Breaks off what is under way; it stays due. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

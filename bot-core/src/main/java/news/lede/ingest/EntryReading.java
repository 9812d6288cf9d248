package news.lede.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import news.lede.article.Articles;
import news.lede.article.NewArticle;
import news.lede.article.Recognition;
import news.lede.article.TextMatch;
import news.lede.extract.Document;
import news.lede.extract.ExtractedArticle;
import news.lede.extract.Extraction;
import news.lede.feed.ParsedFeed;
import news.lede.fetch.Validators;
import news.lede.ingest.EntryJson.Payload;
import news.lede.ingest.Inbox.Waiting;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.Prepared.Contents;
import news.lede.text.Language;

/** Makes of waiting entries what can be stored: their drafts, from the feed and, where that carries a part only, from their pages. */
public final class EntryReading {
    private static final double SOME_OF_TITLE = 0.3;
    private static final double MOST_OF_TITLE = 0.7;
    private static final double MOST_OF_TEASER = 0.7;

    private final Drafting drafting;
    private final FileReading files;
    private final Recognition recognition;

    public EntryReading(
            Function<Document, Extraction> extractor,
            Function<Document, ParsedFeed> feedReader,
            Function<String, Optional<Language>> languageDetector,
            Articles articles,
            InstantSource clock) {
        this.drafting = new Drafting(extractor, new ArticleLanguage(languageDetector), clock);
        this.files = new FileReading(extractor, feedReader, languageDetector, clock);
        this.recognition = new Recognition(articles);
    }

    /** A waiting entry, its payload read. */
    record Read(Waiting waiting, Payload payload) {
        /** When it was published, as far as is known; what states no date came in just now. */
        Instant published() {
            return switch (payload) {
                case Payload.OfFeed(CarriedEntry entry) ->
                    entry.published()
                            .filter(when -> when.isBefore(waiting.received()))
                            .orElse(waiting.received());
                case Payload.OfFolder _, Payload.Unreadable _ -> waiting.received();
            };
        }
    }

    Read parse(Waiting waiting) {
        return new Read(waiting, EntryJson.read(waiting.payload()));
    }

    /** The work of preparing an entry, pages by {@code ahead}. */
    Callable<Prepared> preparation(Read read, ReadAhead ahead) {
        return () -> new Prepared(read.waiting(), contents(read, ahead));
    }

    private Contents contents(Read read, ReadAhead ahead) throws InterruptedException {
        return switch (read.payload()) {
            case Payload.OfFeed(CarriedEntry entry) -> article(read.waiting(), entry, ahead);
            case Payload.OfFolder(Path file, Path under) -> file(file, under);
            case Payload.Unreadable(String why) -> new Contents.Nothing(why);
        };
    }

    private Contents file(Path file, Path under) {
        return switch (files.read(file, false, Optional.empty())) {
            case FileReading.Contents.Articles(Bundle bundle) ->
                new Contents.OneFile(bundle.from(under.relativize(file).toString()));
            case FileReading.Contents.Feeds _ ->
                new Contents.Nothing("lists of feeds are handed in by hand: lede import " + file);
            case FileReading.Contents.None(FileOutcome outcome) -> new Contents.Nothing(outcome.toString());
        };
    }

    private Contents article(Waiting waiting, CarriedEntry entry, ReadAhead ahead) throws InterruptedException {
        Optional<Drafting.FromFeed> told = drafting.entry(entry, waiting.received());
        if (told.isEmpty()) {
            return addressAlone(waiting, entry, ahead);
        }
        Draft draft = told.get().draft();
        boolean whole = told.get().whole();
        Optional<URI> page = PagePlan.page(waiting, entry, whole);
        return page.isEmpty() || (!waiting.changed() && isKnown(draft, waiting))
                ? new Contents.OneArticle(draft, whole, Optional.empty())
                : withPage(draft, ahead.page(page.get(), Validators.NONE));
    }

    /** A sitemap names addresses and says nothing of them: their pages tell everything, or there is nothing to tell. */
    private Contents addressAlone(Waiting waiting, CarriedEntry entry, ReadAhead ahead) throws InterruptedException {
        Optional<URI> page = PagePlan.page(waiting, entry, false);
        if (page.isEmpty()) {
            return new Contents.Nothing("neither title nor text");
        }
        PageReading reading = ahead.page(page.get(), Validators.NONE);
        return switch (reading) {
            case PageReading.Read(ExtractedArticle article, var aliases, Validators _) ->
                new Contents.OneArticle(
                        drafting.fromPageAlone(entry, article, aliases, waiting.received()),
                        false,
                        Optional.of(reading));
            case PageReading.Later(var _, String why) -> throw new NotYetReadable(why);
            case PageReading.Closed(var reason, String detail) ->
                new Contents.Nothing("only an address, and its page is closed: " + reason + ", " + detail);
            case PageReading.Gone(int status) -> new Contents.Nothing("only an address, and status " + status);
            case PageReading.Unchanged _ -> new Contents.Nothing("only an address, and its page says nothing new");
        };
    }

    /** Another source was first: whatever its page says was read then. */
    private boolean isKnown(Draft draft, Waiting waiting) {
        return recognition.find(draft.article(), draft.keys(waiting.source())).isPresent();
    }

    private Contents withPage(Draft feed, PageReading reading) {
        if (!(reading instanceof PageReading.Read(ExtractedArticle article, var aliases, Validators _))) {
            return new Contents.OneArticle(feed, false, Optional.of(reading));
        }
        return tellsOf(feed.article(), article)
                ? new Contents.OneArticle(drafting.fromPage(feed, article, aliases), false, Optional.of(reading))
                : new Contents.OneArticle(
                        feed,
                        false,
                        Optional.of(new PageReading.Closed(PageReader.Reason.NO_ARTICLE, "another article")));
    }

    /** Whether a page has the article it was asked for: links rot into overviews and front pages that answer as if nothing was wrong. */
    static boolean tellsOf(NewArticle known, ExtractedArticle page) {
        String text = String.join(" ", page.paragraphs());
        return TextMatch.same(known.title(), page.title())
                || TextMatch.sharedRuns(known.title(), page.title()) >= SOME_OF_TITLE
                || TextMatch.contained(known.title(), text) >= MOST_OF_TITLE
                || TextMatch.contained(String.join(" ", known.paragraphs()), text) >= MOST_OF_TEASER;
    }

    Drafting drafting() {
        return drafting;
    }
}

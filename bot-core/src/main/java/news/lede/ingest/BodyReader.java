package news.lede.ingest;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.lede.extract.Document;
import news.lede.feed.ParsedFeed;
import news.lede.feed.ParsedFeed.Feed;
import news.lede.feed.ParsedFeed.NotAFeed;
import news.lede.feed.ParsedFeed.SitemapIndex;
import news.lede.feed.PollWishes;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Validators;
import news.lede.hub.HubNotice;
import news.lede.ingest.Inbox.Carried;
import news.lede.ingest.Polled.Asked;
import news.lede.ingest.Polled.Content;
import news.lede.source.DueSource;
import news.lede.source.PollResult;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.Cause;
import news.lede.source.PollResult.Failed;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Pace;
import news.lede.source.SourceEvent;
import news.lede.source.SourceKind;
import news.lede.source.Wishes;

/** Reads the document that a source answered with. Thread-safe; asks for the parts of a sitemap that comes in parts, and is silent otherwise. */
final class BodyReader {
    /** Sites with years of pages list hundreds of sitemaps; what is new is in the newest. */
    private static final int NEWEST_PARTS = 3;
    /** Half a SHA-256: nobody gains by a collision, and chance makes none. */
    private static final int DIGEST_BYTES = 16;

    private final Courier courier;
    private final Workbench workbench;
    private final Function<Document, ParsedFeed> feeds;
    private final Function<Feed, List<Carried>> carrying;
    private final PageSource pages;
    private final InstantSource clock;

    BodyReader(
            Courier courier,
            Workbench workbench,
            Function<Document, ParsedFeed> feeds,
            Function<Feed, List<Carried>> carrying,
            PageSource pages,
            InstantSource clock) {
        this.courier = courier;
        this.workbench = workbench;
        this.feeds = feeds;
        this.carrying = carrying;
        this.pages = pages;
        this.clock = clock;
    }

    Asked read(DueSource due, Fetched fetched) throws InterruptedException {
        String digest = digest(fetched.body());
        if (due.state().known().digest().filter(digest::equals).isPresent()) {
            return answered(due, fetched, known(fetched, digest), Optional.empty(), "the same as before");
        }
        return due.source().kind() == SourceKind.PAGE ? readPage(due, fetched, digest) : readFeed(due, fetched, digest);
    }

    private Asked readPage(DueSource due, Fetched fetched, String digest) throws InterruptedException {
        PageSource.Result result = workbench.work(
                fetched.body().length,
                () -> pages.read(document(fetched), due.source().id()));
        return switch (result) {
            case PageSource.Result.Stored(int added) ->
                answered(
                        due,
                        fetched,
                        known(fetched, digest),
                        Optional.of(new Content(List.of(), Pace.UNKNOWN, added)),
                        "read, " + added + " new");
            case PageSource.Result.NoArticle(String why) -> failed(due, Cause.TROUBLE, "no article: " + why);
        };
    }

    private Asked readFeed(DueSource due, Fetched fetched, String digest) throws InterruptedException {
        Parsed parsed = parse(fetched);
        return switch (parsed) {
            case Parsed.Read(Content content) ->
                answered(due, fetched, known(fetched, digest), Optional.of(content), read(content));
            case Parsed.Index(SitemapIndex index) -> readParts(due, fetched, index);
            case Parsed.Nothing(String reason) -> notAFeed(due, fetched, reason);
        };
    }

    /** What a document came to. A feed is turned into what is carried of it at once: its entries are large, and are not needed any more. */
    private sealed interface Parsed {
        record Read(Content content) implements Parsed {}

        record Index(SitemapIndex index) implements Parsed {}

        record Nothing(String reason) implements Parsed {}
    }

    private Parsed parse(Fetched fetched) throws InterruptedException {
        return workbench.work(fetched.body().length, () -> switch (feeds.apply(document(fetched))) {
            case Feed feed -> new Parsed.Read(content(feed, hub(feed, fetched)));
            case SitemapIndex index -> new Parsed.Index(index);
            case NotAFeed(String reason) -> new Parsed.Nothing(reason);
        });
    }

    private Content content(Feed feed, Optional<HubNotice> hub) {
        PollWishes wishes = feed.wishes();
        Wishes ours = new Wishes(wishes.interval(), wishes.skipHours(), wishes.skipDays());
        return new Content(carrying.apply(feed), Cadence.of(feed.entries(), ours, clock.instant()), 0, hub);
    }

    private static Optional<HubNotice> hub(Feed feed, Fetched fetched) {
        return HubNotice.of(fetched.address(), fetched.links(), feed.self(), feed.hubs());
    }

    /** The entries of a document that came by itself; empty when it is no feed. */
    Optional<List<Carried>> entries(Document document) throws InterruptedException {
        return workbench.work(
                document.bytes().length,
                () -> feeds.apply(document) instanceof Feed feed
                        ? Optional.of(carrying.apply(feed))
                        : Optional.empty());
    }

    /** An index says little of its parts, so nothing of it is kept to ask with: it is read anew each time, and they are. */
    private Asked readParts(DueSource due, Fetched fetched, SitemapIndex index) throws InterruptedException {
        List<Carried> entries = new ArrayList<>();
        Pace pace = Pace.UNKNOWN;
        int read = 0;
        for (URI part : newest(index)) {
            Optional<FetchOutcome> outcome = courier.more(new FetchRequest(part, Validators.NONE));
            if (outcome.isPresent()
                    && outcome.get() instanceof Fetched answer
                    && parse(answer) instanceof Parsed.Read(Content content)) {
                read++;
                // Of the older parts first: a story is told in the order in which things happened.
                entries.addAll(0, content.entries());
                pace = pace.newestEntry().isPresent() ? pace : content.pace();
            }
        }
        if (read == 0 && !index.children().isEmpty()) {
            return failed(due, Cause.TROUBLE, "a sitemap in parts, none of which could be read");
        }
        Content content = new Content(entries, pace, 0);
        return answered(due, fetched, Known.NOTHING, Optional.of(content), read(content) + " in " + read + " parts");
    }

    private static List<URI> newest(SitemapIndex index) {
        return index.children().stream()
                .sorted(Comparator.comparing(
                        (SitemapIndex.Child child) -> child.lastModified().orElse(Instant.MIN),
                        Comparator.reverseOrder()))
                .limit(NEWEST_PARTS)
                .map(SitemapIndex.Child::address)
                .toList();
    }

    /** Old entries stay as they are. That the page names a feed is told, never followed: whoever chose the source decides. */
    private Asked notAFeed(DueSource due, Fetched fetched, String reason) throws InterruptedException {
        boolean page = DocumentKind.of(fetched.body()) == DocumentKind.HTML;
        if (!page) {
            return failed(due, Cause.TROUBLE, "not a feed: " + reason);
        }
        boolean told = due.latest().filter(SourceEvent.Kind.NOT_A_FEED::equals).isPresent();
        Optional<String> named = told ? Optional.empty() : workbench.work(fetched.body().length, () -> named(fetched));
        String hint =
                told ? "" : named.map(feed -> "; it names the feed " + feed).orElse("; it names no feed");
        return failed(due, Cause.NOT_A_FEED, "not a feed but a page" + hint);
    }

    private static Optional<String> named(Fetched fetched) {
        return FeedLinks.on(fetched.body(), fetched.address(), fetched.charset()).stream()
                .findFirst()
                .map(FeedLinks.Found::address);
    }

    private Document document(Fetched fetched) {
        return new Document(fetched.body(), Optional.of(fetched.address()), clock.instant(), fetched.charset());
    }

    private static String read(Content content) {
        return "read, " + content.entries().size() + " entries";
    }

    private static Known known(Fetched fetched, String digest) {
        return new Known(fetched.validators().etag(), fetched.validators().lastModified(), Optional.of(digest));
    }

    private Asked answered(DueSource due, Fetched fetched, Known known, Optional<Content> content, String outcome) {
        return asked(due, new Answered(fetched.freshFor()), Optional.of(known), content, fetched.moved(), outcome);
    }

    private Asked failed(DueSource due, Cause cause, String outcome) {
        return asked(due, new Failed(cause), Optional.empty(), Optional.empty(), Optional.empty(), outcome);
    }

    private Asked asked(
            DueSource due,
            PollResult result,
            Optional<Known> known,
            Optional<Content> content,
            Optional<URI> moved,
            String outcome) {
        return new Asked(
                due, clock.instant(), result, known, content, moved, Optional.empty(), Optional.empty(), outcome);
    }

    private static String digest(byte[] body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

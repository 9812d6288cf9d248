package news.lede.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.lede.extract.Document;
import news.lede.feed.ParsedFeed;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.FetchRequest.Wanted;
import news.lede.fetch.Fetcher;
import news.lede.fetch.WebAddress;
import news.lede.opml.PassedOver;
import news.lede.opml.SourceAddress;
import news.lede.source.SourceKind;
import org.jsoup.Jsoup;

/**
 * Reads an address that somebody wants to add, once, under the fetcher's rules, and says what it would be as a source. Thread-safe; blocks as long as the
 * fetcher does.
 */
public final class SourceTrial {
    private static final int MAX_TITLE = 100;
    /** Enough to see what a document begins with. */
    private static final int HEAD = 2_048;

    private static final Pattern SITEMAP = Pattern.compile("<(?:\\w+:)?(?:urlset|sitemapindex)\\b");
    private static final Pattern PAGE =
            Pattern.compile("(?i)<!doctype html|<html\\b|<head\\b|<body\\b|<title\\b|<meta\\b|<div\\b");

    private final Fetcher fetcher;
    private final Function<Document, ParsedFeed> feedReader;
    private final InstantSource clock;

    public SourceTrial(Fetcher fetcher, Function<Document, ParsedFeed> feedReader, InstantSource clock) {
        this.fetcher = fetcher;
        this.feedReader = feedReader;
        this.clock = clock;
    }

    /** What an address turned out to be. Addresses are written as {@link SourceAddress} writes them; titles are never empty. */
    public sealed interface Result {
        /** A feed or sitemap: it can be added as it is. */
        record Readable(SourceKind kind, String address, String title) implements Result {}

        /** A page. {@code feeds}: those it names; without any it can only be added as a page. */
        record Page(String address, String title, List<FeedLinks.Found> feeds) implements Result {
            public Page {
                feeds = List.copyOf(feeds);
            }
        }

        /** No answer that could be used. */
        record Failed(URI asked, FetchOutcome outcome) implements Result {}

        /** It answered with something that is neither feed nor page. */
        record Unreadable(URI asked) implements Result {}

        /** It is no address of the web, or holds a password; nothing was asked. */
        record NoAddress(PassedOver.Reason reason) implements Result {}
    }

    /** Asks what stands at {@code typed}. */
    public Result of(String typed) {
        return of(typed, Wanted.ANYTHING);
    }

    /** The same for an address that is to be read as a page, to which a publisher's rules for pages apply. */
    public Result ofPage(String typed) {
        return of(typed, Wanted.PAGE);
    }

    private Result of(String typed, Wanted wanted) {
        return switch (SourceAddress.read(typed)) {
            case SourceAddress.Unusable(PassedOver.Reason why) -> new Result.NoAddress(why);
            case SourceAddress.Usable(String address) -> ask(URI.create(address), wanted);
        };
    }

    private Result ask(URI asked, Wanted wanted) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(asked).wanting(wanted));
        return outcome instanceof Fetched fetched ? read(asked, fetched) : new Result.Failed(asked, outcome);
    }

    private Result read(URI asked, Fetched fetched) {
        // Where a temporary redirect leads today says nothing of tomorrow.
        String address = fetched.moved()
                .map(uri -> SourceAddress.read(uri.toString()))
                .flatMap(read ->
                        read instanceof SourceAddress.Usable(String moved) ? Optional.of(moved) : Optional.empty())
                .orElse(asked.toString());
        Document document =
                new Document(fetched.body(), Optional.of(fetched.address()), clock.instant(), fetched.charset());
        String head = new String(fetched.body(), 0, Math.min(HEAD, fetched.body().length), StandardCharsets.ISO_8859_1);
        return switch (feedReader.apply(document)) {
            case ParsedFeed.Feed feed ->
                new Result.Readable(
                        SITEMAP.matcher(head).find() ? SourceKind.SITEMAP : SourceKind.FEED,
                        address,
                        title(feed.title(), address));
            case ParsedFeed.SitemapIndex _ -> new Result.Readable(SourceKind.SITEMAP, address, title("", address));
            case ParsedFeed.NotAFeed _ ->
                PAGE.matcher(head).find() ? page(address, fetched) : new Result.Unreadable(asked);
        };
    }

    private static Result page(String address, Fetched fetched) {
        String title =
                Jsoup.parse(new String(fetched.body(), StandardCharsets.UTF_8)).title();
        return new Result.Page(
                address, title(title, address), FeedLinks.on(fetched.body(), fetched.address(), fetched.charset()));
    }

    private static String title(String stated, String address) {
        String line = stated.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return WebAddress.host(URI.create(address));
        }
        return line.length() <= MAX_TITLE ? line : line.substring(0, MAX_TITLE).stripTrailing();
    }
}

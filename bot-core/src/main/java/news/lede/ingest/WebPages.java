package news.lede.ingest;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import news.lede.article.ArticleKeys;
import news.lede.extract.Document;
import news.lede.extract.Extraction;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.FetchRequest.Wanted;
import news.lede.fetch.Fetcher;
import news.lede.fetch.Validators;
import news.lede.ingest.PageReader.PageReading.Closed;
import news.lede.ingest.PageReader.PageReading.Later;
import news.lede.ingest.PageReader.PageReading.Read;
import news.lede.ingest.PageReader.PageReading.Unchanged;

/** Reads pages over the network and finds their articles. {@code fetcher} keeps to what sites wish: their pace and their robots.txt. */
public final class WebPages implements PageReader {
    /** The extractor's own bound: below it the text may be no article. */
    private static final double SURE = 0.5;

    private final Fetcher fetcher;
    private final Function<Document, Extraction> extractor;
    private final InstantSource clock;

    public WebPages(Fetcher fetcher, Function<Document, Extraction> extractor, InstantSource clock) {
        this.fetcher = fetcher;
        this.extractor = extractor;
        this.clock = clock;
    }

    @Override
    public PageReading read(URI page, Validators known) {
        return switch (fetcher.fetch(new FetchRequest(page, known).wanting(Wanted.PAGE))) {
            case Fetched fetched -> article(page, fetched);
            case NotModified _ -> new Unchanged();
            case Throttled throttled -> new Later(throttled.after(), "asked to wait, status " + throttled.status());
            case Gone _ -> new PageReading.Gone(410);
            case Status(int status) -> status(status);
            case Broken(Fault fault, String detail) -> broken(fault, detail);
            case Refused(Refusal refusal, URI at) ->
                new Closed(refusal == Refusal.ROBOTS ? Reason.ROBOTS : Reason.REFUSED, refusal + " at " + at);
        };
    }

    private static PageReading status(int status) {
        return switch (status) {
            case 404 -> new PageReading.Gone(status);
            case 401, 402, 403, 451 -> new Closed(Reason.WALL, "status " + status);
            case 408, 425 -> new Later(Optional.empty(), "status " + status);
            default ->
                status >= 500
                        ? new Later(Optional.empty(), "status " + status)
                        : new Closed(Reason.NO_ARTICLE, "status " + status);
        };
    }

    private static PageReading broken(Fault fault, String detail) {
        return switch (fault) {
            case TOO_LARGE -> new Closed(Reason.TOO_LARGE, detail);
            case TOO_MANY_HOPS -> new Closed(Reason.NO_ARTICLE, detail);
            case UNKNOWN_HOST, CONNECT, TLS, TIMEOUT, BAD_ANSWER -> new Later(Optional.empty(), fault + ": " + detail);
        };
    }

    private PageReading article(URI asked, Fetched fetched) {
        if (!fetched.contentType().map(WebPages::isPage).orElse(true)) {
            return new Closed(Reason.NO_PAGE, fetched.contentType().orElse(""));
        }
        if (ArticleKeys.link(fetched.address()).isEmpty()
                && ArticleKeys.link(asked).isPresent()) {
            return new Closed(Reason.NO_ARTICLE, "it leads to a home page");
        }
        Document document =
                new Document(fetched.body(), Optional.of(fetched.address()), clock.instant(), fetched.charset());
        return switch (extractor.apply(document)) {
            case Extraction.Page page
            when page.main().partial() -> new Closed(Reason.WALL, "the rest is for subscribers");
            case Extraction.Page page
            when page.main().confidence() < SURE -> new Closed(Reason.NO_ARTICLE, "hardly any text");
            case Extraction.Page page ->
                new Read(page.main(), aliases(fetched.address(), page.main().url()), fetched.validators());
            case Extraction.Refused(Extraction.Refusal refusal, Optional<String> detail) ->
                switch (refusal) {
                    case PAYWALL_OR_CONSENT -> new Closed(Reason.WALL, detail.orElse(""));
                    case BINARY -> new Closed(Reason.NO_PAGE, detail.orElse(""));
                    case EMPTY, NO_ARTICLE -> new Closed(Reason.NO_ARTICLE, detail.orElse(""));
                };
        };
    }

    /** The address it came from, and the one it names itself when that is of the same site. */
    private static List<URI> aliases(URI from, Optional<URI> canonical) {
        List<URI> aliases = new ArrayList<>(List.of(from));
        canonical.filter(c -> ArticleKeys.sameSite(from, c)).ifPresent(aliases::add);
        return aliases.stream()
                .filter(a -> ArticleKeys.link(a).isPresent())
                .distinct()
                .toList();
    }

    private static boolean isPage(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.startsWith("text/") || type.contains("html") || type.contains("xml");
    }
}

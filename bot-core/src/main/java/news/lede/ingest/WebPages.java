package news.lede.ingest;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
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
import news.lede.ingest.PageReader.PageReading.Unchanged;

/** Reads pages over the network and finds their articles. {@code fetcher} keeps to what sites wish: their pace and their robots.txt. */
public final class WebPages implements PageReader {
    private final Fetcher fetcher;
    private final PageArticle articles;

    public WebPages(Fetcher fetcher, Function<Document, Extraction> extractor, InstantSource clock) {
        this.fetcher = fetcher;
        this.articles = new PageArticle(extractor, clock);
    }

    @Override
    public PageReading read(URI page, Validators known) {
        return switch (fetcher.fetch(new FetchRequest(page, known).wanting(Wanted.PAGE))) {
            case Fetched fetched -> articles.of(page, fetched);
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
}

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
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.ingest.PageReader.PageReading;
import news.lede.ingest.PageReader.PageReading.Closed;
import news.lede.ingest.PageReader.PageReading.Read;
import news.lede.ingest.PageReader.Reason;

/** Finds the article of a page that was fetched, or says why there is none. Thread-safe. */
final class PageArticle {
    /** The extractor's own bound: below it the text may be no article. */
    private static final double SURE = 0.5;

    private final Function<Document, Extraction> extractor;
    private final InstantSource clock;

    PageArticle(Function<Document, Extraction> extractor, InstantSource clock) {
        this.extractor = extractor;
        this.clock = clock;
    }

    /** {@code asked}: the address that led there. The answer is {@link Read} or {@link Closed}. */
    PageReading of(URI asked, Fetched fetched) {
        if (!fetched.contentType().map(PageArticle::isPage).orElse(true)) {
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

package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.lede.extract.ExtractedArticle;
import news.lede.fetch.Validators;

/** Reads the page of one article, as politely as its site wishes. Thread-safe; blocks, for a minute at most; an interrupt ends it. */
@FunctionalInterface
public interface PageReader {
    /** {@code known}: validators of the last reading, so that an unchanged page need not be sent again. */
    PageReading read(URI page, Validators known);

    /** What came of reading a page. */
    sealed interface PageReading {
        /** Its article. {@code aliases}: other addresses that this page is known by, never a home page or another site's. */
        record Read(ExtractedArticle article, List<URI> aliases, Validators validators) implements PageReading {
            public Read {
                aliases = List.copyOf(aliases);
            }
        }

        /** The same as when {@code known} was given out. */
        record Unchanged() implements PageReading {}

        /** Not to be had, and not to be asked for again: what the feed says is all we may tell. */
        record Closed(Reason reason, String detail) implements PageReading {}

        /** The publisher took it away (404 or 410). */
        record Gone(int status) implements PageReading {}

        /** Not now. {@code after}: the earliest moment to ask again, where somebody said so. */
        record Later(Optional<Duration> after, String why) implements PageReading {}
    }

    /** Why a page is closed to us. */
    enum Reason {
        /** The site's robots.txt asks programs to stay out. */
        ROBOTS,
        /** A login, a subscription, a consent or a proof of being human is wanted instead. */
        WALL,
        /** A picture, a sound, a document: nothing to read an article from. */
        NO_PAGE,
        TOO_LARGE,
        /** A page without an article, or with another one. */
        NO_ARTICLE,
        /** The address is not one that may be asked. */
        REFUSED
    }
}

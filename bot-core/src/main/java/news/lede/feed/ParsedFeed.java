package news.lede.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of reading a document as a feed. */
public sealed interface ParsedFeed {
    /**
     * A feed, or a sitemap that lists pages. {@code title} and {@code description} are plain text, empty when there is none. {@code self} is the address the feed gives itself;
     * {@code hubs} are where changes of it can be subscribed to (WebSub). {@code entries} stand in document order.
     */
    record Feed(
            String title,
            String description,
            Optional<URI> link,
            Optional<URI> image,
            Optional<String> language,
            Optional<URI> self,
            List<URI> hubs,
            PollWishes wishes,
            List<Entry> entries)
            implements ParsedFeed {
        public Feed {
            hubs = List.copyOf(hubs);
            entries = List.copyOf(entries);
        }

        /** A feed of which only the usual is known. */
        public Feed(String title, Optional<URI> link, Optional<String> language, List<Entry> entries) {
            this(title, "", link, Optional.empty(), language, Optional.empty(), List.of(), PollWishes.NONE, entries);
        }
    }

    /** A sitemap that lists other sitemaps, in document order. */
    record SitemapIndex(List<Child> children) implements ParsedFeed {
        public SitemapIndex {
            children = List.copyOf(children);
        }

        /** One of them; {@code lastModified} as far as it is told. */
        public record Child(URI address, Optional<Instant> lastModified) {}
    }

    /** Not a feed at all; {@code reason} says what it seems to be. */
    record NotAFeed(String reason) implements ParsedFeed {}
}

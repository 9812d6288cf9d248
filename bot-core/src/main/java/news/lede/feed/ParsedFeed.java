package news.lede.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What came of reading a document as a feed. */
public sealed interface ParsedFeed {
    /** Entries in document order. */
    record Feed(String title, Optional<URI> link, Optional<String> language, List<Entry> entries)
            implements ParsedFeed {
        public Feed {
            entries = List.copyOf(entries);
        }
    }

    /** Not a feed at all; {@code reason} says what it seems to be. */
    record NotAFeed(String reason) implements ParsedFeed {}
}

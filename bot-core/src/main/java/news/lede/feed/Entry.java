package news.lede.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One element of a feed as published. {@code html} is the longest text the feed carries of it, as HTML (content, else summary); {@code title} is plain
 * text, empty when there is none.
 */
public record Entry(
        Optional<String> guid,
        Optional<URI> link,
        String title,
        Optional<String> author,
        Optional<Instant> published,
        Optional<Instant> updated,
        String html) {}

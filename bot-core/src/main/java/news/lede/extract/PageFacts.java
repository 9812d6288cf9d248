package news.lede.extract;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a page says of its article outside the text.
 *
 * @param title the headline that most places agree on
 * @param published when stated; noon UTC when only a day is
 * @param statedBody the text of the article as structured data carries it, often cut short
 * @param closed whether the page says that its text is for subscribers only
 */
record PageFacts(
        Optional<String> title,
        Optional<String> publisher,
        Optional<String> author,
        Optional<Instant> published,
        Optional<URI> url,
        Optional<String> language,
        OptionalInt maxSnippet,
        Optional<String> statedBody,
        Optional<String> description,
        boolean closed) {}

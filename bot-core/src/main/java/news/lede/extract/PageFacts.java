package news.lede.extract;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a page says of its article outside the text.
 *
 * @param title the headline that most places agree on
 * @param author names, parted by commas
 * @param url the article's own address, whichever of its variants was fetched
 * @param statedBody the text of the article as structured data carries it, often cut short
 * @param image the picture that the page names for being shown with it
 * @param closed whether the page says that its text is for subscribers only
 */
record PageFacts(
        Optional<String> title,
        Optional<String> publisher,
        Optional<String> author,
        Optional<Published> published,
        Origins origins,
        Optional<URI> url,
        Optional<String> language,
        OptionalInt maxSnippet,
        Optional<String> statedBody,
        Optional<String> description,
        boolean closed,
        Optional<URI> image) {
    /** Those of a page that names no picture. */
    PageFacts(
            Optional<String> title,
            Optional<String> publisher,
            Optional<String> author,
            Optional<Published> published,
            Origins origins,
            Optional<URI> url,
            Optional<String> language,
            OptionalInt maxSnippet,
            Optional<String> statedBody,
            Optional<String> description,
            boolean closed) {
        this(
                title,
                publisher,
                author,
                published,
                origins,
                url,
                language,
                maxSnippet,
                statedBody,
                description,
                closed,
                Optional.empty());
    }
}

package news.lede.extract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An article as a page tells it, clean. {@code author}: names as the page gives them, separated by commas. {@code published}, when stated or reckoned; {@code approximate} says which. {@code confidence} is 0 to
 * 1; below 0.5 the text may not be an article.
 */
public record ExtractedArticle(
        String title,
        Optional<String> publisher,
        Optional<String> author,
        Optional<URI> url,
        List<String> paragraphs,
        Optional<Instant> published,
        boolean approximate,
        Optional<String> language,
        OptionalInt maxSnippet,
        double confidence) {
    public ExtractedArticle {
        paragraphs = List.copyOf(paragraphs);
    }
}

package news.lede.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.text.Language;

/**
 * A clean article before it has an identity. {@code paragraphs} are trimmed, with single spaces inside, none blank.
 * {@code approximate} says that {@code published} was reckoned ("38 minutes ago") rather than stated.
 * {@code maxSnippet} is the publisher's own limit in characters on what may be shown of it, 0 for none at all, absent when it
 * states none.
 */
public record NewArticle(
        String title,
        Optional<String> publisher,
        Optional<URI> url,
        List<String> paragraphs,
        Instant published,
        boolean approximate,
        Language language,
        OptionalInt maxSnippet) {
    public NewArticle {
        paragraphs = List.copyOf(paragraphs);
        if (title.isBlank()) {
            throw new IllegalArgumentException("an article has a title");
        }
    }
}

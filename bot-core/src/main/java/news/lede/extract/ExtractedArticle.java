package news.lede.extract;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An article as a page tells it, clean.
 *
 * @param author names as the page gives them, parted by commas
 * @param url the article's own address: what the page calls canonical, within its site, else where it was read
 * @param published when stated or reckoned; {@code approximate} says which. Noon UTC where only a day is known
 * @param day the day of publication on the publisher's own calendar, where it is known
 * @param partial whether the text is only the beginning: the rest is for subscribers
 * @param origins where on the page the facts were found
 * @param image the picture that the page names for being shown with it
 * @param confidence 0 to 1; below 0.5 the text may not be an article
 */
public record ExtractedArticle(
        String title,
        Optional<String> publisher,
        Optional<String> author,
        Optional<URI> url,
        List<String> paragraphs,
        Optional<Instant> published,
        boolean approximate,
        Optional<LocalDate> day,
        Optional<String> language,
        OptionalInt maxSnippet,
        boolean partial,
        Origins origins,
        double confidence,
        Optional<URI> image) {
    public ExtractedArticle {
        paragraphs = List.copyOf(paragraphs);
    }

    /** One without a picture. */
    public ExtractedArticle(
            String title,
            Optional<String> publisher,
            Optional<String> author,
            Optional<URI> url,
            List<String> paragraphs,
            Optional<Instant> published,
            boolean approximate,
            Optional<LocalDate> day,
            Optional<String> language,
            OptionalInt maxSnippet,
            boolean partial,
            Origins origins,
            double confidence) {
        this(
                title,
                publisher,
                author,
                url,
                paragraphs,
                published,
                approximate,
                day,
                language,
                maxSnippet,
                partial,
                origins,
                confidence,
                Optional.empty());
    }

    /** The same article, of which only the beginning is shown. */
    ExtractedArticle beginning(List<String> shown) {
        return with(shown, maxSnippet, true);
    }

    /** The same article with other text and another limit to what may be quoted of it. */
    ExtractedArticle quotable(List<String> text, OptionalInt limit) {
        return with(text, limit, partial);
    }

    private ExtractedArticle with(List<String> text, OptionalInt limit, boolean cut) {
        return new ExtractedArticle(
                title,
                publisher,
                author,
                url,
                text,
                published,
                approximate,
                day,
                language,
                limit,
                cut,
                origins,
                confidence,
                image);
    }
}

package news.lede.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.text.Language;

/** One publisher's publication behind an entry, clean and stored. Components as in {@link NewArticle}. */
public record Article(
        ArticleId id,
        ReportId report,
        String title,
        Optional<String> publisher,
        Optional<URI> url,
        List<String> paragraphs,
        Instant published,
        boolean approximate,
        Language language,
        OptionalInt maxSnippet,
        Instant firstSeen,
        Optional<URI> image) {
    public Article {
        paragraphs = List.copyOf(paragraphs);
    }

    /** One without a picture. */
    public Article(
            ArticleId id,
            ReportId report,
            String title,
            Optional<String> publisher,
            Optional<URI> url,
            List<String> paragraphs,
            Instant published,
            boolean approximate,
            Language language,
            OptionalInt maxSnippet,
            Instant firstSeen) {
        this(
                id,
                report,
                title,
                publisher,
                url,
                paragraphs,
                published,
                approximate,
                language,
                maxSnippet,
                firstSeen,
                Optional.empty());
    }

    /** The paragraphs as one text, parted by line feeds. */
    public String text() {
        return String.join("\n", paragraphs);
    }
}

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
        Instant firstSeen) {
    public Article {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The paragraphs as one text, parted by line feeds. */
    public String text() {
        return String.join("\n", paragraphs);
    }
}

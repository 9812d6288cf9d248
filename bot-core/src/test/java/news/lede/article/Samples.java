package news.lede.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.text.Language;

/** Articles for tests, of a town that does not exist. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private Samples() {}

    /** An English article of the Harbour Courier, published at {@link #NOON}. */
    public static NewArticle article(String title, String... paragraphs) {
        return article(title, NOON, paragraphs);
    }

    public static NewArticle article(String title, Instant published, String... paragraphs) {
        return article(title, published, Language.ENGLISH, paragraphs);
    }

    public static NewArticle article(String title, Instant published, Language language, String... paragraphs) {
        return new NewArticle(
                title,
                Optional.of("Harbour Courier"),
                Optional.of(URI.create("https://courier.example/" + Integer.toHexString(title.hashCode()))),
                List.of(paragraphs),
                published,
                false,
                language,
                OptionalInt.empty());
    }
}

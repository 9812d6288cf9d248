package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import news.lede.extract.Extraction.Page;
import news.lede.extract.Extraction.Refusal;
import news.lede.extract.Extraction.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PageJudgeTest {
    private static final String FIRST =
            "The lock at the old bridge was closed on Monday because of the storm, the town said in the evening.";
    private static final String SECOND =
            "Thirty barges wait above the weir, and their skippers sleep on board until the gates open once again.";
    private static final String TEXT = "<p>" + FIRST + "</p><p>" + SECOND + "</p>";

    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    private Extraction extract(String head, String body) {
        String page = "<!DOCTYPE html><html lang=en><head><title>Lock closed at the old bridge</title>" + head
                + "</head><body>" + body + "</body></html>";
        return EXTRACTOR.extract(new Document(
                page.getBytes(StandardCharsets.UTF_8),
                Optional.of(URI.create("https://riverpost.example/lock")),
                Instant.parse("2026-03-05T12:00:00Z"),
                Optional.of("utf-8")));
    }

    private ExtractedArticle article(String head, String body) {
        return ((Page) extract(head, "<article><h1>Lock closed at the old bridge</h1>" + body + "</article>")).main();
    }

    private static String article(String fields) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Lock closed at the old bridge\","
                + fields + "}</script>";
    }

    @Nested
    class GivenAPageThatIsAWall {
        @Test
        void whenItIsExtracted_thenItIsRefusedAndSaysWhy() {
            Extraction robots = extract("", "<div id=challenge-form>Wait a little, please.</div>");
            Extraction consent = extract(
                    "",
                    "<h1>Your choice</h1><p>We value your privacy, dear reader. We and our partners store data on your device.</p>");

            assertThat(robots).isEqualTo(new Refused(Refusal.PAYWALL_OR_CONSENT, Optional.of(Wall.ROBOT.told())));
            assertThat(consent).isEqualTo(new Refused(Refusal.PAYWALL_OR_CONSENT, Optional.of(Wall.CONSENT.told())));
        }

        @Test
        void whenItSaysThatNothingIsThere_thenThereIsNoArticle() {
            assertThat(EXTRACTOR.extract(new Document(
                            "<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>The page you are looking for may have been moved or deleted by us.</p></body></html>"
                                    .getBytes(StandardCharsets.UTF_8),
                            Optional.empty(),
                            Instant.EPOCH,
                            Optional.empty())))
                    .isEqualTo(new Refused(Refusal.NO_ARTICLE, Optional.of(Wall.MISSING.told())));
        }
    }

    @Nested
    class GivenTheBeginningOfAnArticle {
        @Test
        void whenAnOfferFollows_thenTheBeginningIsKeptAndMarked() {
            ExtractedArticle article = article(
                    "",
                    TEXT
                            + "<p>Already a subscriber? Log in here to go on.</p><p>Subscribe to continue reading today.</p>");

            assertThat(article.partial()).isTrue();
            assertThat(article.paragraphs()).containsExactly(FIRST, SECOND);
        }

        @Test
        void whenNothingButTheOfferIsThere_thenItIsRefused() {
            assertThat(
                            extract(
                                    "",
                                    "<article><h1>Lock closed at the old bridge</h1><p>Already a subscriber? Log in here to go on.</p><p>Subscribe to continue reading all of it today, please.</p></article>"))
                    .isEqualTo(new Refused(Refusal.PAYWALL_OR_CONSENT, Optional.of(Wall.SUBSCRIPTION.told())));
        }

        @Test
        void whenThePageSaysThatItIsClosed_thenAShortTextIsABeginning() {
            assertThat(article(article("\"isAccessibleForFree\":false"), TEXT).partial())
                    .isTrue();
            assertThat(article(article("\"isAccessibleForFree\":true"), TEXT).partial())
                    .isFalse();
            assertThat(article("", TEXT).partial()).isFalse();
        }

        @Test
        void whenAllOfItIsThere_thenItIsNone() {
            assertThat(article(article("\"isAccessibleForFree\":false,\"wordCount\":40"), TEXT)
                            .partial())
                    .isFalse();
            assertThat(article(article("\"isAccessibleForFree\":false,\"wordCount\":400"), TEXT)
                            .partial())
                    .isTrue();
            String part =
                    "\"isAccessibleForFree\":false,\"hasPart\":{\"isAccessibleForFree\":\"False\",\"cssSelector\":\".whole\"}";
            assertThat(article(article(part), "<div class=whole>" + TEXT + "</div>")
                            .partial())
                    .isFalse();
            assertThat(article(article(part.replace(".whole", "..[")), TEXT).partial())
                    .isTrue();
        }

        @Test
        void whenOnlyItsMarkupTellsOfAWall_thenItsWordsMustToo() {
            String wall = "<div class='paywall-box'>";
            assertThat(article("", TEXT + wall + "</div><footer>Already a subscriber?</footer>")
                            .partial())
                    .isTrue();
            assertThat(article("", TEXT + wall + "</div>").partial()).isFalse();
            assertThat(article("", TEXT + "<footer>Already a subscriber?</footer>")
                            .partial())
                    .isFalse();
        }
    }

    @Nested
    class GivenTextThatMustNotBeQuoted {
        @Test
        void whenItIsABox_thenItIsLeftOut() {
            ExtractedArticle article = article(
                    "",
                    TEXT + TEXT.replace("Monday", "Sunday")
                            + "<p data-nosnippet>Skippers may call the desk of the lock at any hour of the day.</p>");

            assertThat(article.paragraphs()).noneMatch(p -> p.contains("call the desk"));
            assertThat(article.maxSnippet()).isEmpty();
        }

        @Test
        void whenItIsTheWholeText_thenNothingIsQuoted() {
            ExtractedArticle article = article("", "<div data-nosnippet>" + TEXT + "</div>");

            assertThat(article.paragraphs()).containsExactly(FIRST, SECOND);
            assertThat(article.maxSnippet()).hasValue(0);
        }
    }
}

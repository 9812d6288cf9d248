package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What of whole pages is taken for the article; the pages are of our own invention, in the shapes that publishers use. */
class BodyChoiceTest {
    private static final String TITLE = "Port Ellery opens its new ferry terminal after two years";
    private static final List<String> TEXT = List.of(
            "The new ferry terminal of Port Ellery opened on Tuesday, two years later than the harbour board had planned when it ordered the first piles.",
            "\"We waited long enough,\" said harbour master Ada Marrow, who cut the ribbon in front of about four hundred people and a brass band from Koru Island.",
            "The building has three berths, a waiting room for six hundred passengers and a roof that collects rain for the washing of the boats.",
            "Its price rose from 40 to 61 million crowns, the auditors of the province wrote in March, because the ground turned out to be softer than expected.",
            "The council had twice refused to pay the difference. In the end the province lent the money, to be returned over twelve years from the berthing fees.",
            "From the first of May eleven boats a day will leave for Koru Island and, in summer, four more for the lighthouse at Cape Sorrow.",
            "The old terminal, a wooden hall from 1931, becomes a museum of pilots and their boats, which is to open its doors next spring.");

    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    private static String paragraphs() {
        return paragraphs(TEXT);
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().collect(Collectors.joining("</p>\n<p>", "<p>", "</p>\n"));
    }

    private static String page(String inside) {
        return "<!doctype html><html lang=en><head><title>" + TITLE
                + " | River Post</title><meta property=og:title content=\""
                + TITLE
                + "\"><meta property=og:site_name content='River Post'></head><body><header class=site-header><a href=/>River Post</a><nav><ul><li><a href=/w>World</a></li>"
                + "<li><a href=/s>Sport</a></li></ul></nav></header><main>" + inside
                + "</main><footer><p>© 2026 River Post. All rights reserved. <a href=/terms>Terms of use</a></p></footer></body></html>";
    }

    private List<String> read(String html) {
        Extraction found = EXTRACTOR.extract(
                new Document(html.getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH, Optional.empty()));
        return found instanceof Extraction.Page page ? page.main().paragraphs() : List.of();
    }

    @Nested
    class Furniture {
        @Test
        void aPlainArticleIsReadWhole() {
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>" + paragraphs()
                            + "</div></article>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void namesThatSayNothingDoNotMatter() {
            assertThat(read(page("<div class=c1><h1>" + TITLE + "</h1><div class=c2>" + paragraphs() + "</div></div>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void listsOfOtherArticlesAreLeftOut() {
            String others = "<div class=related><h3>Related Articles</h3><ul>"
                    + Stream.of(
                                    "Storm closes the lock for a week",
                                    "Pilots ask for a fourth boat",
                                    "Museum finds lost map")
                            .map(t -> "<li><a href=/x>" + t + "</a></li>")
                            .collect(Collectors.joining())
                    + "</ul></div>";
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>" + paragraphs() + others
                            + "</div></article>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void commentsAreLeftOut() {
            String comments = "<section id=comments class=comments><h3>3 Comments</h3>"
                    + Stream.of(
                                    "The old hall was nicer, and nobody asked us before they moved the boats.",
                                    "I took the first boat this morning and it was on time, for once.",
                                    "Twelve years of fees! Who thinks that the loan will ever be paid back?")
                            .map(t ->
                                    "<div class=comment><span class=comment-author>Tom R.</span><span>2 hours ago</span><p>"
                                            + t + "</p><a href=#r>Reply</a></div>")
                            .collect(Collectors.joining())
                    + "</section>";
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>" + paragraphs()
                            + "</div></article>" + comments)))
                    .isEqualTo(TEXT);
        }

        @Test
        void anAppealInTheMiddleIsLeftOut() {
            String appeal =
                    "<div class=newsletter-signup><h4>Sign up for our newsletter</h4><p>Get the latest news of the river delivered to your inbox every morning. You can unsubscribe at any time.</p><form><input type=email><button>Subscribe</button></form></div>";
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>"
                            + paragraphs(TEXT.subList(0, 3)) + appeal + paragraphs(TEXT.subList(3, TEXT.size()))
                            + "</div></article>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void captionsAreLeftOut() {
            String figure =
                    "<figure class=image><img src=x.jpg><figcaption>The new terminal on its opening day. Photo: River Post</figcaption></figure>";
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>"
                            + paragraphs(TEXT.subList(0, 2)) + figure + paragraphs(TEXT.subList(2, TEXT.size()))
                            + "</div></article>")))
                    .isEqualTo(TEXT);
        }
    }

    @Nested
    class Shapes {
        @Test
        void whatIsShownByScriptAloneIsRead() {
            assertThat(read(page("<h1>" + TITLE + "</h1><div hidden id=S1><div class=article-body>" + paragraphs()
                            + "</div></div>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void whatThePageHoldsTwiceIsReadOnce() {
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>" + paragraphs()
                            + "</div></article><article class=print><div class=article-body>" + paragraphs()
                            + "</div></article>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void textCutByLineBreaksIsRead() {
            assertThat(read(page("<article><h1>" + TITLE + "</h1><div class=article-body>"
                            + String.join("<br><br>", TEXT) + "</div></article>")))
                    .isEqualTo(TEXT);
        }

        @Test
        void aRowOfFiguresIsOneLine() {
            List<Block> blocks = HtmlBlocks.of(
                    org.jsoup.Jsoup.parse(
                                    "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Sorrow</td><td>120</td></tr></table>")
                            .body(),
                    false);
            assertThat(blocks).extracting(Block::text).containsExactly("Boat Seats", "Sorrow 120");
        }

        @Test
        void aTableThatLaysOutThePageIsNone() {
            List<Block> blocks = HtmlBlocks.of(
                    org.jsoup.Jsoup.parse("<table><tr><td><p>Menu</p></td><td><p>Text</p></td></tr></table>")
                            .body(),
                    false);
            assertThat(blocks).extracting(Block::text).containsExactly("Menu", "Text");
        }

        @Test
        void scoresInBracketsAreNoAdvertisingBox() {
            String scores = "The Pilots (14-16, 8-9 Koru League) lost to the Keepers (16-14, 9-8) on Tuesday night.";
            assertThat(new AdRuns().cut(scores)).isEqualTo(scores);
        }
    }
}

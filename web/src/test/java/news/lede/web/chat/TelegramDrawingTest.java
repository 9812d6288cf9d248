package news.lede.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TelegramDrawingTest {
    private static Document drawn(JsonNode payload) {
        return Jsoup.parseBodyFragment(TelegramDrawing.message(payload, Stored.SHOWN));
    }

    private static JsonNode html(String html) {
        ObjectNode payload = (ObjectNode) Stored.json("{'parse_mode':'HTML'}");
        return payload.put("text", html);
    }

    @Nested
    class EveryStoredMessage {
        @Test
        void isDrawnWithEachOfItsButtons() {
            assertThat(Stored.telegram()).hasSizeGreaterThan(50);
            Stored.telegram().forEach((name, payload) -> {
                Document page = drawn(payload);
                assertThat(page.select(".tg-button .tg-label").eachText())
                        .as(name)
                        .containsExactlyElementsOf(payload.path("reply_markup")
                                .path("inline_keyboard")
                                .valueStream()
                                .flatMap(JsonNode::valueStream)
                                .map(button -> button.path("text").asText())
                                .toList());
            });
        }

        @Test
        void saysEveryWordOfItsText() {
            Stored.telegram().forEach((name, payload) -> {
                String html = payload.path("rich_message").isObject()
                        ? payload.path("rich_message").path("html").asText()
                        : payload.path("text").asText();
                String words = Jsoup.parse(html.replaceAll("<tg-time[^>]*>[^<]*</tg-time>", ""))
                        .text()
                        .replaceAll("\\s+", "");
                String seen = Jsoup.parse(TelegramDrawing.message(payload, Stored.SHOWN)
                                .replaceAll("<time[^>]*>[^<]*</time>", ""))
                        .select(".tg-text")
                        .text()
                        .replaceAll("\\s+", "");
                assertThat(seen).as(name).isEqualTo(words);
            });
        }

        @Test
        void bringsNeitherStylesNorScriptsNorPicturesFromElsewhere() {
            Stored.telegram()
                    .forEach((name, payload) -> assertThat(drawn(payload).select("[style], script, img, iframe"))
                            .as(name)
                            .isEmpty());
        }
    }

    @Nested
    class ACard {
        private final Document page = drawn(Stored.telegram("drawn/en/card-of-many"));

        @Test
        void foldsAwayWhatIsQuotedAtLength() {
            assertThat(page.select(".tg-quote.tg-expandable")).hasSize(2);
            Element fold = page.select(".tg-expandable > input[type=checkbox]").getFirst();
            assertThat(fold.attr("aria-label")).isEqualTo("Show the whole quote");
            assertThat(fold.hasAttr("name")).isFalse();
        }

        @Test
        void showsThePageItLinksToByItsSiteAndTitle() {
            assertThat(page.select(".tg-preview .tg-site").text()).isEqualTo("harbourcourier.example");
            assertThat(page.select(".tg-preview .tg-page").text()).isEqualTo("Brisa bridge shut after crack is found");
            assertThat(page.select(".tg-preview .tg-thumb")).hasSize(1);
        }

        @Test
        void hasItsKeyboardInRows() {
            assertThat(page.select(".tg-row")).hasSize(4);
            assertThat(page.select(".tg-row").getFirst().select(".tg-label").eachText())
                    .containsExactly("Related", "Sources", "Timeline");
            assertThat(page.select(".tg-button.tg-primary").text()).isEqualTo("Follow");
            assertThat(page.select(".tg-sign").attr("title")).isEqualTo("lets the reader choose a chat");
        }

        @Test
        void agesAreCountedByWhoLooks() {
            assertThat(page.select(".tg-text time").getFirst().text()).isEqualTo("40 minutes ago");
        }
    }

    @Test
    void aRichMessageHasHeadingsListsPartsThatOpenAndTables() {
        Document briefing = drawn(Stored.telegram("drawn/en/briefing"));
        assertThat(briefing.select(".tg-h2").text()).isEqualTo("What mattered today");
        assertThat(briefing.select("details.tg-details > summary")).hasSize(7);
        assertThat(briefing.select("details ul li")).hasSize(14);
        assertThat(drawn(Stored.telegram("drawn/en/compare")).select("table.tg-table tr"))
                .isNotEmpty();
    }

    @Test
    void buttonsOfAChannelLeadElsewhereAndSayWhere() {
        Document page = drawn(Stored.telegram("channel/list"));
        assertThat(page.select(".tg-sign").getFirst().attr("title"))
                .isEqualTo("opens https://t.me/lede_news_bot?start=story_4");
    }

    @Nested
    class WhereSomebodyAnswers {
        private final Document page =
                Jsoup.parseBodyFragment(TelegramDrawing.message(Stored.telegram("alone/listing"), Stored.LIVE));

        @Test
        void commandsInTheTextCanBePressed() {
            assertThat(page.select("button[name=say]").eachAttr("value")).containsExactly("/latest", "/topic");
        }

        @Test
        void buttonsSendWhatTheyCarry() {
            Document card =
                    Jsoup.parseBodyFragment(TelegramDrawing.message(Stored.telegram("alone/card"), Stored.LIVE));
            assertThat(card.select("button[name=press]").eachAttr("value")).containsExactly("1:/related 4");
        }
    }

    @Test
    void whatTheServiceFindsByItselfIsFound() {
        Document page = drawn(html(
                "see https://a.example/x, @lede_bot, #news #4 and /latest but not a/latest or <code>/this</code>"));
        assertThat(page.select(".tg-text .tg-link").eachText())
                .containsExactly("https://a.example/x", "@lede_bot", "#news", "/latest");
    }

    @Test
    void timesOfAllFormsAreToldInTheReadersLanguageAndZone() {
        Scene berlin = new Scene(Stored.NOW, ZoneOffset.ofHours(2), Locale.GERMAN, false);
        String drawn = TelegramDrawing.message(
                html(
                        "<tg-time unix=\"1777874400\" format=\"t\">a</tg-time>|<tg-time unix=\"1777874400\" format=\"D\">b</tg-time>"
                                + "|<tg-time unix=\"1777874400\" format=\"r\">c</tg-time>|<tg-time unix=\"1777874400\" format=\"wx\">d</tg-time>"
                                + "|<tg-time unix=\"no\" format=\"t\">e</tg-time>"),
                berlin);
        assertThat(Jsoup.parseBodyFragment(drawn).select(".tg-text").text())
                .isEqualTo("08:00|4. Mai 2026|vor 6 Stunden|d|no");
    }

    @Test
    void linesStandAsTheyWereWritten() {
        assertThat(drawn(html("a\n\n<b>b</b>\nc")).select(".tg-text").getFirst().wholeText())
                .isEqualTo("a\n\nb\nc");
    }

    @Test
    void aQuoteStandsInLinesOfItsOwnAlready() {
        Element text = drawn(html("a\n<blockquote>b</blockquote>\n\nc"))
                .select(".tg-text")
                .getFirst();
        assertThat(text.wholeText()).isEqualTo("ab\nc");
    }

    @Test
    void hostileWordsStayWordsAndUnknownTagsKeepTheirs() {
        Document page = drawn(html(
                "&lt;script&gt;x&lt;/script&gt;<script>alert(1)</script><marquee>moves</marquee><a href=\"javascript:x\">go</a>"
                        + "<b onclick=\"x\">bold</b>"));
        assertThat(page.select("script, marquee, [onclick], .tg-text a")).isEmpty();
        assertThat(page.select(".tg-text").text()).contains("<script>x</script>", "moves", "go", "bold");
    }

    @Test
    void whatIsNoHtmlIsShownAsItStands() {
        assertThat(drawn(Stored.json("{'text':'<b>no</b>'}")).select(".tg-text").text())
                .isEqualTo("<b>no</b>");
    }
}

package news.lede.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiscordDrawingTest {
    private static Document drawn(JsonNode payload) {
        return Jsoup.parseBodyFragment(DiscordDrawing.message(payload, Stored.SHOWN));
    }

    /** A message that is one text. */
    private static Document text(String content) {
        JsonNode payload = Stored.json("{'flags':32768,'components':[{'type':10,'content':''}]}");
        ((ObjectNode) payload.path("components").get(0)).put("content", content);
        return drawn(payload);
    }

    @Nested
    class EveryStoredMessage {
        @Test
        void isDrawnWithEachOfItsButtonsAndMenus() {
            Map<String, JsonNode> all = Stored.discord();
            assertThat(all).hasSizeGreaterThan(60);
            all.forEach((name, payload) -> {
                String seen = drawn(payload).text();
                for (JsonNode part : payload.findParents("custom_id")) {
                    if (part.hasNonNull("label")) {
                        assertThat(seen).as(name).contains(part.path("label").asText());
                    }
                    part.path("options").forEach(option -> {
                        if (option.path("default").asBoolean()) {
                            assertThat(seen)
                                    .as(name)
                                    .contains(option.path("label").asText());
                        }
                    });
                }
            });
        }

        @Test
        void leavesNoPartUnknownAndNoMarkUnread() {
            Stored.discord().forEach((name, payload) -> {
                Document page = drawn(payload);
                assertThat(page.select(".dc-unknown")).as(name).isEmpty();
                assertThat(page.text()).as(name).doesNotContain("](", "<t:", "**", "-# ", "\\");
            });
        }

        @Test
        void bringsNeitherStylesNorScriptsNorPicturesFromElsewhere() {
            Stored.discord().forEach((name, payload) -> {
                Document page = drawn(payload);
                assertThat(page.select("[style], script, img, iframe, [onclick]"))
                        .as(name)
                        .isEmpty();
            });
        }
    }

    @Nested
    class ACard {
        private final Document page = drawn(Stored.discord("story-card", "boxes en"));

        @Test
        void hasABoxWithTheColourOfItsTopicAtTheEdge() {
            assertThat(page.select(".dc-box > svg.dc-edge rect").attr("fill")).isEqualTo("#c8643f");
        }

        @Test
        void beginsWithItsTitleAsALink() {
            Element title = page.select(".dc-h2 a").getFirst();
            assertThat(title.text()).isEqualTo("Ferry line 4 reopens after the storm");
            assertThat(title.attr("href")).isEqualTo("https://news.example/40/ferry-line");
        }

        @Test
        void tellsAgesInWords() {
            assertThat(page.select(".dc-small").getFirst().text())
                    .isEqualTo("The Harbour Post, Valley News, Northern Ledger · 3 articles · 6 hours ago · #4");
            assertThat(page.select("time.chat-time").getLast().attr("datetime")).isEqualTo("2026-05-04T05:00:00Z");
        }

        @Test
        void framesItsPictureInsteadOfFetchingIt() {
            Element frame = page.select(".dc-gallery .dc-picture").getFirst();
            assertThat(frame.text()).isEqualTo("news.example");
            assertThat(frame.attr("aria-label"))
                    .isEqualTo("Ferry line 4 reopens after the storm (a picture from news.example)");
        }

        @Test
        void showsButtonsThatCannotBePressedWhereNobodyAnswers() {
            assertThat(page.select("button")).isEmpty();
            assertThat(page.select(".dc-row span.dc-button").eachText())
                    .containsExactly(
                            "Related",
                            "Sources",
                            "Timeline",
                            "Compare",
                            "Why this?",
                            "Follow Harbours",
                            "👍",
                            "👎",
                            "!");
            assertThat(page.select(".dc-primary").eachText()).containsExactly("Follow Harbours");
            assertThat(page.select(".dc-danger").eachText()).containsExactly("!");
        }

        @Test
        void hasButtonsThatSendTheirIdWhereSomebodyAnswers() {
            Document live = Jsoup.parseBodyFragment(
                    DiscordDrawing.message(Stored.discord("story-card", "boxes en"), Stored.LIVE));
            assertThat(live.select("button[name=press]").eachAttr("value"))
                    .contains("1:/related 4", "1:/story 4 view:evidence", "1?/report 4");
        }
    }

    @Nested
    class AnEmbed {
        private final Document page = drawn(Stored.discord("story-card", "embeds en"));

        @Test
        void hasATitleThatIsALinkAndFieldsAndItsColour() {
            assertThat(page.select(".dc-embed-title a").attr("href")).isEqualTo("https://news.example/40/ferry-line");
            assertThat(page.select(".dc-field-name").eachText()).contains("Sources");
            assertThat(page.select(".dc-embed > svg.dc-edge rect").attr("fill")).isEqualTo("#c8643f");
            assertThat(page.select(".dc-row")).isNotEmpty();
        }

        @Test
        void readsNoMarksInItsFooter() {
            Document drawn = drawn(Stored.json("{'embeds':[{'title':'x','footer':{'text':'**plain** and [a](b)'}}]}"));
            assertThat(drawn.select(".dc-embed-footer").text()).isEqualTo("**plain** and [a](b)");
        }
    }

    @Nested
    class Menus {
        private final JsonNode setup = Stored.discord("setup", "boxes en");

        @Test
        void showWhatIsChosenOrWhatCanBe() {
            assertThat(drawn(setup).select(".dc-menu").eachText()).containsExactly("Harbours⌄", "08:00⌄");
        }

        @Test
        void areListsToChooseFromWhereSomebodyAnswers() {
            Document live = Jsoup.parseBodyFragment(DiscordDrawing.message(setup, Stored.LIVE));
            Element several =
                    live.select("select[name=pick-1=topics:/setup page:2]").getFirst();
            assertThat(several.hasAttr("multiple")).isTrue();
            assertThat(several.select("option[selected]").eachAttr("value")).containsExactly("harbours");
            assertThat(live.select("select[name=pick-1=at:/setup]").getFirst().hasAttr("multiple"))
                    .isFalse();
            assertThat(live.select("button[value=1=at:/setup]").text()).isEqualTo("Choose");
        }
    }

    @Test
    void aFormHasALabelForEachFieldAndSendsThemByTheirIds() {
        JsonNode modal = Stored.json(
                "{'custom_id':'1?/report 4','title':'/report 4','components':["
                        + "{'type':18,'label':'kind','description':'What is wrong','component':{'type':3,'custom_id':'kind','required':false,"
                        + "'options':[{'label':'Wrong','value':'wrong'}]}},"
                        + "{'type':18,'label':'words','component':{'type':4,'custom_id':'words','style':2,'max_length':500,'required':true}}]}");
        Document page = Jsoup.parseBodyFragment(DiscordDrawing.form(modal, Stored.LIVE));
        assertThat(page.select(".dc-modal-title").text()).isEqualTo("/report 4");
        assertThat(page.select("select").attr("name")).isEqualTo("field-kind");
        assertThat(page.select("label textarea").attr("name")).isEqualTo("field-words");
        assertThat(page.select("label textarea").attr("maxlength")).isEqualTo("500");
        assertThat(page.select(".dc-required")).hasSize(1);
        assertThat(page.select("button[name=submit]").attr("value")).isEqualTo("1?/report 4");
    }

    @Test
    void whatOnlyOnePersonSeesSaysSo() {
        assertThat(drawn(Stored.json("{'content':'hi','flags':64}")).text()).contains("Only you can see this");
        assertThat(drawn(Stored.json("{'content':'hi','flags':0}")).text()).doesNotContain("Only you");
    }

    @Test
    void aPostOfAForumBeginsWithItsName() {
        Document page = drawn(Stored.json("{'name':'Ferry back','message':{'content':'It sails'}}"));
        assertThat(page.select(".dc-post").text()).isEqualTo("Ferry back");
        assertThat(page.select(".dc-line").text()).isEqualTo("It sails");
    }

    @Test
    void aPartThatIsNotKnownIsNamed() {
        assertThat(drawn(Stored.json("{'components':[{'type':99}]}")).text()).contains("(a part of type 99)");
    }

    @Nested
    class Marks {
        @Test
        void aroundWordsAreReadAndMayStandInEachOther() {
            assertThat(text("**a *b* c** __d__ ~~e~~ `f*g*`").select(".dc-line").html())
                    .isEqualTo("<strong>a <em>b</em> c</strong> <u>d</u> <s>e</s> <code class=\"dc-code\">f*g*</code>");
        }

        @Test
        void thatAreEscapedOrNeverCloseStandAsTheyAre() {
            assertThat(text("\\*a\\* \\[b\\]\\(c\\) **d `e _f")
                            .select(".dc-text")
                            .text())
                    .isEqualTo("*a* [b](c) **d `e _f");
        }

        @Test
        void atTheStartOfALineMakeHeadingsSmallLinesAndLists() {
            Document page = text("## Two\n-# small\n- one\n- two\n3. three\n> said\n#none");
            assertThat(page.select(".dc-h2").text()).isEqualTo("Two");
            assertThat(page.select(".dc-small").text()).isEqualTo("small");
            assertThat(page.select("ul.dc-list li").eachText()).containsExactly("one", "two");
            assertThat(page.select("ol.dc-list li").attr("value")).isEqualTo("3");
            assertThat(page.select("blockquote").text()).isEqualTo("said");
            assertThat(page.select(".dc-line").getLast().text()).isEqualTo("#none");
        }

        @Test
        void ofLinksMayHoldBracketsAndLeadToPagesAlone() {
            assertThat(text("[a \\[1\\] b](https://x.example/p)").select("a").text())
                    .isEqualTo("a [1] b");
            Document bad = text("[click](javascript:alert) [x](data:text) <https://y.example>");
            assertThat(bad.select("a").eachAttr("href")).containsExactly("https://y.example");
            assertThat(bad.text()).contains("[click](javascript:alert)");
        }

        @Test
        void ofLinksTellNobodyWhereTheyWereFollowedFrom() {
            assertThat(text("https://x.example/a.").select("a").attr("rel")).contains("noreferrer", "noopener");
            assertThat(text("https://x.example/a.").select("a").attr("href")).isEqualTo("https://x.example/a");
        }

        @Test
        void ofInstantsAreReadInTheReadersLanguageAndZone() {
            Scene berlin = new Scene(Stored.NOW, ZoneOffset.ofHours(2), Locale.GERMAN, false);
            JsonNode payload = Stored.json("{'content':'<t:1777874400:t> <t:1777874400:D> <t:1777874400:R> <t:nope>'}");
            assertThat(Jsoup.parseBodyFragment(DiscordDrawing.message(payload, berlin))
                            .select(".dc-line")
                            .text())
                    .isEqualTo("08:00 4. Mai 2026 vor 6 Stunden <t:nope>");
        }

        @Test
        void ofMentionsNameNobody() {
            assertThat(text("<@&110> <@5> <#7> </latest:9>")
                            .select(".dc-mention")
                            .eachText())
                    .containsExactly("@role", "@somebody", "#channel", "/latest");
        }
    }

    @Test
    void hostileWordsStayWords() {
        for (String hostile : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a\" onmouseover=\"x](https://x.example/\"onmouseover=\"y)",
                "`<b>`",
                "\u202Etxt \u0000")) {
            Document page = text(hostile);
            assertThat(page.select("script, img, [onmouseover], b:not(.dc-author)"))
                    .as(hostile)
                    .isEmpty();
        }
    }
}

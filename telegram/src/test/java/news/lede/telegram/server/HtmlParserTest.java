package news.lede.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlParserTest {
    @Test
    void tagsBecomeEntitiesCountedInUtf16() {
        FormattedText parsed =
                HtmlParser.parse("😀 <b>Low <i>water</i></b> <a href=\"https://a.example/?x=1&amp;y=2\">here</a>");

        assertThat(parsed.text()).isEqualTo("😀 Low water here");
        assertThat(parsed.entities())
                .containsExactly(
                        new Entity("bold", 3, 9),
                        new Entity("italic", 7, 5),
                        new Entity("text_link", 13, 4, "https://a.example/?x=1&y=2"));
    }

    @Test
    void referencesBecomeTheirCharacters() {
        assertThat(HtmlParser.parse("&lt;&gt;&amp;&quot;&#64;&#x1F600;").text()).isEqualTo("<>&\"@😀");
    }

    @Test
    void quotesMayExpand() {
        assertThat(HtmlParser.parse("<blockquote expandable>long</blockquote>").entities())
                .containsExactly(new Entity("expandable_blockquote", 0, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b",
                "a > b",
                "salt & water",
                "&nbsp;",
                "&#0;",
                "<b>open",
                "<b><i>crossed</b></i>",
                "closed</b>",
                "<h1>no</h1>",
                "<b class=\"x\">no</b>",
                "<b></b>",
                "<a>no address</a>",
                "<a href=\"javascript:alert(1)\">no</a>",
                "<a href=\"/relative\">no</a>",
                "<code><b>no</b></code>",
                "<a href=\"https://a.example\"><a href=\"https://b.example\">no</a></a>",
                "<blockquote><blockquote>no</blockquote></blockquote>",
                "lone \ud83d surrogate",
                "<b",
            })
    void whatTheServiceDoesNotReadIsRefused(String html) {
        assertThatThrownBy(() -> HtmlParser.parse(html))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Bad Request: can't parse entities");
    }

    @Test
    void aHundredAndFirstEntityIsRefused() {
        assertThat(HtmlParser.parse("<b>x</b> ".repeat(100)).entities()).hasSize(100);
        assertThatThrownBy(() -> HtmlParser.parse("<b>x</b> ".repeat(101))).isInstanceOf(Refusal.class);
    }

    @Test
    void mentionsAndCommandsAreFoundOutsideLinksOnly() {
        FormattedText found = Detection.in(
                HtmlParser.parse("@someone and/or /help at <a href=\"https://a.example\">@linked</a> mail@b.example"));

        assertThat(found.entities()).extracting(Entity::type).containsExactly("mention", "bot_command", "text_link");
    }
}

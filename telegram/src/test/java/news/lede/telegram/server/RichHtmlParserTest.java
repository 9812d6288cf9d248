package news.lede.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichHtmlParserTest {
    @Test
    void whatReadersSeeIsALineABlock() {
        FormattedText read = RichHtmlParser.parse("<h2>Tides &amp; wind</h2><p>High at <b>noon</b>.</p>"
                + "<ul><li>quay</li><li><a href=\"https://a.example\">pier</a></li></ul>"
                + "<details><summary>More</summary><p>Later</p></details>"
                + "<table bordered striped><tr><th align=\"left\" valign=\"top\">a</th><td>b</td></tr></table>"
                + "<blockquote>Said<cite>Somebody</cite></blockquote><footer>End</footer>");

        assertThat(read.text())
                .isEqualTo(
                        "## Tides & wind\nHigh at noon.\n• quay\n• pier\n▸ More\nLater\n| a | b\nSaid — Somebody\nEnd");
        assertThat(read.entities()).containsExactly(new Entity("text_link", 39, 4, "https://a.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words alone",
                "<p>a</p> <p>b</p>",
                "<p></p>",
                "<p> </p>",
                "<p>a",
                "<p>a</b></p>",
                "<p><h2>a</h2></p>",
                "<p><p>a</p></p>",
                "<ul><p>a</p></ul>",
                "<li>a</li>",
                "<table><td>a</td></table>",
                "<table><tr><td><p>a</p></td></tr></table>",
                "<details><p>a</p></details>",
                "<details><summary>a</summary>b</details>",
                "<details><summary>a</summary><summary>b</summary></details>",
                "<p><a href=\"javascript:x\">a</a></p>",
                "<p><a href=\"https://a.example\"><a href=\"https://b.example\">a</a></a></p>",
                "<p><tg-time unix=\"x\">a</tg-time></p>",
                "<p>a & b</p>",
                "<p>a > b</p>",
                "<p>a\nb</p>",
                "<p>&apos;</p>",
                "<p class=\"x\">a</p>",
                "<script>a</script>",
                "<img src=\"https://a.example/b.png\"/>",
                ""
            })
    void whatTheServiceMightRefuseIsRefused(String html) {
        assertThatThrownBy(() -> RichHtmlParser.parse(html)).isInstanceOf(Refusal.class);
    }

    @Test
    void limitsAreKept() {
        assertThat(RichHtmlParser.parse("<p>" + "x".repeat(32_768) + "</p>").text())
                .hasSize(32_768);
        assertThatThrownBy(() -> RichHtmlParser.parse("<p>" + "x".repeat(32_769) + "</p>"))
                .isInstanceOf(Refusal.class);
        assertThat(RichHtmlParser.parse("<p>x</p>".repeat(500)).text()).hasSize(999);
        assertThatThrownBy(() -> RichHtmlParser.parse("<p>x</p>".repeat(501))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> RichHtmlParser.parse("<table><tr>" + "<td>x</td>".repeat(21) + "</tr></table>"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> RichHtmlParser.parse("<p>" + "<b>".repeat(16) + "x" + "</b>".repeat(16) + "</p>"))
                .isInstanceOf(Refusal.class);
    }
}

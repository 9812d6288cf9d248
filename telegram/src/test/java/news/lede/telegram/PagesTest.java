package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void blocksAreParted() {
        assertThat(Pages.of(List.of(block("a"), block("b"), new Block(List.of(new Html.Text("c")), true))))
                .containsExactly("a\n\nb\nc");
    }

    @Test
    void lengthIsThatOfTheTextNotOfTheMarkup() {
        Block block = Block.of(Html.bold("<".repeat(4096)));

        assertThat(Pages.of(List.of(block))).hasSize(1);
    }

    @Test
    void aPageIsFullAtTheLimitAndNotBefore() {
        assertThat(Pages.of(List.of(block("x".repeat(4000)), block("y".repeat(94)))))
                .hasSize(1);
        assertThat(Pages.of(List.of(block("x".repeat(4000)), block("y".repeat(95)))))
                .containsExactly("x".repeat(4000), "y".repeat(95));
    }

    @Test
    void entitiesAreLimitedToo() {
        List<String> pages = Pages.of(Collections.nCopies(101, Block.of(Html.bold("x"))));

        assertThat(pages).hasSize(2);
        assertThat(pages.getLast()).isEqualTo("<b>x</b>");
    }

    @Test
    void foldedBlocksBesideEachOtherAreOneQuoteOnEveryPage() {
        Block line = new Block(List.of(new Html.Text("x".repeat(1500))), true).fold();

        List<String> pages = Pages.of(List.of(block("a"), line, line, line, block("b")));

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).startsWith("a\n<blockquote expandable>x").endsWith("x</blockquote>");
        assertThat(pages.getLast()).startsWith("<blockquote expandable>x").endsWith("x</blockquote>\n\nb");
    }

    @Test
    void whatTheServiceFindsByItselfCountsToo() {
        Block tagged = Block.of(Html.bold("x"), new Html.Text(" #a #b #c"));

        assertThat(Pages.of(Collections.nCopies(25, tagged))).hasSize(1);
        assertThat(Pages.of(Collections.nCopies(26, tagged))).hasSize(2);
    }

    @Test
    void timesAreWordsWhereTheyAreNotKnown() {
        Block block = Block.of(
                new Html.Text("<tg-time unix=\"1\"> "),
                new Html.Time(Instant.ofEpochSecond(1_777_895_340), Html.Time.Format.DAY, "May 4"));

        String html = Pages.of(List.of(block)).getFirst();

        assertThat(html).endsWith("<tg-time unix=\"1777895340\" format=\"D\">May 4</tg-time>");
        assertThat(Html.withoutTimes(html)).isEqualTo("&lt;tg-time unix=&quot;1&quot;&gt; May 4");
    }

    @Test
    void emptyBlocksLeaveNoGap() {
        assertThat(Pages.of(List.of(block("a"), block(""), Block.of(Html.bold("")), block("b"))))
                .containsExactly("a\n\nb");
        assertThat(Pages.of(List.of())).isEmpty();
    }

    @Test
    void aBlockThatCannotFitIsAFaultOfItsMaker() {
        assertThatThrownBy(() -> Pages.of(List.of(block("x".repeat(4097)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textNeverBecomesMarkup() {
        Block block = Block.of(
                new Html.Text("<b>&\"</b>"),
                new Html.Link("https://a.example/?x=\"><b>", "<i>"),
                new Html.Link("https://a.example", ""));

        assertThat(Pages.of(List.of(block)))
                .containsExactly(
                        "&lt;b&gt;&amp;&quot;&lt;/b&gt;<a href=\"https://a.example/?x=&quot;&gt;&lt;b&gt;\">&lt;i&gt;</a>");
    }

    private static Block block(String text) {
        return Block.of(new Html.Text(text));
    }
}

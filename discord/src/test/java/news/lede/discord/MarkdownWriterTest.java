package news.lede.discord;

import static news.lede.discord.Markdown.glue;
import static news.lede.discord.Markdown.line;
import static news.lede.discord.Markdown.plain;
import static news.lede.discord.Markdown.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import news.lede.discord.Markdown.Style;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownWriterTest {
    private static String written(Markdown markdown) {
        return MarkdownWriter.write(markdown);
    }

    @Nested
    class GivenWordsOfOthers {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                        **bold** _it_ ~~x~~   | \\*\\*bold\\*\\* \\_it\\_ \\~\\~x\\~\\~
                        `code`                | \\`code\\`
                        [here](https://x.y)   | \\[here\\]\\(https\\://x.y\\)
                        <@123> <#5> <t:1:R>   | \\<@\u200B123\\> \\<\\#5\\> \\<t:1:R\\>
                        @everyone             | @\u200Beveryone
                        "# heading"           | \\# heading
                        - item                | \\- item
                        + item                | \\+ item
                        12. item              | 12\\. item
                        a - b 12. c           | a - b 12. c
                        > quote               | \\> quote
                        back\\slash           | back\\\\slash
                        see https://x.y now   | see https\\://x.y now
                        at 12:30              | at 12:30
                        """)
        void thenEveryMarkIsEscaped(String text, String written) {
            assertThat(written(plain(text))).isEqualTo(written);
        }

        @Test
        void thenSpoilersAreEscaped() {
            assertThat(written(plain("||x||"))).isEqualTo("\\|\\|x\\|\\|");
        }

        @Test
        void thenTheyStayOnOneLineAndInTheirDirection() {
            assertThat(written(plain("a\n# b\u202Ec"))).isEqualTo("a \\# bc");
        }

        @Test
        void thenStackedAccentsAreFew() {
            assertThat(written(plain("e\u0301\u0302\u0303\u0304\u200D\u0305x\u0301")))
                    .isEqualTo("e\u0301\u0302\u0303\u0304\u200Dx\u0301");
        }

        @Test
        void thenACutNeverPartsAnEscape() {
            assertThat(written(plain("*".repeat(20), 5))).isEqualTo("\\*\\*\\*\\*…");
            assertThat(written(plain("ab💥💥", 5))).isEqualTo("ab💥…");
        }
    }

    @Nested
    class GivenMarksOfOurs {
        @Test
        void thenTheyAreWritten() {
            assertThat(written(new Markdown.Strong(plain("a*b")))).isEqualTo("**a\\*b**");
            assertThat(written(new Markdown.Code("/topic `x` @here"))).isEqualTo("`/topic 'x' @\u200Bhere`");
            assertThat(written(new Markdown.Ago(Instant.ofEpochSecond(77)))).isEqualTo("<t:77:R>");
            assertThat(written(new Markdown.Apart(new Markdown.Ago(Instant.ofEpochSecond(77)))))
                    .isEqualTo("\u2068<t:77:R>\u2069");
            assertThat(written(run(plain("a"), glue(" · "), plain("b")))).isEqualTo("a · b");
            assertThat(written(new Markdown.Lines(
                            List.of(line(Style.HEADING, plain("a")), line(Style.SMALL, plain("b"))))))
                    .isEqualTo("## a\n-# b");
        }

        @Test
        void thenThereAreNoneAroundNothing() {
            assertThat(written(new Markdown.Strong(plain("\u200B")))).isEmpty();
            assertThat(written(line(Style.HEADING, plain(" ")))).isEmpty();
            assertThat(written(new Markdown.Link(plain(""), URI.create("https://x.example/"))))
                    .isEmpty();
        }
    }

    @Nested
    class GivenALink {
        @Test
        void thenItStandsBehindItsLabel() {
            assertThat(written(new Markdown.Link(plain("a]b"), URI.create("https://x.example/p?q=1#f"))))
                    .isEqualTo("[a\\]b](https://x.example/p?q=1#f)");
        }

        @Test
        void thenNothingInItCanEndIt() {
            assertThat(written(new Markdown.Link(plain("a"), URI.create("https://x.example/a_(b)*c~"))))
                    .isEqualTo("[a](https://x.example/a_%28b%29%2Ac%7E)");
        }

        @ParameterizedTest
        @CsvSource({"javascript:alert(1)", "ftp://x.example/", "/relative", "mailto:a@b.example", "https:///nohost"})
        void whenItIsNoWebLink_thenOnlyTheLabelIsShown(String link) {
            assertThat(written(new Markdown.Link(plain("a"), URI.create(link)))).isEqualTo("a");
        }

        @Test
        void whenItIsEndless_thenOnlyTheLabelIsShown() {
            assertThat(written(new Markdown.Link(plain("a"), URI.create("https://x.example/" + "y".repeat(500)))))
                    .isEqualTo("a");
        }
    }
}

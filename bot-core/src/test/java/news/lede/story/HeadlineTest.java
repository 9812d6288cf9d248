package news.lede.story;

import static news.lede.story.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ferry sinks off Port Alden - The Alden Courier | Alden Courier | Ferry sinks off Port Alden
            Ferry sinks off Port Alden – Alden Courier | The Alden Courier | Ferry sinks off Port Alden
            Ferry sinks off Port Alden — Alden Courier Online | Alden Courier | Ferry sinks off Port Alden
            Ferry sinks off Port Alden - a disaster foretold | Alden Courier | Ferry sinks off Port Alden - a disaster foretold
            Ferry sinks off Port Alden | Alden Courier | Ferry sinks off Port Alden
            Short - Alden Courier | Alden Courier | Short - Alden Courier
            """)
    void aPublishersNameAtTheEndGoes(String title, String publisher, String cleaned) {
        assertThat(Headline.cleaned(article(1, title, publisher, "Text."))).isEqualTo(cleaned);
    }

    @Test
    void aBarPartsToo() {
        assertThat(Headline.cleaned(article(1, "Ferry sinks off Port Alden | Delvoort Post", "Delvoort Post", "Text.")))
                .isEqualTo("Ferry sinks off Port Alden");
    }

    @Test
    void theHostNamesThePublisherToo() {
        assertThat(Headline.cleaned(
                        at("Ferry sinks off Port Alden - Delvoort Post", "https://www.delvoortpost.example/a")))
                .isEqualTo("Ferry sinks off Port Alden");
        assertThat(Headline.cleaned(
                        at("Ferry sinks off Port Alden - owner jailed", "https://www.delvoortpost.example/a")))
                .isEqualTo("Ferry sinks off Port Alden - owner jailed");
    }

    private static Article at(String title, String url) {
        Article plain = article(1, title, "", "Text.");
        return new Article(
                plain.id(),
                plain.report(),
                title,
                Optional.empty(),
                Optional.of(URI.create(url)),
                plain.paragraphs(),
                plain.published(),
                false,
                plain.language(),
                plain.maxSnippet(),
                plain.firstSeen());
    }

    @Test
    void theMostCentralTitleSpeaksForTheStory() {
        List<Article> articles = List.of(
                article(
                        1,
                        "A night nobody will forget",
                        "A",
                        "The ferry Marla sank off Port Alden. The coast guard came."),
                article(
                        2,
                        "Ferry Marla sinks off Port Alden",
                        "B",
                        "The ferry Marla sank near Port Alden with 214 aboard."),
                article(
                        3,
                        "Brandt Lines under fire",
                        "C",
                        "The owner of the ferry Marla, which sank off Port Alden, is Brandt Lines."));
        assertThat(Headline.of(articles, Language.ENGLISH)).isEqualTo("Ferry Marla sinks off Port Alden");
    }

    @Test
    void ofEquallyGoodTitlesTheFirstStays() {
        List<Article> articles =
                List.of(article(1, "Marla ferry sinks", "A", "Text."), article(2, "Ferry Marla sinks", "B", "Text."));
        assertThat(Headline.of(articles, Language.ENGLISH)).isEqualTo("Marla ferry sinks");
    }

    @Test
    void anEndlessTitleDoesNotWin() {
        String endless = "Ferry Marla sinks off Port Alden, ".repeat(8);
        List<Article> articles =
                List.of(article(1, endless, "A", "Text."), article(2, "Ferry Marla sinks off Port Alden", "B", ""));
        assertThat(Headline.of(articles, Language.ENGLISH)).isEqualTo("Ferry Marla sinks off Port Alden");
    }

    @Test
    void anArticleWithoutTextHasATitle() {
        assertThat(Headline.of(List.of(article(1, "One", "A"), article(2, "Two", "B")), Language.ENGLISH))
                .isEqualTo("One");
    }
}

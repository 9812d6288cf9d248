package news.lede.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewArticleTest {
    private static NewArticle of(String paragraph) {
        return new NewArticle(
                "A bridge opens",
                Optional.empty(),
                Optional.empty(),
                List.of(paragraph),
                Instant.EPOCH,
                false,
                Language.ENGLISH,
                OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " The bridge opened.",
                "The bridge opened. ",
                "The  bridge opened.",
                "The\tbridge opened.",
                "The bridge\nopened.",
                "The bridge\u0085opened.",
                "The bridge\u2028opened.",
                "The bridge \u2029opened.",
                "The bridge\r\nopened.",
                "The br\u0000idge opened.",
                "The bridge opened.\uD83D",
                "The bridge\uDE00 opened."
            })
    void aParagraphIsOneLineWithSingleSpacesAndWholeCharacters(String paragraph) {
        assertThat(of(paragraph).paragraphs()).containsExactly("The bridge opened.");
    }

    @Test
    void whatIsTidyStaysAsItIs() {
        String paragraph = "Caf\u00E9\u00A0Norby \uD83D\uDE00 opened \u2013 at last.";

        assertThat(of(paragraph).paragraphs()).containsExactly(paragraph);
    }

    @Test
    void aBlankParagraphIsNone() {
        assertThat(of(" \t ").paragraphs()).isEmpty();
    }
}

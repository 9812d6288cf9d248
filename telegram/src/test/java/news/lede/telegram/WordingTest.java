package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void aLongTextThatIsCutWithinWordsOfTheOtherDirectionLeavesNothingIsolatedBehindIt() {
        String latin = "bridge ".repeat(310);
        String cut = Wording.paragraphs(latin + "גשר ".repeat(400));

        assertThat(cut).hasSizeLessThanOrEqualTo(Wording.PARAGRAPHS + 1).endsWith("…\u2069");
        assertThat(cut.chars().filter(c -> c == '\u2068').count()).isEqualTo(1);
        assertThat(cut.chars().filter(c -> c == '\u2069').count()).isEqualTo(1);
    }
}

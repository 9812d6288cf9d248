package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class TopicWordsTest {
    private static final Language GERMAN = new Language("de");
    private static final TopicWords WORDS = new TopicWords(new Topic(
            new TopicId("immigration"),
            Map.of(Language.ENGLISH, "Immigration", GERMAN, "Einwanderung"),
            "",
            Map.of(
                    Language.ENGLISH,
                    List.of("deport*", "border patrol", "asylum", "work permit*"),
                    GERMAN,
                    List.of("abschieb*"),
                    new Language("fr"),
                    List.of("immigr*")),
            Optional.empty()));

    @Test
    void anOpenWordTakesAnyEnding() {
        assertThat(english("", "They were deported. Deportation is slow.").words())
                .containsExactly("deported");
    }

    @Test
    void aClosedWordTakesNone() {
        assertThat(english("", "The asylums are closed.").words()).isEmpty();
        assertThat(english("", "She seeks asylum.").words()).containsExactly("asylum");
    }

    @Test
    void aPhraseMustStandTogether() {
        assertThat(english("", "A border patrol stopped them.").words()).containsExactly("border patrol");
        assertThat(english("", "The patrol left the border.").words()).isEmpty();
        assertThat(english("", "Two work permits were issued.").words()).containsExactly("work permits");
    }

    @Test
    void theNameIsAWordToo() {
        assertThat(english("", "The immigration office opened.").words()).containsExactly("immigration");
    }

    @Test
    void partsOfWordsWithHyphensAndApostrophesCount() {
        assertThat(english("", "An anti-immigration party and immigration-related rules.")
                        .weight())
                .isPositive();
        assertThat(WORDS.in("", "Le débat sur l'immigration continue.", new Language("fr"))
                        .words())
                .containsExactly("l'immigration");
    }

    @Test
    void onlyWordsOfTheTextsLanguageAreLookedFor() {
        assertThat(WORDS.in("", "Die Abschiebung wurde gestoppt.", GERMAN).words())
                .containsExactly("Abschiebung");
        assertThat(english("", "Die Abschiebung wurde gestoppt.").words()).isEmpty();
        assertThat(WORDS.in("", "Die Abschiebung wurde gestoppt.", new Language("sv"))
                        .weight())
                .isZero();
    }

    @Test
    void inAnUnknownLanguageAllAreLookedFor() {
        assertThat(WORDS.in("", "Abschiebung, deported", Language.UNKNOWN).words())
                .hasSize(2);
    }

    @Test
    void moreOccurrencesWeighMoreButEachLess() {
        double once = english("", text("deported", 1)).weight();
        double twice = english("", text("deported", 2)).weight();
        double often = english("", text("deported", 20)).weight();
        assertThat(twice).isGreaterThan(once).isLessThan(2 * once);
        assertThat(often).isGreaterThan(twice).isLessThan(2.2 * once * 2);
    }

    @Test
    void theTitleWeighsMoreThanTheText() {
        assertThat(english("Deported at dawn", text("quiet", 1)).weight())
                .isGreaterThan(english("Taken at dawn", text("deported", 1)).weight());
    }

    @Test
    void aLongTextDilutesAWord() {
        assertThat(english("", text("deported", 1)).weight())
                .isGreaterThan(
                        english("", text("deported", 1) + " filler".repeat(900)).weight());
    }

    private static String text(String word, int times) {
        return (word + " ").repeat(times) + "filler ".repeat(200 - times);
    }

    private static TopicWords.Found english(String title, String text) {
        return WORDS.in(title, text, Language.ENGLISH);
    }
}

package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordEditTest {
    private static final Map<Language, List<String>> BEFORE =
            Map.of(Language.ENGLISH, List.of("flood*", "high water"), Language.UNKNOWN, List.of("Überflutung"));

    private static Map<Language, List<String>> edited(String typed) {
        return WordEdit.of(typed).on(BEFORE);
    }

    @Test
    void wordsAreAddedForEveryLanguageOnceEachAndTheOthersStay() {
        assertThat(edited("\u201Cdam, burst dyke\u201D; dam、堤防"))
                .containsEntry(Language.ENGLISH, List.of("flood*", "high water"))
                .containsEntry(Language.UNKNOWN, List.of("Überflutung", "dam", "burst dyke", "堤防"));
    }

    @Test
    void aMinusTakesAwayInEveryLanguageWithoutCaseAndAccents() {
        assertThat(edited("-FLOOD*, \u2212uberflutung")).isEqualTo(Map.of(Language.ENGLISH, List.of("high water")));
    }

    @Test
    void aMinusAloneTakesAwayAll() {
        assertThat(edited("-")).isEmpty();
        assertThat(edited("-, dam")).isEqualTo(Map.of(Language.UNKNOWN, List.of("dam")));
    }

    @Test
    void whatIsNotThereToTakeAwayIsTold() {
        assertThat(WordEdit.of("-river, -high water").missing(BEFORE)).containsExactly("river");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a*", "fl*od", "?!", "high *"})
    void whatCannotBeLookedForIsTold(String word) {
        assertThat(WordEdit.of("dam, " + word).unusable()).contains(word);
    }

    @Test
    void anEndlessWordIsTold() {
        assertThat(WordEdit.of("x".repeat(WordEdit.MOST_CHARS)).unusable()).isEmpty();
        assertThat(WordEdit.of("x".repeat(WordEdit.MOST_CHARS + 1)).unusable()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"fl*", "burst dyk*", "水*x"})
    void beginningsOfTwoLettersAreUsable(String word) {
        assertThat(WordEdit.of(word.replace("x", "")).unusable().isEmpty()).isEqualTo(!word.startsWith("水"));
    }
}

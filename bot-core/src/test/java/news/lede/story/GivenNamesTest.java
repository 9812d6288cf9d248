package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenNamesTest {
    private static String called(String language, String name) {
        String[] words = name.split(" ");
        int called = GivenNames.of(new Language(language)).called(words);
        return called < 0 ? "nobody" : words[called];
    }

    @ParameterizedTest
    @CsvSource({
        "sandra weidner, weidner",
        "governor sandra weidner, weidner",
        "marta sandra weidner, weidner",
        "rovers jamal brandt, brandt",
        "sandra weidner of the ellery rovers, weidner"
    })
    void beginAPersonsName(String name, String called) {
        assertThat(called("en", name)).isEqualTo(called);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandra",
                "port ellery",
                "san diego harbour",
                "santa barbara fair",
                "ellery united",
                "weidner sandra",
                "sandra of ellery",
                "ellen ward company"
            })
    void doNotBeginOtherNames(String name) {
        assertThat(called("en", name)).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "vi, trần văn bình, bình",
        "vi, nguyễn hoa, hoa",
        "de, jurgen weidner, weidner",
        "es, raul weidner, weidner",
        "vi, hồ chí minh, nobody"
    })
    void areFoldedAsTheLanguageFoldsThem(String language, String name, String called) {
        assertThat(called(language, name)).isEqualTo(called);
    }
}

package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void aRegionReadsTheTextsOfItsLanguage() {
        assertThat(Texts.in(Locale.forLanguageTag("de-AT")).text("action.help")).isEqualTo("Hilfe");
    }

    @Test
    void anUnknownLanguageReadsEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.in(Locale.forLanguageTag("fi")).text("action.help"))
                    .isEqualTo("Help");
            assertThat(Texts.in(Locale.ENGLISH).text("action.help")).isEqualTo("Help");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        assertThat(Texts.in(Locale.ENGLISH).count("articles", 1200)).isEqualTo("1,200 articles");
        assertThat(Texts.in(Locale.GERMAN).count("articles", 1200)).isEqualTo("1.200 Artikel");
        assertThat(Texts.in(Locale.ENGLISH).count("articles", 1)).isEqualTo("1 article");
    }

    @Test
    void aListOfNothingIsEmpty() {
        assertThat(Texts.in(Locale.ENGLISH).list(List.of())).isEmpty();
    }

    @Test
    void whatIsPutInIsNotReadAsAPattern() {
        assertThat(Texts.in(Locale.ENGLISH).text("title.topic", "it's {0} {x")).isEqualTo("Stories on it's {0} {x");
    }
}

package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String DAYS = "{0,plural,one{# день}few{# дня}many{# дней}other{# дня}}";

    @Test
    void thePluralIsThatOfTheLanguage() {
        assertThat(TextFormat.format(DAYS, RUSSIAN, 1)).isEqualTo("1 день");
        assertThat(TextFormat.format(DAYS, RUSSIAN, 23L)).isEqualTo("23 дня");
        assertThat(TextFormat.format(DAYS, RUSSIAN, 11)).isEqualTo("11 дней");
        assertThat(TextFormat.format(DAYS, Locale.ENGLISH, 1)).isEqualTo("1 день");
        assertThat(TextFormat.format(DAYS, Locale.ENGLISH, 5)).isEqualTo("5 дня");
    }

    @Test
    void theNumberIsWrittenAsTheLanguageDoes_andThatOfAStringAsItStands() {
        String pattern = "{0,plural,one{# day}other{# days}}";
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 1200)).isEqualTo("1,200 days");
        assertThat(TextFormat.format(pattern, Locale.GERMAN, 1200)).isEqualTo("1.200 days");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, "1200")).isEqualTo("1200 days");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, "1")).isEqualTo("1 day");
    }

    @Test
    void aSingleNumberMayHaveAFormOfItsOwn() {
        String pattern = "{0,plural,=0{nothing}=2{a pair}one{# thing}other{# things}}";
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 0)).isEqualTo("nothing");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 2)).isEqualTo("a pair");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 3)).isEqualTo("3 things");
    }

    @Test
    void formsHoldPlaceholdersAndFurtherPlurals() {
        String pattern =
                "#{2}: {0,plural,one{# story of {1,plural,one{# source}other{# sources}}}other{# stories of {1,plural,one{# source}other{# sources}} on {2}}}.";
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 1, 2, "x")).isEqualTo("#x: 1 story of 2 sources.");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 3, 1, "x")).isEqualTo("#x: 3 stories of 1 source on x.");
    }

    @Test
    void severalPluralsStandInOneText() {
        String pattern = "{1,plural,one{# step}other{# steps}} and {0,plural,one{# day}other{# days}}";
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 1, 4)).isEqualTo("4 steps and 1 day");
    }

    @Test
    void whatIsNoNumberTakesTheLastForm() {
        String pattern = "{0,plural,one{# day}other{# days}}";
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, "some")).isEqualTo("some days");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 1.5)).isEqualTo("1.5 days");
        assertThat(TextFormat.format(pattern, Locale.ENGLISH)).isEqualTo("{0} days");
    }

    @Test
    void whatIsPutInIsNotReadAsAPattern() {
        String pattern = "{0,plural,one{# day}other{# days}} of {1}";
        assertThat(TextFormat.format(pattern, Locale.ENGLISH, 2, "{0,plural,one{#}other{it''s}} # {"))
                .isEqualTo("2 days of {0,plural,one{#}other{it''s}} # {");
    }

    @Test
    void apostrophesAreWrittenTwiceInFormsToo() {
        assertThat(TextFormat.format("{0,plural,one{it''s #}other{they''re #}}", Locale.ENGLISH, 2))
                .isEqualTo("they're 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{0,plural,one{# day}}",
                "{0,plural,one{# day}other{# days}",
                "{0,plural,one{# day}other{# days",
                "{0,plural,several{#}other{#}}"
            })
    void aPatternThatIsNoneIsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> TextFormat.format(pattern, Locale.ENGLISH, 1));
    }
}

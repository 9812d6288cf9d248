package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that CLDR gives beside its rules. */
class PluralFormTest {
    @ParameterizedTest
    @CsvSource({
        "en, one, 1",
        "en, other, 0 2 11 21 100 1000000",
        "de, one, 1",
        "de, other, 0 2 11 21 100",
        "fr, one, 0 1",
        "fr, other, 2 11 21 100",
        "es, one, 1",
        "es, other, 0 2 21 100",
        "pt, one, 0 1",
        "pt, other, 2 21 100",
        "ru, one, 1 21 31 71 101 1001",
        "ru, few, 2 3 4 22 24 32 102 1002",
        "ru, many, 0 5 10 11 12 13 14 19 20 100 111 112 114 1000 1011",
        "uk, one, 1 21 101",
        "uk, few, 2 4 22 102",
        "uk, many, 0 5 11 12 14 20 111 114",
        "tr, one, 1",
        "tr, other, 0 2 21",
        "ar, zero, 0",
        "ar, one, 1",
        "ar, two, 2",
        "ar, few, 3 10 103 110 1003",
        "ar, many, 11 26 99 111 199 1011",
        "ar, other, 100 101 102 200 202 1000",
        "zh, other, 0 1 2 11 100"
    })
    void numbersTakeTheFormThatTheirLanguageHasForThem(String language, String form, String numbers) {
        assertThat(Stream.of(numbers.split(" ")).map(Long::valueOf))
                .allSatisfy(n -> assertThat(PluralForm.of(n, language))
                        .as("%d in %s", n, language)
                        .isEqualTo(PluralForm.valueOf(form.toUpperCase(Locale.ROOT))));
    }

    @Test
    void aNumberBelowNothingTakesTheFormOfItsSize() {
        assertThat(PluralForm.of(-1, "en")).isEqualTo(PluralForm.ONE);
        assertThat(PluralForm.of(-3, "ru")).isEqualTo(PluralForm.FEW);
        assertThat(PluralForm.of(Long.MIN_VALUE, "ar")).isNotNull();
    }
}

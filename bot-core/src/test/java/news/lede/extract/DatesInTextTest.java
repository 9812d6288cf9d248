package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesInTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "04.03.2026",
                "Stand: 4.3.2026, 10:12 Uhr",
                "Ada Quill / 04.03.2026 / 06:15 / Foto: River Post",
                "4. März 2026",
                "am 4. 3. 2026",
                "By Ada Quill Mar. 4, 2026 11:00 pm EST",
                "March 4th, 2026",
                "Wed 4 Mar 2026 10.12 GMT",
                "4 mars 2026 à 10h12",
                "le 4 mars 2026",
                "4 de marzo de 2026",
                "4 de março de 2026",
                "4 marzo 2026",
                "4 maart 2026",
                "4 marca 2026",
                "4 марта 2026",
                "4 Mart 2026",
                "2026-03-04 10:12",
                "2026/03/04",
                "2026年3月4日 10時12分",
                "2026. 3. 4. 오전 10:12",
                "4 มีนาคม 2026",
            })
    void aDayIsFoundAmongOtherWords(String text) {
        assertThat(DatesInText.first(text, true).orElseThrow().day()).hasToString("2026-03-04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "March 2026",
                "2026",
                "call 04.03.2026.17",
                "version 14.13.2026",
                "4 boats 2026",
                "30 February 2026",
                "0104.03.2026"
            })
    void whatIsNoDayIsNone(String text) {
        assertThat(DatesInText.first(text, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"03/04/2026,true,2026-04-03", "03/04/2026,false,2026-03-04", "23/04/2026,false,2026-04-23"})
    void theOrderOfDayAndMonthIsAsTold(String text, boolean dayFirst, String expected) {
        assertThat(DatesInText.first(text, dayFirst).orElseThrow().day()).hasToString(expected);
    }

    @Test
    void theFirstThatIsOneIsTaken() {
        assertThat(DatesInText.first("31.02.2026 or 4 March 2026 or 5 March 2026", true))
                .contains(new DatesInText.Found(java.time.LocalDate.of(2026, 3, 4), "4 March 2026", 14));
    }

    @Test
    void onlyTheBeginningOfALongTextIsRead() {
        assertThat(DatesInText.first("x ".repeat(250) + "4 March 2026", true)).isEmpty();
    }
}

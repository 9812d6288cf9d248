package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    private static List<String> split(String paragraph, String language) {
        return Sentences.split(paragraph, new Language(language)).stream()
                .map(span -> span.in(paragraph))
                .toList();
    }

    @Test
    void aBlankParagraphHasNone() {
        assertThat(split("  \t ", "en")).isEmpty();
        assertThat(split("", "und")).isEmpty();
    }

    @Nested
    class FullStopsWithinASentence {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                en | Mr. Odell met Dr. Varga in Port Alden, D.C. on Monday.
                en | The U.S. Senate paid S$168.50 for No. 5 on Elm St. yesterday.
                en | J. K. Amadi and Gen. P. Ruiz arrived at 5.30 p.m. local time.
                en | Sales rose 3.5 percent at Brandt Inc. in March.
                en | Jurors met at 4 p.m. Friday in Sarn.
                en | Wait... what did they sign?
                de | Das gilt z. B. für die Werft, d. h. für alle.
                de | Am 3. Oktober kam Dr. Ilse Brandt nach Altenried.
                fr | M. Delorme a vu Mme. Ferrand.
                es | El Sr. Ibarra y la Dra. Quiroga salieron.
                it | Il dott. Ferri e la sig. Conti hanno firmato.
                nl | De heer dr. J. van Loon kwam o.a. naar Delvoort.
                ru | В 2011 г. Петровск купил 5 тыс. тонн, т.е. много.
                tr | Prof. Dr. Aydın 3. Bölge için konuştu.
                vi | GS. Trần Minh đến TP. Hải Sơn hôm nay.
                """)
        void endNothing(String language, String sentence) {
            assertThat(split(sentence, language)).containsExactly(sentence);
        }
    }

    @Nested
    class WhereASentenceEnds {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                en | He left. She stayed.
                en | They flew to the U.S. The trip was long.
                en | It cost 3.5 million. 20 people paid.
                en | The shop closed at 5 p.m. It opens at 9 a.m. on Monday.
                en | The shop closed at 5 p.m. The owner was ill.
                en | The label said vitamin C. The buyers did not.
                en | Why?! (Nobody knew.)
                en | Then silence… Nobody moved.
                en | So did I. Nobody else came.
                de | Es regnete. Die Werft blieb zu.
                de | Im Jahr 2024. Danach nicht mehr.
                fr | Il pleut. Le port ferme.
                ar | ماذا حدث؟ لم يجب أحد.
                hi | वह गया। वह आई।
                hy | Նա եկավ։ Նա գնաց։
                """)
        void theNextBegins(String language, String two) {
            assertThat(split(two, language)).hasSize(2);
        }

        @Test
        void aQuotationMarkThatClosesAfterTheFullStopStays() {
            assertThat(split("“We will go.” She left. \"Fine!\" Then rain.", "en"))
                    .containsExactly("“We will go.”", "She left.", "\"Fine!\"", "Then rain.");
            assertThat(split("„Wir gehen.“ Sie blieb.", "de")).containsExactly("„Wir gehen.“", "Sie blieb.");
            assertThat(split("«Он ушёл.» Она осталась.", "ru")).containsExactly("«Он ушёл.»", "Она осталась.");
        }

        @Test
        void whatFollowsInLowerCaseGoesOn() {
            assertThat(split("\"Why?\" he asked. Nobody knew.", "en"))
                    .containsExactly("\"Why?\" he asked.", "Nobody knew.");
        }

        @Test
        void scriptsWithoutSpacesAreSplitAtTheirOwnFullStop() {
            assertThat(split("港口关闭了。船只离开！真的吗？", "zh")).containsExactly("港口关闭了。", "船只离开！", "真的吗？");
            assertThat(split("港が閉じた。「行く。」彼女は去った。", "ja")).startsWith("港が閉じた。").hasSizeGreaterThan(1);
        }

        @Test
        void aNumberAloneStaysWithItsSentence() {
            assertThat(split("1. Close the gates. 2. Count the boats.", "en"))
                    .containsExactly("1. Close the gates.", "2. Count the boats.");
        }
    }

    @Test
    void spansHoldEverythingThatIsNotWhiteSpaceInOrder() {
        Random random = new Random(42);
        String alphabet = "aB. !?\"”)(…3,5\u00A0。字ä\t";
        for (String language : List.of("en", "de", "zh", "ar", "und", "vi", "th")) {
            for (int round = 0; round < 300; round++) {
                String text = random.ints(random.nextInt(40), 0, alphabet.length())
                        .mapToObj(i -> alphabet.substring(i, i + 1))
                        .collect(Collectors.joining());
                StringBuilder kept = new StringBuilder();
                int last = 0;
                for (Span span : Sentences.split(text, new Language(language))) {
                    assertThat(span.start()).isGreaterThanOrEqualTo(last);
                    assertThat(span.length()).isPositive();
                    kept.append(span.in(text));
                    last = span.end();
                }
                assertThat(kept.toString().replaceAll("[\\s\u00A0]", "")).isEqualTo(text.replaceAll("[\\s\u00A0]", ""));
            }
        }
    }
}

package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.lede.text.Language;
import news.lede.text.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
    @Test
    void everySentenceOfALongQuotationIsBroken() {
        assertThat(
                        broken(
                                "en",
                                "\"We had no choice. The beams were cracked. Nobody saw it,\" Mayor Ada Brandt said. The bridge is closed."))
                .containsExactly(true, true, true, false);
    }

    @Test
    void aQuotationThatGoesOnInTheNextParagraphIsBroken() {
        assertThat(broken("en", "Ada Brandt was tired. \"We had no choice. The beams were cracked."))
                .containsExactly(false, true, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | “We had no choice,” Ada Brandt said (the “old bridge” is closed).",
                "en | The \"old bridge\", as it is called, closed on \"Black Tuesday\".",
                "de | „Wir hatten keine Wahl“, sagte Ada Brandt.",
                "de | Ada Brandt sagte: »Wir hatten keine Wahl.«",
                "fr | « Nous n'avions pas le choix », a dit Ada Brandt.",
                "sv | ”Vi hade inget val”, sade Ada Brandt.",
                "zh | 市长说：“我们别无选择。”",
                "ja | 市長は「選択肢はなかった」と述べた。",
                "en | The reporters' club of Norby didn't hear the mayor's answer."
            })
    void aWholeQuotationIsNot(String language, String sentence) {
        assertThat(broken(language, sentence)).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"We had no choice, said the mayor of Norby to the reporters.",
                "“We had no choice, said the mayor of Norby to the reporters.",
                "We had no choice,\" said the mayor of Norby to the reporters.",
                "'We had no choice and the vote was hard for all of us, said the mayor.",
                "The bridge would have fallen into the water,' the mayor of Norby said."
            })
    void halfAQuotationIs(String sentence) {
        assertThat(broken("en", sentence)).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | \"We had no choice and would do it again.\"",
                "en | \"We had no choice and would do it again,\" he said.",
                "en | \"We had no choice and would do it again,\" she told reporters on Tuesday.",
                "de | „Wir hatten keine Wahl und täten es wieder“, sagte er.",
                "fr | « Nous n'avions pas le choix mardi », a-t-elle ajouté.",
                "ja | 「私たちには選択肢がなかった」"
            })
    void aQuotationWithoutItsSpeakerIsKnown(String language, String sentence) {
        assertThat(Speech.speakerMissing(sentence, new Language(language))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | \"We had no choice and would do it again,\" Ada Brandt said.",
                "en | \"We had no choice and would do it again,\" the mayor told reporters.",
                "en | Closed is \"the old bridge\".",
                "de | „Wir hatten keine Wahl und täten es wieder“, sagte die Bürgermeisterin.",
                "en | The council closed the bridge."
            })
    void aQuotationWithItsSpeakerPasses(String language, String sentence) {
        assertThat(Speech.speakerMissing(sentence, new Language(language))).isFalse();
    }

    private static List<Boolean> broken(String language, String paragraph) {
        return Speech.broken(paragraph, Sentences.split(paragraph, new Language(language)));
    }
}

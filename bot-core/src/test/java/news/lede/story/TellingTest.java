package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import news.lede.story.Telling.Term;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {
    private static final Language VIETNAMESE = new Language("vi");

    private static Telling english(String text) {
        return of(text, Language.ENGLISH);
    }

    private static Telling of(String text, Language language) {
        return Telling.of(List.of(Wording.of(text, language)), new Likeness(language));
    }

    private static Wording wording(String text) {
        return Wording.of(text, Language.ENGLISH);
    }

    private static List<Term> sharedNames(String one, String other) {
        return english(one).sharedNames(wording(other), new Likeness(Language.ENGLISH));
    }

    private static List<String> texts(List<Term> terms) {
        return terms.stream().map(Term::text).toList();
    }

    @Nested
    class NamesOfTwoTexts {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                A court spared Imre Halloran. | Judges heard Halloran again. | Imre Halloran
                Judges heard Halloran again. | A court spared Imre Halloran. | Imre Halloran
                It was said by Ruta Lindqvist. | Then Ruta Lindqvist agreed. | Ruta Lindqvist
                Ships left Port Ellery. | They met at Mount Ellery. | ''
                Ships left Port Ellery. | They saw the Koru. | ''
                They saw a Pellery. | Then to Ellery. | ''
                """)
        void areSharedInTheirFullestForm(String one, String other, String shared) {
            assertThat(texts(sharedNames(one, other))).isEqualTo(shared.isEmpty() ? List.of() : List.of(shared));
        }

        @Test
        void areNamedOnceThoughBothWriteThemInTwoWays() {
            String one = "We met President Donald Trump there. We saw Donald Trump go to the hall.";
            String other = "So said President Donald Trump to us. Later Donald Trump left with the band.";
            assertThat(texts(sharedNames(one, other))).containsExactly("President Donald Trump");
        }

        @Test
        void comeMostTellingFirst() {
            String one = "We saw Sela Marrow and Donald Trump in Anwel. Later Anwel cheered. All Anwel sang.";
            String other = "They say Donald Trump left Anwel with Sela Marrow. Then Anwel slept, Anwel woke.";
            assertThat(texts(sharedNames(one, other))).containsExactly("Anwel", "Sela Marrow", "Donald Trump");
        }
    }

    @Nested
    class WordsOfTwoTexts {
        @Test
        void areSharedAsTheOtherWritesThemWithoutPossessive() {
            Telling one = english("the radar at the harbour was broken");
            Wording other = wording("a harbour's fog, and radars\u2019 dishes, but a lighthouse");
            assertThat(texts(one.sharedWords(other))).contains("harbour").doesNotContain("lighthouse", "harbour's");
        }

        @Test
        void leaveOutWhatIsPartOfANameInEither() {
            Telling one = english("We reached Koru Island before the fog.");
            Wording other = wording("they went to Koru Island in fog");
            assertThat(texts(one.sharedWords(other))).containsExactly("fog");
        }

        @Test
        void countAsOftenAsTheTextThatHasThemLess() {
            Telling one = english("fog, fog and fog over the harbour");
            Wording other = wording("fog and fog in the harbour, harbour, harbour");
            assertThat(one.sharedWords(other))
                    .extracting(Term::text, Term::count)
                    .containsExactly(tuple("fog", 2), tuple("harbour", 1));
        }
    }

    @Nested
    class WhatToSearchFor {
        @Test
        void isTheMostTellingOnceAndNotWhatAllNewsHas() {
            Telling telling = english("The government of Velar met. Velar and bicycles, bicycles for the government");
            assertThat(telling.toSearchFor(2)).containsExactlyInAnyOrder("Velar", "bicycles");
            assertThat(telling.toSearchFor(9)).doesNotContain("government").doesNotHaveDuplicates();
        }

        @Test
        void isEmptyForNothing() {
            assertThat(english("it was and is").toSearchFor(5)).isEmpty();
        }
    }

    @Nested
    class OfVietnamese {
        @Test
        void twoSyllablesAreAWordUnlessSomethingPartsThem() {
            Wording wording = Wording.of("động đất, rung chuyển", VIETNAMESE);
            assertThat(wording.words()).extracting(Wording.Word::text).containsExactly("động đất", "rung chuyển");
        }

        @Test
        void aPairWeighsAsItsHeavierSyllable() {
            Likeness likeness = new Likeness(VIETNAMESE);
            likeness.learn(Fingerprint.of(VIETNAMESE, Newsroom.NOON, "động", "động"));
            Telling pair = Telling.of(List.of(Wording.of("động đất", VIETNAMESE)), likeness);
            Telling alone = Telling.of(List.of(Wording.of("đất đất", VIETNAMESE)), likeness);
            assertThat(pair.words().values().iterator().next().weight())
                    .isEqualTo(alone.words().values().iterator().next().weight());
        }
    }

    @Test
    void severalTextsAreOne() {
        Likeness likeness = new Likeness(Language.ENGLISH);
        Telling both = Telling.of(
                List.of(
                        Wording.of("We saw Sela Marrow in fog", Language.ENGLISH),
                        Wording.of("in fog we saw Sela Marrow", Language.ENGLISH)),
                likeness);
        assertThat(both.words().get("fog")).isNotNull().extracting(Term::count).isEqualTo(2);
        assertThat(both.names().get("sela marrow"))
                .isNotNull()
                .extracting(Term::count)
                .isEqualTo(2);
    }
}

package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Language GERMAN = new Language("de");

    private static List<Figure> english(String sentence) {
        return Figures.in(sentence, Language.ENGLISH);
    }

    private static Figure only(String sentence) {
        List<Figure> figures = english(sentence);
        assertThat(figures).as(sentence).hasSize(1);
        return figures.getFirst();
    }

    @Test
    void aSpanIsWhereTheNumberStandsWithItsUnit() {
        String sentence = "The repair will cost $14.5 million, the council said.";
        Figure figure = only(sentence);
        assertThat(figure.span().in(sentence)).isEqualTo("$14.5 million").isEqualTo(figure.written());
        assertThat(figure.value()).isEqualByComparingTo("14500000");
        assertThat(figure.unit()).isEqualTo("USD");
    }

    @Test
    void aYearIsNoCount() {
        assertThat(english("The bridge was opened in 2019."))
                .extracting(Figure::kind)
                .containsExactly(Figure.Kind.YEAR);
        assertThat(english("Some 2,000 people were evacuated."))
                .extracting(Figure::counted)
                .containsExactly("evacuated");
    }

    @Test
    void aRangeHasTwoEnds() {
        Figure figure = only("Between 10 and 20 homes were destroyed.");
        assertThat(figure.value()).isEqualByComparingTo("10");
        assertThat(figure.upTo()).hasValueSatisfying(top -> assertThat(top).isEqualByComparingTo("20"));
    }

    @Test
    void anEventIsCountedUnderOneNameInAllLanguages() {
        String counted = only("At least 14 people were killed.").counted();
        assertThat(Figures.in("Mindestens 14 Menschen kamen ums Leben.", GERMAN))
                .extracting(Figure::counted)
                .containsExactly(counted);
        assertThat(Figures.in("爆炸造成至少14人死亡。", new Language("zh")))
                .extracting(Figure::counted)
                .containsExactly(counted);
    }

    @Nested
    class Conflicts {
        private boolean conflict(String one, String two) {
            return only(one).conflictsWith(only(two));
        }

        @Test
        void differentNumbersOfTheSameConflict() {
            assertThat(conflict("The blast killed 12 people.", "Fourteen people died in the blast."))
                    .isTrue();
        }

        @Test
        void aboutTwoHundredGoesWithTwoHundredAndFour() {
            assertThat(conflict("About 200 people were injured.", "The crash injured 204 people."))
                    .isFalse();
        }

        @Test
        void atLeastTwelveGoesWithFourteenButNotWithEleven() {
            assertThat(conflict("At least 12 people were killed.", "Fourteen people were killed."))
                    .isFalse();
            assertThat(conflict("At least 12 people were killed.", "Eleven people were killed."))
                    .isTrue();
        }

        @Test
        void theDeadAreNotTheInjured() {
            assertThat(conflict("The blast killed 12 people.", "The blast injured 14 people."))
                    .isFalse();
        }

        @Test
        void kilometresAreComparedWithMiles() {
            assertThat(conflict("The quake struck at a depth of 10 km.", "The quake struck at a depth of 6.2 miles."))
                    .isFalse();
            assertThat(conflict("The quake struck at a depth of 10 km.", "The quake struck at a depth of 40 miles."))
                    .isTrue();
        }

        @Test
        void roundNumbersAreTakenForRoundedOnes() {
            assertThat(conflict("The quake damaged 1,200 homes.", "The quake damaged 1,214 homes."))
                    .isFalse();
        }

        @Test
        void aPartConflictsWithNothing() {
            assertThat(english("Three of the 14 injured were children.")
                            .getFirst()
                            .scope())
                    .isEqualTo(Figure.Scope.PART);
        }
    }

    @Test
    void valuesAreWrittenPlainly() {
        assertThat(only("The storm displaced two million people.").value()).isEqualTo(new BigDecimal("2000000"));
    }
}

package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import news.lede.text.Tokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Nested
    class ALexicon {
        private final Lexicon lexicon = new Lexicon(CommonWords.of(Language.ENGLISH));
        private final SparseVector ferry = SparseVector.of(Map.of(SparseVector.keyOf("ferri"), 1.0));

        @Test
        void weighsAWordTheLessTheMoreArticlesHaveIt() {
            double unseen = lexicon.weight(SparseVector.keyOf("ferri"));
            lexicon.learn(ferry);
            lexicon.learn(ferry);
            assertThat(unseen).isCloseTo(Math.log(201 / 0.5), within(1e-9));
            assertThat(lexicon.weight(SparseVector.keyOf("ferri"))).isCloseTo(Math.log(203 / 2.5), within(1e-9));
            assertThat(lexicon.weight(SparseVector.keyOf("pump"))).isCloseTo(Math.log(203 / 0.5), within(1e-9));
            assertThat(lexicon.articles()).isEqualTo(2);
        }

        @Test
        void knowsBeforehandWhatMuchNewsHas() {
            assertThat(lexicon.weight(SparseVector.keyOf("presid"))).isLessThan(3);
            assertThat(lexicon.weight(SparseVector.keyOf("putin"))).isLessThan(3.1);
            assertThat(new Lexicon(CommonWords.of(new Language("eo"))).weight(SparseVector.keyOf("presid")))
                    .isGreaterThan(5);
        }

        @Test
        void scalesAVectorByTheWeights() {
            SparseVector weighed = lexicon.weigh(ferry);
            assertThat(weighed.value(0)).isEqualTo((float) lexicon.weight(ferry.key(0)));
        }
    }

    @Nested
    class ABackground {
        @Test
        void beginsWithItsPrior() {
            Background background = new Background(0.1, 0.02);
            assertThat(background.surprise(0.1)).isZero();
            assertThat(background.surprise(0.14)).isCloseTo(2, within(1e-9));
        }

        @Test
        void learnsMeanAndSpread() {
            Background background = new Background(0.1, 0.02);
            Random random = new Random(5);
            for (int i = 0; i < 20_000; i++) {
                background.learn(0.3 + 0.05 * random.nextGaussian());
            }
            assertThat(background.surprise(0.3)).isCloseTo(0, within(0.1));
            assertThat(background.surprise(0.4)).isCloseTo(2, within(0.2));
        }

        @Test
        void neverBelievesThatChanceIsExact() {
            Background background = new Background(0.1, 0.02);
            for (int i = 0; i < 20_000; i++) {
                background.learn(0);
            }
            assertThat(background.surprise(0.01)).isCloseTo(1, within(0.01));
        }
    }

    @Nested
    class TwoArticles {
        private final Likeness likeness = new Likeness(Language.ENGLISH);

        private Likeness.Weighed weighed(String title, String text) {
            return likeness.weigh(Fingerprint.of(Language.ENGLISH, Newsroom.NOON, title, text));
        }

        @Test
        void onOneEventAreFarMoreAlikeThanOnTwo() {
            Likeness.Weighed ferry = weighed("Ferry Marla sinks", Newsroom.FERRY);
            assertThat(likeness.between(ferry, weighed("Captain questioned", Newsroom.FERRY_AGAIN)))
                    .isGreaterThan(5.5);
            assertThat(likeness.between(ferry, weighed("Weidner wins", Newsroom.ELECTION)))
                    .isLessThan(1);
        }

        @Test
        void areAtMostTwentyDeviationsAlikeAndFiveInTheirNames() {
            Likeness.Weighed ferry = weighed("Ferry Marla sinks", Newsroom.FERRY);
            assertThat(likeness.between(ferry, ferry)).isCloseTo(0.7 * 20 + 0.2 * 5 + 0.1 * 20, within(1e-9));
        }

        @Test
        void withoutNamesAreJudgedByTheirWords() {
            Likeness.Weighed lower = weighed("storms", "heavy storms damaged orchards and greenhouses near rivers");
            assertThat(lower.entities().isEmpty()).isTrue();
            assertThat(likeness.between(lower, lower)).isCloseTo(20, within(1e-9));
        }

        @Test
        void thatAreNotRandomTeachNothing() {
            Likeness.Weighed ferry = weighed("Ferry Marla sinks", Newsroom.FERRY);
            Likeness.Weighed other = weighed("Weidner wins", Newsroom.ELECTION);
            double before = likeness.between(ferry, other);
            for (int i = 0; i < 50; i++) {
                likeness.learnRandomPair(ferry, ferry);
            }
            assertThat(likeness.between(ferry, other)).isEqualTo(before);
            for (int i = 0; i < 500; i++) {
                likeness.learnRandomPair(ferry, other);
            }
            assertThat(likeness.between(ferry, other)).isNotEqualTo(before).isCloseTo(0, within(0.3));
        }

        @Test
        void weighWordsLessThatAreLearnt() {
            Fingerprint ferry = Fingerprint.of(Language.ENGLISH, Newsroom.NOON, "Ferry Marla", Newsroom.FERRY);
            double word = likeness.wordWeight(SparseVector.keyOf("ferri"));
            double name = likeness.entityWeight(SparseVector.keyOf("okafor"));
            likeness.learn(ferry);
            assertThat(likeness.wordWeight(SparseVector.keyOf("ferri"))).isLessThan(word);
            assertThat(likeness.entityWeight(SparseVector.keyOf("okafor"))).isLessThan(name);
        }
    }

    @Nested
    class Several {
        @Test
        void areNearByTheBestAndTheAverage() {
            assertThat(Belonging.score(new double[] {10, 0})).isCloseTo(0.4 * 5 + 0.6 * 10, within(1e-9));
            assertThat(Belonging.score(new double[] {7})).isCloseTo(7, within(1e-9));
            assertThat(Belonging.score(new double[0])).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Nested
    class CopiesOfAReport {
        private Copies copies(String text) {
            return Copies.of(Tokens.of(text, Language.ENGLISH));
        }

        @Test
        void shareMostOfTheirRunsOfWords() {
            assertThat(copies(Newsroom.FERRY).sameAs(copies(Newsroom.FERRY))).isTrue();
            assertThat(copies(Newsroom.FERRY).overlap(copies(Newsroom.FERRY))).isEqualTo(1);
            assertThat(copies(Newsroom.FERRY).sameAs(copies("ALDEN (APA) " + Newsroom.FERRY)))
                    .isTrue();
            assertThat(copies(Newsroom.FERRY).sameAs(copies(Newsroom.FERRY_AGAIN)))
                    .isFalse();
        }

        @Test
        void mustBeTheSameWhenShort() {
            assertThat(copies("The ferry sank off Port Alden.").sameAs(copies("The ferry sank off Port Alden.")))
                    .isTrue();
            assertThat(copies("The ferry sank off Port Alden today.").sameAs(copies("The ferry sank off Port Alden.")))
                    .isFalse();
            assertThat(copies("The ferry sank").sameAs(copies("The ferry sank")))
                    .isFalse();
        }

        @Test
        void areEqualByContent() {
            assertThat(copies(Newsroom.FERRY))
                    .isEqualTo(copies(Newsroom.FERRY))
                    .hasSameHashCodeAs(copies(Newsroom.FERRY))
                    .isNotEqualTo(copies(Newsroom.FIRE));
            assertThat(copies(Newsroom.FERRY))
                    .hasToString("Copies[runs=" + copies(Newsroom.FERRY).runs() + "]");
        }

        @Test
        void areEstimatedFromASample() {
            Random random = new Random(9);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                text.append('w').append(random.nextInt(100_000)).append(' ');
            }
            String half = text.substring(0, text.length() / 2);
            assertThat(copies(text.toString()).overlap(copies(half))).isCloseTo(0.5, within(0.15));
        }
    }

    @Test
    void theTitleAndTheBeginningCountMore() {
        Fingerprint print =
                Fingerprint.of(Language.ENGLISH, Newsroom.NOON, "ferry", "pump " + "x ".repeat(150) + "lighthouse");
        assertThat(value(print, "ferri")).isCloseTo(1 + Math.log(2), within(1e-6));
        assertThat(value(print, "pump")).isCloseTo(1 + Math.log(2), within(1e-6));
        assertThat(value(print, "lighthous")).isCloseTo(1, within(1e-6));
        assertThat(print.title().size()).isEqualTo(1);
        assertThat(List.of(print.words().size(), print.entities().size())).containsExactly(3, 0);
    }

    private static double value(Fingerprint print, String stem) {
        for (int i = 0; i < print.words().size(); i++) {
            if (print.words().key(i) == SparseVector.keyOf(stem)) {
                return print.words().value(i);
            }
        }
        return 0;
    }
}

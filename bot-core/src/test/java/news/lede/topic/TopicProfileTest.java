package news.lede.topic;

import static news.lede.topic.TopicReadings.EAST;
import static news.lede.topic.TopicReadings.NORTH;
import static news.lede.topic.TopicReadings.definition;
import static news.lede.topic.TopicReadings.english;
import static news.lede.topic.TopicReadings.named;
import static news.lede.topic.TopicReadings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.text.Language;
import news.lede.topic.TopicMeaning.Background;
import news.lede.topic.TopicMeaning.Usual;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TopicProfileTest {
    private static final Topic FLOODS = named("floods", "floods in valleys");

    private static TopicProfile words(Topic topic) {
        return TopicProfile.of(topic, 0, Optional.empty(), TopicLessons.NONE);
    }

    @Nested
    class Words {
        @Test
        void withoutAVectorTheyDecideAlone() {
            TopicProfile.Fit told =
                    words(FLOODS).fit(english(1, "Floods reach the valley. The flood rose.", null, FLOODS));
            TopicProfile.Fit untold = words(FLOODS).fit(english(2, "Two sides meet tonight.", EAST, FLOODS));
            assertThat(told.fits()).isTrue();
            assertThat(told.words()).contains("Floods");
            assertThat(untold.fits()).isFalse();
            assertThat(untold.score()).isNegative();
        }

        @Test
        void theyCountUpToABound() {
            ArticleReading all = english(1, "floods valleys ".repeat(100), null, FLOODS);
            assertThat(words(FLOODS).fit(all).score()).isEqualTo(3.5);
        }

        @Test
        void aTextWithoutThemNeedsAClearerMeaning() {
            TopicProfile.Fit bare = new TopicProfile.Fit(1.0, List.of());
            TopicProfile.Fit worded = new TopicProfile.Fit(1.0, List.of("flood"));
            assertThat(bare.fits()).isFalse();
            assertThat(worded.fits()).isTrue();
            assertThat(worded.margin() - bare.margin()).isCloseTo(1.0, within(1e-9));
        }

        @Test
        void aNameAloneMakesATopicOfItsStems() {
            assertThat(FLOODS.words()).isEqualTo(Map.of(Language.ENGLISH, List.of("flood*", "valley*")));
        }
    }

    @Nested
    class MustAndMustNot {
        private final Topic rivers =
                definition("floods", List.of("flood*"), List.of("river*", "dyke*"), List.of("flood of emails"));

        @Test
        void whatMustNotStandRulesOut() {
            ArticleReading emails = english(1, "A flood of emails and a river of letters came.", null, rivers);
            assertThat(words(rivers).fit(emails)).isEqualTo(TopicProfile.Fit.RULED_OUT);
        }

        @Test
        void oneOfWhatMustStandIsEnough() {
            assertThat(words(rivers)
                            .fit(english(1, "The flood reached the dyke. Floods rise.", null, rivers))
                            .fits())
                    .isTrue();
            assertThat(words(rivers).fit(english(2, "The flood came. Floods rise.", null, rivers)))
                    .isEqualTo(TopicProfile.Fit.RULED_OUT);
        }

        @Test
        void aLanguageWithoutSuchWordsAsksForNone() {
            ArticleReading german = reading(1, "floods", "floods floods", new Language("nl"), null, rivers);
            assertThat(words(rivers).fit(german).score()).isFinite();
        }

        @Test
        void anArticleThatWasReadBeforeTheDefinitionIsNotRuledOut() {
            assertThat(words(rivers).fit(english(1, "The flood came.", null)).score())
                    .isFinite();
        }
    }

    @Nested
    class Meaning {
        private final Background background = new Background(
                List.of(CompactVector.of(EAST), CompactVector.of(NORTH), CompactVector.of(new float[] {0.7f, 0.7f})),
                new float[] {0.1f, 0.1f},
                List.of());

        @Test
        void itIsMeasuredInDeviationsFromWhatIsUsual() {
            Direction east = TopicMeaning.of(List.of(EAST), background);
            assertThat(east.of(CompactVector.of(EAST))).isGreaterThan(0.8);
            assertThat(east.of(CompactVector.of(NORTH))).isLessThan(-0.8);
        }

        @Test
        void aDirectionIsTheSumOfItsParts() {
            Direction one = Direction.deviations(EAST, new Usual(0.5, 0.25));
            Direction other = Direction.deviations(NORTH, new Usual(0.1, 0.04));
            CompactVector text = CompactVector.of(new float[] {0.6f, 0.8f});
            assertThat(one.times(2).plus(other).plus(1).of(text))
                    .isCloseTo(2 * (0.6 - 0.5) / 0.5 + (0.8 - 0.1) / 0.2 + 1, within(0.05));
        }

        @Test
        void fewArticlesHardlyMoveWhatIsUsualAndManyDecideIt() {
            Usual fixed = background.usual(EAST);
            assertThat(with(4).usual(EAST).mean()).isCloseTo(fixed.mean(), within(0.02));
            assertThat(with(10_000).usual(EAST).mean()).isGreaterThan(0.9);
        }

        private Background with(int recent) {
            return new Background(
                    background.texts(), background.centre(), Collections.nCopies(recent, CompactVector.of(EAST)));
        }

        @Test
        void anArticleWithoutAVectorIsScoredByWordsAndGainsWithIt() {
            TopicProfile profile = TopicProfile.of(
                    FLOODS, 0, Optional.of(TopicMeaning.of(List.of(EAST), background)), TopicLessons.NONE);
            double far = profile.fit(english(1, "Sandbags lie there.", NORTH, FLOODS))
                    .score();
            double near =
                    profile.fit(english(1, "Sandbags lie there.", EAST, FLOODS)).score();
            double unknown =
                    profile.fit(english(1, "Sandbags lie there.", null, FLOODS)).score();
            assertThat(near).isGreaterThan(far + 1);
            assertThat(unknown).isCloseTo(-0.25, within(1e-6));
        }
    }

    @Test
    void whereTheCutIsKnownItDecides() {
        TopicProfile.Fit fit = new TopicProfile.Fit(1.0, List.of("flood"));
        assertThat(words(FLOODS).wants(fit)).isTrue();
        assertThat(words(FLOODS).with(OptionalDouble.of(1.5)).wants(fit)).isFalse();
        assertThat(words(FLOODS).with(OptionalDouble.of(1.5)).margin(fit)).isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void mixingWeighsMeanAndVariance() {
        Usual mixed = new Usual(0, 1).mixed(new Usual(1, 3), 0.25);
        assertThat(mixed.mean()).isCloseTo(0.25, within(1e-9));
        assertThat(mixed.variance()).isCloseTo(1.5, within(1e-9));
        assertThat(new Usual(1, 4).deviations(5)).isCloseTo(2, within(1e-9));
        assertThat(new Usual(1, 0).deviations(2)).isCloseTo(100, within(1e-6));
    }
}

package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import news.lede.text.Language;
import news.lede.topic.TopicMeaning.Background;
import news.lede.topic.TopicMeaning.Usual;
import org.junit.jupiter.api.Test;

class TopicScorerTest {
    private static final float[] EAST = {1, 0, 0};
    private static final float[] NORTH = {0, 1, 0};
    private static final Topic TOPIC = Topic.ofName(new TopicId("floods"), "floods in valleys");

    @Test
    void meaningIsMeasuredInDeviationsFromWhatIsUsual() {
        TopicMeaning meaning = new TopicMeaning(List.of(EAST), background(List.of()));
        assertThat(meaning.of(EAST)).isGreaterThan(2);
        assertThat(meaning.of(NORTH)).isLessThan(0.5);
    }

    @Test
    void aNameThatIsNearToEverythingAsksForMore() {
        List<float[]> near = randomTexts(200, 1).stream()
                .map(t -> unit(new float[] {Math.abs(t[0]) + 1, t[1] / 2, t[2] / 2}))
                .toList();
        Background eastern = new Background(near, NORTH, List.of());
        assertThat(eastern.usual(EAST).deviations(0.9))
                .isLessThan(background(List.of()).usual(EAST).deviations(0.9) - 0.5);
    }

    @Test
    void fewArticlesHardlyMoveWhatIsUsual() {
        Usual fixed = background(List.of()).usual(EAST);
        Usual withFour = background(List.of(EAST, EAST, EAST, EAST)).usual(EAST);
        assertThat(withFour.mean()).isCloseTo(fixed.mean(), within(0.02));
    }

    @Test
    void manyArticlesDecideWhatIsUsual() {
        List<float[]> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(EAST);
        }
        assertThat(background(many).usual(EAST).mean()).isGreaterThan(0.9);
    }

    @Test
    void mixingWeighsMeanAndVariance() {
        Usual mixed = new Usual(0, 1).mixed(new Usual(1, 3), 0.25);
        assertThat(mixed.mean()).isCloseTo(0.25, within(1e-9));
        assertThat(mixed.variance()).isCloseTo(1.5, within(1e-9));
        assertThat(new Usual(1, 4).deviations(5)).isCloseTo(2, within(1e-9));
        assertThat(new Usual(1, 0).deviations(2)).isCloseTo(100, within(1e-6));
    }

    @Test
    void withoutAVectorWordsAloneDecide() {
        TopicScorer scorer = new TopicScorer(TOPIC, Optional.empty());
        TopicScorer.Fit told =
                scorer.fit(read("Floods reach the valley", "The flood rose. Valleys fill.", Optional.empty()));
        TopicScorer.Fit untold = scorer.fit(read("Cup final tonight", "Two sides meet.", Optional.of(EAST)));
        assertThat(told.fits()).isTrue();
        assertThat(told.words()).contains("Floods");
        assertThat(untold.fits()).isFalse();
        assertThat(untold.score()).isNegative();
    }

    @Test
    void aTextWithoutTheWordsNeedsAClearerMeaning() {
        TopicScorer.Fit bare = new TopicScorer.Fit(1.0, List.of());
        TopicScorer.Fit worded = new TopicScorer.Fit(1.0, List.of("flood"));
        assertThat(bare.fits()).isFalse();
        assertThat(worded.fits()).isTrue();
        assertThat(worded.margin() - bare.margin()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void wordsCountUpToABound() {
        TopicScorer scorer = new TopicScorer(TOPIC, Optional.empty());
        String all = "floods valleys ".repeat(100);
        assertThat(scorer.fit(read(all, all, Optional.empty())).score()).isLessThanOrEqualTo(3.5);
    }

    @Test
    void aNameAloneMakesATopicOfItsStems() {
        assertThat(TOPIC.words()).isEqualTo(Map.of(Language.ENGLISH, List.of("flood*", "valley*")));
        assertThat(TOPIC.name(Language.ENGLISH)).isEqualTo("floods in valleys");
    }

    private static TopicScorer.Read read(String title, String text, Optional<float[]> vector) {
        return new TopicScorer.Read(TopicText.of(title, text, Language.ENGLISH), vector);
    }

    private static Background background(List<float[]> recent) {
        return new Background(randomTexts(300, 7), new float[] {0.1f, 0.1f, 0.1f}, recent);
    }

    private static List<float[]> randomTexts(int count, long seed) {
        Random random = new Random(seed);
        List<float[]> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(unit(new float[] {
                (float) random.nextGaussian() * 0.3f, (float) random.nextGaussian(), (float) random.nextGaussian()
            }));
        }
        return texts;
    }

    private static float[] unit(float[] v) {
        double length = Math.sqrt(TopicMeaning.product(v, v));
        return new float[] {(float) (v[0] / length), (float) (v[1] / length), (float) (v[2] / length)};
    }
}

package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import news.lede.topic.TopicExamples.Example;
import news.lede.topic.TopicMeaning.Background;
import org.junit.jupiter.api.Test;

class TopicExamplesTest {
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};
    private static final String RIVER = "Sandbags and pumps kept the river Tarn behind its dykes while gauges rose.";
    private static final String CUP =
            "The goalkeeper saved two penalties before the striker scored in the final minute.";

    private static final List<TopicText> NEWS = news();
    private static final UsualWording USUAL =
            UsualWording.of(NEWS.stream().map(TopicText::wording).toList());
    private static final Background BACKGROUND = new Background(List.of(EAST, NORTH), EAST, List.of(EAST, NORTH));

    /** Half on a river, half on a cup; every text has its own number, which says nothing. */
    private static List<TopicText> news() {
        List<TopicText> news = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            news.add(text((i % 2 == 0 ? RIVER : CUP) + " Report " + i));
        }
        return news;
    }

    private static TopicText text(String text) {
        return TopicText.of("News", text, Language.ENGLISH);
    }

    private static TopicText longer(String text) {
        return text((text + " ").repeat(12));
    }

    private static List<Example> examples() {
        return NEWS.stream()
                .map(text -> new Example(USUAL.weigh(text.wording()), EAST))
                .toList();
    }

    /** The river's reports fit, the more the earlier. */
    private static Map<Integer, Double> rivers(int count) {
        Map<Integer, Double> fitting = new HashMap<>();
        for (int i = 0; i < count; i++) {
            fitting.put(2 * i, 5.0 - i * 0.1);
        }
        return fitting;
    }

    @Test
    void fewerThanTwentyThatFitAreNoExamples() {
        assertThat(TopicExamples.of(examples(), rivers(19), BACKGROUND, USUAL)).isEmpty();
        assertThat(TopicExamples.of(examples(), rivers(20), BACKGROUND, USUAL)).isPresent();
    }

    @Test
    void whatIsWordedLikeTheExamplesGainsAndWhatIsNotLoses() {
        TopicExamples rivers =
                TopicExamples.of(examples(), rivers(20), BACKGROUND, USUAL).orElseThrow();

        assertThat(rivers.of(longer(RIVER), NORTH)).isGreaterThan(rivers.of(longer(CUP), NORTH) + 1);
    }

    @Test
    void whatMeansTheSameAsTheExamplesGains() {
        TopicExamples rivers =
                TopicExamples.of(examples(), rivers(20), BACKGROUND, USUAL).orElseThrow();

        assertThat(rivers.of(longer(CUP), EAST)).isGreaterThan(rivers.of(longer(CUP), NORTH) + 0.5);
    }

    @Test
    void theWordingOfAShortTextCountsLess() {
        TopicExamples rivers =
                TopicExamples.of(examples(), rivers(20), BACKGROUND, USUAL).orElseThrow();
        double likeMeaning = rivers.of(text(""), NORTH);

        double briefly = rivers.of(text(RIVER), NORTH) - likeMeaning;
        double atLength = rivers.of(longer(RIVER), NORTH) - likeMeaning;

        assertThat(briefly).isPositive().isLessThan(atLength / 3);
    }

    @Test
    void aWordOfOneOrTwoArticlesSaysNothingOfASubject() {
        SparseVector weighed = USUAL.weigh(text("Report 7 Tarn").wording());

        assertThat(weighed.size()).isEqualTo(1);
        assertThat(weighed.norm()).isCloseTo(1, within(1e-6));
        assertThat(USUAL.weigh(text("zebra").wording()).isEmpty()).isTrue();
    }

    @Test
    void aScorerWithoutVectorsOrWithFewArticlesStaysAsItIs() {
        Topic topic = Topic.ofName(new TopicId("rivers"), "rivers");
        TopicScorer worded = new TopicScorer(topic, Optional.empty());
        assertThat(worded.informed(List.of(), USUAL)).isSameAs(worded);

        TopicScorer meant = new TopicScorer(topic, Optional.of(new TopicMeaning(List.of(EAST), BACKGROUND)));
        List<TopicScorer.Read> few = NEWS.subList(0, 10).stream()
                .map(text -> new TopicScorer.Read(text, Optional.of(EAST)))
                .toList();
        assertThat(meant.informed(few, USUAL)).isSameAs(meant);
    }

    @Test
    void aScorerLearnsFromWhatFitsItBest() {
        Topic topic = new Topic(
                new TopicId("rivers"),
                Map.of(Language.ENGLISH, "rivers"),
                "",
                Map.of(Language.ENGLISH, List.of("river")),
                Optional.empty());
        TopicScorer byName = new TopicScorer(topic, Optional.of(new TopicMeaning(List.of(EAST), BACKGROUND)));
        List<TopicScorer.Read> read = NEWS.stream()
                .map(text -> new TopicScorer.Read(text, Optional.of(EAST)))
                .toList();
        TopicScorer.Read untold = new TopicScorer.Read(
                longer("Sandbags and pumps held behind the dykes while gauges rose."), Optional.of(EAST));

        assertThat(byName.informed(read, USUAL).fit(untold).score())
                .isGreaterThan(byName.fit(untold).score() + 0.5);
    }
}

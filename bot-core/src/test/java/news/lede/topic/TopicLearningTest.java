package news.lede.topic;

import static news.lede.topic.TopicReadings.english;
import static news.lede.topic.TopicReadings.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class TopicLearningTest {
    private static final Topic RIVERS = named("rivers", "river");
    private static final Topic CUPS = named("cups", "cup");
    private static final String OF_RIVERS =
            "Sandbags and pumps kept the river behind its dykes while gauges rose near the weir. ";
    private static final String OF_CUPS = "The goalkeeper saved two penalties before the striker took the cup home. ";

    private final List<ArticleReading> news = new ArrayList<>();

    private List<TopicProfile> learnt(int ofEach, Topic... topics) {
        List<ArticleReading> whole = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            whole.add(english(2 * i + 1, (OF_RIVERS + "Report " + i + ". ").repeat(10), null, topics));
            whole.add(english(2 * i + 2, (OF_CUPS + "Report " + i + ". ").repeat(10), null, topics));
        }
        UsualWording usual =
                UsualWording.of(whole.stream().map(ArticleReading::wording).toList());
        whole.forEach(reading -> news.add(reading.with(usual.telling(reading.wording()))));
        List<TopicProfile> byName = new ArrayList<>();
        for (int i = 0; i < topics.length; i++) {
            byName.add(TopicProfile.of(topics[i], i, Optional.empty(), TopicLessons.NONE));
        }
        return new TopicLearning(news, new NewsBackground(Optional.empty(), Map.of(Language.ENGLISH, usual)))
                .together(byName);
    }

    private static ArticleReading untold(String text, UnaryText change) {
        return english(999, change.of(text).repeat(10), null, RIVERS, CUPS);
    }

    private interface UnaryText {
        String of(String text);
    }

    @Test
    void whatIsWordedLikeTheArticlesOnATopicFitsWithoutAnyOfItsWords() {
        TopicProfile rivers = learnt(30, RIVERS, CUPS).getFirst();
        double like = rivers.fit(untold(OF_RIVERS, text -> text.replace("river", "water")))
                .score();
        double unlike = rivers.fit(untold(OF_CUPS, text -> text.replace("cup", "prize")))
                .score();
        assertThat(like).isGreaterThan(unlike + 1);
    }

    @Test
    void fewerThanTwentyThatFitTeachNothing() {
        TopicProfile rivers = learnt(19, RIVERS, CUPS).getFirst();
        assertThat(rivers.examples()).isEmpty();
    }

    @Test
    void aTopicDoesNotLearnFromWhatFitsAnotherBetter() {
        // Both have the word; only the broad one has no other.
        Topic broad = TopicReadings.definition("news", List.of("report"), List.of(), List.of());
        Topic narrow = TopicReadings.definition("cups", List.of("report", "cup", "penalt*"), List.of(), List.of());
        TopicProfile profile = learnt(30, broad, narrow).getFirst();
        double river = profile.fit(news.getFirst()).score();
        double cup = profile.fit(news.get(1)).score();
        assertThat(river).isGreaterThan(cup);
    }

    @Test
    void fromAHundredArticlesOnTheCutIsKnown() {
        assertThat(learnt(49, RIVERS, CUPS).getFirst().cut()).isEmpty();
        news.clear();
        TopicProfile rivers = learnt(60, RIVERS, CUPS).getFirst();
        assertThat(rivers.cut()).isPresent();
        assertThat(news.stream().filter(reading -> rivers.wants(rivers.fit(reading))))
                .hasSize(60)
                .allMatch(reading -> reading.id().value() % 2 == 1);
    }

    @Test
    void oneTopicIsLearntAloneAsItIsTogetherWithOthers() {
        List<TopicProfile> together = learnt(30, RIVERS, CUPS);
        UsualWording usual =
                UsualWording.of(news.stream().map(ArticleReading::wording).toList());
        TopicLearning learning =
                new TopicLearning(news, new NewsBackground(Optional.empty(), Map.of(Language.ENGLISH, usual)));
        TopicProfile alone = learning.alone(
                TopicProfile.of(RIVERS, 0, Optional.empty(), TopicLessons.NONE), learning.rivals(together));
        assertThat(alone.topic()).isEqualTo(RIVERS);
        assertThat(alone.examples()).isPresent();
    }
}

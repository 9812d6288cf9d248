package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TopicCutTest {
    private static double[] scores(int off, int on, double onTopic) {
        Random random = new Random(3);
        return DoubleStream.concat(random.doubles(off, -1, 1), random.doubles(on, onTopic - 0.5, onTopic + 0.5))
                .toArray();
    }

    @Test
    void twoGroupsArePartedBetweenThem() {
        assertThat(TopicCut.of(scores(300, 20, 6), 0.4).orElseThrow()).isBetween(1.0, 5.6);
        assertThat(TopicCut.of(scores(150, 150, 3), 0.4).orElseThrow()).isBetween(1.0, 2.6);
    }

    @Test
    void theCutIsAScoreThatIsReached() {
        double[] scores = scores(300, 20, 6);
        double cut = TopicCut.of(scores, 0.4).orElseThrow();
        assertThat(DoubleStream.of(scores).filter(score -> score >= cut).count())
                .isEqualTo(20);
    }

    @Test
    void itIsNeverBelowTheLowest() {
        assertThat(TopicCut.of(scores(300, 0, 0), 0.9).orElseThrow()).isGreaterThanOrEqualTo(0.9);
        assertThat(TopicCut.of(scores(300, 0, 0), 40).orElseThrow()).isEqualTo(40);
    }

    @Test
    void fewerThanAHundredScoresFormNoGroups() {
        assertThat(TopicCut.of(scores(79, 20, 6), 0.4)).isEmpty();
        assertThat(TopicCut.of(scores(80, 20, 6), 0.4)).isPresent();
    }
}

package news.lede.story;

import static news.lede.story.Newsroom.NOON;
import static news.lede.story.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class StoryRankingTest {
    private static StoryView story(long id, Duration age, String... publishers) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < publishers.length; i++) {
            articles.add(article(id * 100 + i, id * 100 + i, "Title", publishers[i], NOON.minus(age), "Text."));
        }
        return new StoryView(new StoryId(id), 1, Language.ENGLISH, "Title", articles);
    }

    private static List<Long> ids(List<StoryView> stories) {
        return StoryRanking.rank(stories, NOON).stream()
                .map(ranked -> ranked.story().id().value())
                .toList();
    }

    @Test
    void ofOnePublisherEachTheNewestComesFirstHoweverSmallTheDifference() {
        assertThat(ids(List.of(
                        story(1, Duration.ofMinutes(60), "A"),
                        story(2, Duration.ofMinutes(38), "B"),
                        story(3, Duration.ZERO, ""),
                        story(4, Duration.ofMinutes(38), "C"))))
                .containsExactly(3L, 2L, 4L, 1L);
    }

    @Test
    void fourPublishersStandWhereOneSixHoursYoungerWould() {
        StoryView four = story(1, Duration.ofHours(7), "A", "B", "C", "D");
        assertThat(ids(List.of(story(2, Duration.ofMinutes(59), "E"), four, story(3, Duration.ofMinutes(61), "F"))))
                .containsExactly(2L, 1L, 3L);
        assertThat(StoryRanking.rank(List.of(four), NOON).getFirst().weight()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void publishersHaveAMostTheyCount() {
        String[] many = IntStream.range(0, 64).mapToObj(i -> "P" + i).toArray(String[]::new);
        assertThat(StoryRanking.rank(List.of(story(1, Duration.ZERO, many)), NOON)
                        .getFirst()
                        .weight())
                .isCloseTo(12, within(1e-9));
    }

    @Test
    void publishersOfOneReportAreNotIndependent() {
        List<Article> copies = List.of(
                article(1, 1, "T", "A", NOON, "x"),
                article(2, 1, "T", "B", NOON, "x"),
                article(3, 1, "T", "C", NOON, "x"));
        StoryView copied = new StoryView(new StoryId(1), 1, Language.ENGLISH, "T", copies);
        assertThat(StoryRanking.rank(List.of(copied), NOON).getFirst().weight()).isZero();
    }

    @Test
    void theOrderDoesNotDependOnTheOrderGiven() {
        Random random = new Random(11);
        List<StoryView> stories = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            stories.add(story(
                    i,
                    Duration.ofMinutes(random.nextInt(20) * 30L),
                    random.nextBoolean() ? new String[] {"A", "B"} : new String[] {"A"}));
        }
        List<Long> once = ids(stories);
        Collections.shuffle(stories, random);
        assertThat(ids(stories)).isEqualTo(once);
    }
}

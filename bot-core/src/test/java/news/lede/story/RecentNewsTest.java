package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.RecentNews.Near;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class RecentNewsTest {
    private static final Fingerprint FERRY = print("Ferry Marla sinks", Newsroom.FERRY, 0);
    private static final Fingerprint AGAIN = print("Captain questioned after Marla sinks", Newsroom.FERRY_AGAIN, 0);
    private static final Fingerprint ELECTION = print("Weidner wins", Newsroom.ELECTION, 0);

    private final RecentNews recent = new RecentNews(Language.ENGLISH);

    private static Fingerprint print(String title, String text, int days) {
        return Fingerprint.of(Language.ENGLISH, Newsroom.NOON.plus(Duration.ofDays(days)), title, text);
    }

    private void add(long article, long story, Fingerprint print) {
        recent.add(new ArticleId(article), new ReportId(article), new StoryId(story), print);
    }

    private Optional<StoryId> storyFor(Fingerprint print) {
        return recent.near(print).stream()
                .filter(near -> near.evidence() >= Belonging.THRESHOLD)
                .map(Near::story)
                .findFirst();
    }

    @Test
    void forgetsTheOldestArticles() {
        add(1, 10, FERRY);
        add(2, 20, ELECTION);
        add(2, 20, ELECTION);
        assertThat(recent.size()).isEqualTo(2);
        assertThat(storyFor(AGAIN)).contains(new StoryId(10));
        assertThat(recent.reportOf(FERRY)).contains(new ReportId(1));
        recent.shrinkTo(1);
        assertThat(recent.size()).isEqualTo(1);
        assertThat(recent.contains(new ArticleId(1))).isFalse();
        assertThat(recent.contains(new ArticleId(2))).isTrue();
        assertThat(storyFor(AGAIN)).isEmpty();
        assertThat(recent.reportOf(FERRY)).isEmpty();
        add(3, 30, FERRY);
        assertThat(storyFor(AGAIN)).contains(new StoryId(30));
        assertThat(storyFor(ELECTION)).contains(new StoryId(20));
    }

    @Test
    void comparesAChangedTextAsItIsNow() {
        add(1, 10, ELECTION);
        recent.replace(new ArticleId(1), FERRY);
        recent.replace(new ArticleId(9), ELECTION);
        assertThat(storyFor(AGAIN)).contains(new StoryId(10));
        assertThat(storyFor(ELECTION)).isEmpty();
        assertThat(recent.size()).isEqualTo(1);
    }

    @Test
    void knowsTheMembersOfAMergedStoryByTheSurvivor() {
        add(1, 10, FERRY);
        add(2, 20, AGAIN);
        assertThat(recent.areOne(new StoryId(10), new StoryId(20))).isTrue();
        recent.merge(new StoryId(20), new StoryId(10));
        recent.merge(new StoryId(20), new StoryId(99));
        assertThat(storyFor(FERRY)).contains(new StoryId(20));
        assertThat(recent.near(FERRY)).extracting(Near::story).containsExactly(new StoryId(20));
        assertThat(recent.areOne(new StoryId(10), new StoryId(20))).isFalse();
        recent.shrinkTo(1);
        assertThat(storyFor(FERRY)).contains(new StoryId(20));
    }

    @Test
    void twoEventsAreNotOne() {
        add(1, 10, FERRY);
        add(2, 20, ELECTION);
        assertThat(recent.areOne(new StoryId(10), new StoryId(20))).isFalse();
    }

    @Test
    void whatIsAWeekApartIsNotNear() {
        add(1, 10, FERRY);
        assertThat(recent.near(print("Captain questioned after Marla sinks", Newsroom.FERRY_AGAIN, 8)))
                .isEmpty();
        assertThat(recent.reportOf(print("Ferry Marla sinks", Newsroom.FERRY, 8)))
                .isEmpty();
        assertThat(recent.reportOf(print("Ferry Marla sinks", Newsroom.FERRY, 7)))
                .contains(new ReportId(1));
    }
}

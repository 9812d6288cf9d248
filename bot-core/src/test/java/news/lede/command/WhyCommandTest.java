package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Role;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Test;

class WhyCommandTest {
    private final TestDesk test = new TestDesk();

    private StoryId walkout() {
        StoryId story = test.add("Dockers walk out", "Quay News", Duration.ofHours(6), "The dockers walked out.");
        test.join(story, "Walkout at the port", "The Harbour Post", Duration.ofMinutes(90), "Nobody works.");
        test.join(story, "Port stands still", "Harbour Radio", Duration.ofMinutes(60), "All is quiet.");
        test.join(story, "What dockers want", "Mill News", Duration.ofMinutes(38), "They want shorter nights.");
        return story;
    }

    @Test
    void tellsWhatWasCountedAndTheHoursItBrings() {
        StoryId story = walkout();
        test.add("Rain", "Mill News", Duration.ofMinutes(1), "It rains.");
        Answer.Notice why = test.notice("/why " + story);
        assertThat(why.title()).isEqualTo("Why story 1 is where it is");
        assertThat(why.text())
                .contains("Place 1 of 2 in /latest.")
                .contains("Newest article 38 minutes ago: -0.6")
                .contains(
                        "Told by 3 independent publishers, Quay News, The Harbour Post (with Harbour Radio), Mill News: +4.8")
                .contains("Publishers of one family, and those that carry the same report, count once.")
                .contains("Growing, 2 of them joined within the hour before its newest article: +1.3")
                .endsWith("Together: +5.5");
        assertThat(why.actions())
                .containsExactly(
                        new Action("Whole story", "/story 1", Action.Kind.OPEN),
                        new Action("Latest stories", "/latest"));
    }

    @Test
    void theNumbersAreThoseOfTheList() {
        StoryId story = walkout();
        double score = test.list("/latest").stories().getFirst().score().orElseThrow();
        assertThat(test.notice("/why " + story).text()).contains(String.format(Locale.ROOT, "Together: %+.1f", score));
    }

    @Test
    void speaksGerman() {
        StoryId story = walkout();
        Answer answer = test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/why " + story);
        assertThat(test.text(answer))
                .contains("Platz 1 von 1")
                .contains(
                        "3 unabhängige Medien berichten, Quay News, The Harbour Post (mit Harbour Radio), Mill News: +4,8");
    }

    @Test
    void aPublisherAloneBringsNothing() {
        StoryId rain = test.add("Rain", "Mill News", Duration.ofMinutes(60), "It rains.");
        assertThat(test.notice("/why " + rain).text())
                .contains("Told by one publisher, Mill News: +0.0")
                .doesNotContain("count once")
                .doesNotContain("row")
                .endsWith("Together: -1.0");
    }

    @Test
    void tellsWhatItWaitedFor() {
        List<StoryId> ids = IntStream.range(0, 3)
                .mapToObj(i -> test.add(
                        "Mara Lind speaks again " + i,
                        "Mill News",
                        Duration.ofMinutes(i),
                        "In town Mara Lind spoke. Later Mara Lind left."))
                .toList();
        StoryId rain = test.add("Rain", "Quay News", Duration.ofMinutes(30), "It rains.");
        assertThat(test.notice("/why " + ids.get(2)).text())
                .contains("Place 4 of 4")
                .contains("Moved down one place, since there were two stories on Mara Lind in a row already.");
        assertThat(test.notice("/why " + rain).text())
                .contains("Place 3 of 4")
                .contains("Moved up one place, since there were two stories on Mara Lind in a row before it.");
    }

    @Test
    void theTopicsOfTheCommunityAreNamed() {
        StoryId port = test.add("Harbour closed", "Mill News", Duration.ofMinutes(60), "The harbour is closed.");
        assertThat(test.notice("/why " + port).text()).doesNotContain("community");
        test.store
                .topics()
                .define(
                        test.member().workspace().id(),
                        TestDesk.topic("ports", "Our ports", "Unsere Häfen", "harbour"));
        assertThat(test.notice("/why " + port).text())
                .contains("On what this community follows, Our ports: +2.0")
                .endsWith("Together: +1.0");
    }

    @Test
    void aStoryBeyondTheListIsExplainedByItself() {
        StoryId old = test.add("Old news", "Mill News", Duration.ofDays(9), "It was long ago.");
        for (int i = 0; i < 200; i++) {
            test.add("Note " + i, "Quay News", Duration.ofMinutes(i), "A short note " + i + ".");
        }
        assertThat(test.notice("/why " + old).text())
                .contains("It is not among the 200 newest stories that /latest orders.")
                .contains("Told by one publisher, Mill News: +0.0");
    }

    @Test
    void anUnknownStoryIsToldAsEverywhere() {
        assertThat(test.notice("/why 77")).isEqualTo(test.notice("/story 77"));
    }

    @Test
    void aStoryCardLeadsHere() {
        StoryId story = walkout();
        assertThat(test.ask("/story " + story).actions())
                .contains(new Action("Why this?", "/why " + story, Action.Kind.WHY));
    }
}

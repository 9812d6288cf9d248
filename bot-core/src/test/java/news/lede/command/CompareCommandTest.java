package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import news.lede.answer.Answer;
import news.lede.community.Role;
import news.lede.story.StoryId;
import news.lede.summary.Evidence;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompareCommandTest {
    private static final String TWELVE = "Twelve people were killed when a ferry sank off Norby on Monday.";
    private static final String FOURTEEN = "Fourteen people were killed when a ferry sank off Norby on Monday.";

    private final TestDesk desk = new TestDesk();

    private StoryId disputed() {
        StoryId story = desk.add("Ferry sinks off Norby", "Harbour Post", Duration.ofMinutes(50), TWELVE);
        desk.join(story, "Ferry goes down near Norby", "Valley News", Duration.ofMinutes(20), FOURTEEN);
        return story;
    }

    private Answer.Account account(String typed) {
        return (Answer.Account) desk.ask(typed);
    }

    @Nested
    class GivenADisputedFigure {
        @Test
        void bothSidesStandBesideEachOtherWithTheirSentence() {
            Answer.Account account = account("/compare " + disputed());
            assertThat(account.kind()).isEqualTo(Answer.Account.Kind.COMPARE);
            assertThat(account.sections()).hasSize(1);
            Answer.Account.Section section = account.sections().getFirst();
            assertThat(section.heading()).isEqualTo("Figures, people killed: sources differ");
            assertThat(section.lines()).extracting(Answer.Account.Line::label).containsExactly("Twelve", "Fourteen");
            assertThat(section.lines()).extracting(Answer.Account.Line::text).containsExactly(TWELVE, FOURTEEN);
        }

        @Test
        void everyPublisherIsNamedWithItsLink() {
            assertThat(desk.text("/compare " + disputed()))
                    .contains("Harbour Post", TestDesk.link("Ferry sinks off Norby"))
                    .contains("Valley News", TestDesk.link("Ferry goes down near Norby"));
        }

        @Test
        void aGermanReaderReadsGermanHeadings() {
            Answer answer = desk.desk.answer(desk.asker(Role.MEMBER, Locale.GERMAN), "/compare " + disputed());
            assertThat(((Answer.Account) answer).sections().getFirst().heading())
                    .isEqualTo("Zahlen, Tote: Quellen widersprechen sich");
        }

        @Test
        void wordsOfTheTitleNameTheStory() {
            disputed();
            assertThat(account("/compare ferry").sections()).hasSize(1);
        }
    }

    @Test
    void whatRoseOverTimeIsToldAsEarlierAndNow() {
        StoryId story = desk.add("Ferry sinks off Norby", "Harbour Post", Duration.ofHours(9), TWELVE);
        desk.join(story, "Ferry goes down near Norby", "Valley News", Duration.ofMinutes(20), FOURTEEN);
        Answer.Account.Section section = account("/compare " + story).sections().getFirst();
        assertThat(section.heading()).endsWith("changed over time");
        assertThat(section.lines())
                .extracting(Answer.Account.Line::label)
                .containsExactly("earlier Twelve", "now Fourteen");
    }

    @Test
    void whereTheLimitOfAnArticleIsSpentTheValueStandsAlone() {
        String padding =
                " and its crew of volunteers from the villages along the coast had sailed it every summer".repeat(5);
        StoryId story = desk.add(
                "Ferry sinks off Norby", "Harbour Post", Duration.ofMinutes(50), TWELVE.replace(".", padding + "."));
        desk.join(story, "Ferry goes down near Norby", "Valley News", Duration.ofMinutes(20), FOURTEEN);
        Answer.Account.Line line =
                account("/compare " + story).sections().getFirst().lines().getFirst();
        assertThat(line.label()).isEqualTo("Twelve");
        assertThat(line.text()).isEmpty();
        assertThat(line.evidence()).extracting(Evidence::sentence).containsExactly("Twelve");
        assertThat(line.articles().getFirst().url()).isPresent();
    }

    @Test
    void oneReportCannotBeCompared() {
        StoryId story = desk.add("Ferry sinks off Norby", "Harbour Post", Duration.ofMinutes(50), TWELVE);
        assertThat(desk.notice("/compare " + story).text()).contains("one report", "/related " + story);
    }

    @Test
    void agreementIsSaid() {
        StoryId story = desk.add("Ferry sinks off Norby", "Harbour Post", Duration.ofMinutes(50), TWELVE);
        desk.join(story, "Ferry goes down", "Valley News", Duration.ofMinutes(20), "The ferry sank; 12 people died.");
        assertThat(desk.notice("/compare " + story).title()).isEqualTo("No difference found");
    }

    @Test
    void whatTheAskerMayNotSeeIsNotCompared() {
        StoryId story = desk.add("Ferry sinks off Norby", "Harbour Post", Duration.ofMinutes(50), TWELVE);
        desk.join(story, desk.foreign(), "Ferry goes down", "Foreign Feed", Duration.ofMinutes(20), FOURTEEN);
        assertThat(desk.notice("/compare " + story).title()).isEqualTo("One report only");
    }

    @Test
    void anUnknownStoryIsANotice() {
        assertThat(desk.notice("/compare 999").text()).contains("999");
    }
}

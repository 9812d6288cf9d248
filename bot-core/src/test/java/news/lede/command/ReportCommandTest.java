package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.source.Source;
import news.lede.story.StoryId;
import news.lede.story.StoryReports.Kind;
import news.lede.story.StoryReports.Report;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportCommandTest {
    private static final String SENTENCE = "Dockers in Port Arlen stopped work on Monday over the new shift plan.";

    private final TestDesk test = new TestDesk();
    private final WorkspaceId here = test.member().workspace().id();
    private final StoryId walkout =
            test.add("Dockers walk out in Port Arlen", "Valley News", Duration.ofHours(2), SENTENCE);

    private Answer moderator(String typed) {
        return test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), typed);
    }

    private List<Report> waiting() {
        return test.store.storyReports().open(here, 100);
    }

    @Nested
    class GivenAMember {
        @Test
        void withoutAKindTheyAreAskedWhatIsWrong() {
            Answer.Notice notice = test.notice("/report " + walkout);

            assertThat(notice.title()).isEqualTo("What is wrong?");
            assertThat(notice.actions())
                    .extracting(Action::command)
                    .containsExactly(
                            "/report 1 kind:wrong",
                            "/report 1 kind:not-this-event",
                            "/report 1 kind:not-news",
                            "/report 1 kind:offensive",
                            "/report 1 kind:other");
            assertThat(waiting()).isEmpty();
        }

        @Test
        void whatTheySayIsKeptWithTheirWords() {
            Answer.Notice notice = test.notice("/report " + walkout + " kind:wrong words:it was on Tuesday");

            assertThat(notice.text()).contains("Dockers walk out in Port Arlen", "Something is wrong");
            assertThat(waiting())
                    .singleElement()
                    .satisfies(report -> assertThat(report.kind()).isEqualTo(Kind.WRONG))
                    .satisfies(report -> assertThat(report.words()).isEqualTo("it was on Tuesday"))
                    .satisfies(report -> assertThat(report.at()).isEqualTo(TestDesk.NOW));
        }

        @Test
        void wordsAloneAreSomethingElse() {
            test.ask("/report " + walkout + " words:the link is dead");
            assertThat(waiting()).extracting(Report::kind).containsExactly(Kind.OTHER);
        }

        @Test
        void germanWordsOfAKindAreUnderstood() {
            test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/report 1 kind:anstößig");
            assertThat(waiting()).extracting(Report::kind).containsExactly(Kind.OFFENSIVE);
        }

        @Test
        void theSameAgainIsOneReport() {
            test.ask("/report " + walkout + " kind:wrong words:one");
            test.join(walkout, "Walk-out in Port Arlen", "Mill News", Duration.ofHours(1), SENTENCE);

            Answer.Notice again = test.notice("/report " + walkout + " kind:wrong words:two");

            assertThat(again.text()).contains("already");
            assertThat(waiting()).extracting(Report::words).containsExactly("two");
        }

        @Test
        void afterTwentyInADayTheyAreToldWhenThereIsRoomAgain() {
            for (int i = 1; i <= 20; i++) {
                StoryId story = test.add("Story " + i + " of the day", "Paper", Duration.ofHours(3), SENTENCE);
                assertThat(test.notice("/report " + story + " kind:not-news").title())
                        .isEqualTo("Thanks");
            }

            Answer.Notice notice = test.notice("/report " + walkout + " kind:wrong");
            assertThat(notice.title()).isEqualTo("Enough for today");
            assertThat(notice.text()).contains("20 reports", "May 5, 2026, 12:00");
            assertThat(waiting()).hasSize(20);

            test.clock.set(TestDesk.NOW.plus(Duration.ofDays(1)).plusSeconds(1));
            assertThat(test.notice("/report " + walkout + " kind:wrong").title())
                    .isEqualTo("Thanks");
        }

        @Test
        void longWordsAreSentBackWithTheLimit() {
            assertThat(test.notice("/report " + walkout + " kind:other words:" + "x".repeat(501))
                            .text())
                    .contains("500");
            assertThat(waiting()).isEmpty();
        }

        @Test
        void anUnknownKindIsAnsweredWithThoseThereAre() {
            assertThat(test.notice("/report 1 kind:ugly").text()).contains("ugly", "not-this-event", "offensive");
        }

        @Test
        void aStoryTheyCannotSeeIsUnknown() {
            Source foreign = test.foreign();
            StoryId hidden = test.add(foreign, "Hidden", "Foreign Gazette", Duration.ofHours(1), SENTENCE);
            assertThat(test.notice("/report " + hidden + " kind:wrong").text()).doesNotContain("Hidden");
            assertThat(waiting()).isEmpty();
        }

        @Test
        void theyMayNotReadReports() {
            assertThat(test.notice("/reports").title())
                    .isEqualTo(test.notice("/held").title());
        }
    }

    @Nested
    class GivenAModerator {
        @Test
        void nothingReportedIsSaid() {
            assertThat(test.text(moderator("/reports"))).contains("No report waits");
        }

        @Test
        void reportsStandWithTheEvidenceOfTheStoryAndWithoutNames() {
            test.ask("/report " + walkout + " kind:wrong words:it was on Tuesday");

            Answer.StoryList list = (Answer.StoryList) moderator("/reports");

            assertThat(list.stories()).singleElement().satisfies(item -> {
                assertThat(item.reasons()).containsExactly("Something is wrong “it was on Tuesday”");
                assertThat(item.summary().getFirst().text()).isEqualTo(SENTENCE);
            });
            assertThat(list.actions())
                    .containsExactly(
                            new Action(
                                    "Settled: Dockers walk out in Port Arlen",
                                    "/reports settle:1",
                                    Action.Kind.CONFIRM),
                            new Action("Take back: Dockers walk out in Port Arlen", "/retract 1", Action.Kind.CANCEL));
        }

        @Test
        void theButtonSettlesAllOfOneStory() {
            test.ask("/report " + walkout + " kind:wrong");
            test.ask("/report " + walkout + " kind:offensive");
            StoryId other = test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained.");
            test.ask("/report " + other + " kind:not-news");

            assertThat(test.text(moderator("/reports settle:1"))).contains("settled (2)");

            assertThat(waiting()).extracting(Report::kind).containsExactly(Kind.NOT_NEWS);
            assertThat(test.text(moderator("/reports settle:1"))).contains("No report on");
        }

        @Test
        void whatTheySettledIsToldToWhoeverReportsItAgain() {
            test.ask("/report " + walkout + " kind:wrong");
            moderator("/reports settle:1");
            assertThat(test.notice("/report " + walkout + " kind:wrong").title())
                    .isEqualTo("Seen to already");
        }

        @Test
        void manyReportsArePages() {
            for (int i = 1; i <= 7; i++) {
                StoryId story = test.add("Story " + i + " of the day", "Paper", Duration.ofHours(3), SENTENCE);
                test.ask("/report " + story + " kind:not-news");
            }
            Answer.StoryList first = (Answer.StoryList) moderator("/reports");
            assertThat(first.stories()).hasSize(5);
            assertThat(first.actions()).last().isEqualTo(new Action("More", "/reports 2", Action.Kind.MORE));
            assertThat(((Answer.StoryList) moderator("/reports page:2")).stories())
                    .hasSize(2);
        }
    }

    @Test
    void theCardLeadsHere() {
        assertThat(test.ask("/story " + walkout).actions())
                .last()
                .isEqualTo(new Action("Report", "/report 1", Action.Kind.REPORT));
    }
}

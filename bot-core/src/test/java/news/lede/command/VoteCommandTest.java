package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryVotes.Tally;
import org.junit.jupiter.api.Test;

class VoteCommandTest {
    private final TestDesk test = new TestDesk();
    private final WorkspaceId here = test.member().workspace().id();
    private final StoryId walkout =
            test.add("Dockers walk out in Port Arlen", "Valley News", Duration.ofHours(2), "Dockers stopped work.");
    private final StoryId rain = test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained for hours.");

    private Asker member(int number) {
        Asker member = test.member();
        return new Asker(
                new PersonKey("test", Integer.toString(number)),
                Role.MEMBER,
                member.workspace(),
                member.conversation(),
                Locale.ENGLISH,
                member.viewer());
    }

    private Tally all() {
        return test.store.storyVotes().all(here);
    }

    @Test
    void aVoteIsKeptAndCanBeTakenBackByTheSameButton() {
        Answer.Notice notice = test.notice("/vote good " + walkout);

        assertThat(notice.text()).contains("more like \"Dockers walk out in Port Arlen\"");
        assertThat(all()).isEqualTo(new Tally(1, 0));
        assertThat(notice.actions())
                .containsExactly(
                        new Action("Take it back", "/vote good 1", Action.Kind.CANCEL),
                        new Action("Whole story", "/story 1", Action.Kind.OPEN));

        assertThat(test.notice("/vote good " + walkout).title()).isEqualTo("Taken back");
        assertThat(all()).isEqualTo(Tally.NONE);
    }

    @Test
    void aMemberCountsOnceForAStoryWithWhatTheySaidLast() {
        test.ask("/vote good " + walkout);
        assertThat(test.notice("/vote bad " + walkout).text()).contains("less like");
        assertThat(all()).isEqualTo(new Tally(0, 1));
    }

    @Test
    void theyCountOnceEvenWhereTheStoryGotAnotherTitleSince() {
        test.ask("/vote good " + walkout);
        test.join(walkout, "Port Arlen: dockers walk out", "Mill News", Duration.ofHours(1), "Dockers stopped work.");
        test.join(walkout, "Port Arlen dockers walk out", "Quay News", Duration.ofHours(1), "Dockers stopped work.");

        test.ask("/vote bad " + walkout);

        assertThat(all()).isEqualTo(new Tally(0, 1));
    }

    @Test
    void germanWordsAreUnderstood() {
        assertThat(((Answer.Notice) test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/vote gut 1")).title())
                .isEqualTo("Danke");
        assertThat(all()).isEqualTo(new Tally(1, 0));
    }

    @Test
    void anotherWordIsAnsweredWithThoseThereAre() {
        assertThat(test.notice("/vote excellent 1").text()).contains("excellent", "good", "bad");
        assertThat(test.notice("/vote good 99").title())
                .isEqualTo(test.notice("/story 99").title());
        assertThat(all()).isEqualTo(Tally.NONE);
    }

    @Test
    void aStoryThatSeveralCouldBeIsAskedForWithTheSameOpinion() {
        test.add("Dockers go back to work in Port Arlen", "Valley News", Duration.ofMinutes(9), "Work went on.");
        assertThat(test.notice("/vote bad dockers").actions())
                .extracting(Action::command)
                .contains("/vote bad 1", "/vote bad 3");
    }

    @Test
    void aStoryThatIsLikedStandsHigherInItsWorkspaceAndSaysSo() {
        assertThat(test.titles("/latest")).first().isEqualTo("Rain over Norby");
        for (int i = 1; i <= 4; i++) {
            test.desk.answer(member(i), "/vote good " + walkout);
        }

        assertThat(test.titles("/latest")).first().isEqualTo("Dockers walk out in Port Arlen");
        assertThat(test.text("/brief")).contains("Why: liked here");
        assertThat(test.text("/why " + walkout)).contains("Members here, 4 for more and 0 for less of it: +1.2");
    }

    @Test
    void whatIsNotWantedStandsLower() {
        test.desk.answer(member(1), "/vote bad " + rain);
        test.desk.answer(member(2), "/vote bad " + rain);
        test.desk.answer(member(3), "/vote bad " + rain);
        test.desk.answer(member(4), "/vote bad " + rain);

        assertThat(test.titles("/latest")).first().isEqualTo("Dockers walk out in Port Arlen");
        assertThat(test.text("/why " + rain)).contains("0 for more and 4 for less of it: -1.2");
    }

    @Test
    void howeverManyVotesMoveAStoryByNoMoreThanAnHourAndAHalf() {
        StoryId old = test.add("Old news of the port", "Valley News", Duration.ofMinutes(155), "Old news it is.");
        for (int i = 1; i <= 200; i++) {
            test.desk.answer(member(i), "/vote good " + old);
        }

        assertThat(test.titles("/latest")).first().isEqualTo("Rain over Norby");
        assertThat(test.text("/why " + old)).contains("200 for more and 0 for less of it: +1.5");
    }

    @Test
    void countsForNobodyElse() {
        WorkspaceId elsewhere =
                test.store.communities().workspace("test", "2", "Others").id();
        test.ask("/vote good " + walkout);

        assertThat(test.store.storyVotes().all(elsewhere)).isEqualTo(Tally.NONE);
    }

    @Test
    void aCardOffersNoMoreThanAdaptersMustFindRoomFor() {
        assertThat(test.ask("/story " + walkout + " topic:harbour").actions())
                .hasSize(Action.MOST)
                .extracting(Action::kind)
                .startsWith(Action.Kind.RELATED, Action.Kind.SOURCES, Action.Kind.TIMELINE, Action.Kind.WHY)
                .endsWith(Action.Kind.REPORT);
    }

    @Test
    void theCardOffersBoth() {
        List<Action> actions = test.ask("/story " + walkout).actions();
        assertThat(actions)
                .contains(
                        new Action("👍", "/vote good 1", Action.Kind.GOOD),
                        new Action("👎", "/vote bad 1", Action.Kind.BAD));
        assertThat(actions).hasSizeLessThanOrEqualTo(Action.MOST);
    }
}

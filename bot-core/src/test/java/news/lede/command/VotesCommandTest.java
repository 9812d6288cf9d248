package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.community.Audit;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.story.StoryId;
import news.lede.story.StoryVotes.Tally;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VotesCommandTest {
    private final TestDesk test = new TestDesk();
    private final StoryId walkout =
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), "Dockers stopped work on Monday.");
    private final StoryId rain = test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained all day.");

    @BeforeEach
    void voted() {
        test.ask("/vote bad " + rain);
        test.ask("/vote good " + walkout);
        test.store
                .storyVotes()
                .vote(
                        test.member().workspace().id(),
                        test.store
                                .stories()
                                .find(walkout)
                                .orElseThrow()
                                .members()
                                .getFirst(),
                        List.of(),
                        new PersonKey("test", "8"),
                        true,
                        TestDesk.NOW);
        test.ask("/feedback " + rain + " topic:harbour fits:no");
    }

    private Answer moderator(String typed) {
        return test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), typed);
    }

    private Tally said() {
        return test.store.storyVotes().all(test.member().workspace().id());
    }

    private Audit.Change last() {
        return test.store
                .audit()
                .lastStanding(test.member().workspace().id())
                .orElseThrow()
                .change();
    }

    @Test
    void moderatorsSeeWhatWasVotedAndNobodysName() {
        Listing votes = (Listing) moderator("/votes");

        assertThat(votes.sections())
                .extracting(Listing.Section::lines)
                .containsExactly(
                        List.of(
                                new Listing.Line("👍 2 👎 0", "#1 Dockers walk out"),
                                new Listing.Line("👍 0 👎 1", "#2 Rain over Norby")),
                        List.of(new Listing.Line("Harbours and ships", "0 said it fits, 1 that it does not")));
        assertThat(votes.actions())
                .containsExactly(
                        new Action("Forget votes on stories", "/votes forget:stories", Action.Kind.CANCEL),
                        new Action("Forget votes: Harbours and ships", "/votes forget:harbour", Action.Kind.CANCEL));
        assertThat(test.text(moderator("/settings"))).contains("/votes");
        assertThat(test.text("/settings")).contains("/vote").doesNotContain("/votes");
    }

    @Test
    void votesOnStoriesAreForgottenOnceThatIsConfirmed() {
        Answer.Notice asked = (Answer.Notice) moderator("/votes forget:stories");

        assertThat(asked.text()).contains("3 votes");
        assertThat(said()).isEqualTo(new Tally(2, 1));
        assertThat(moderator(asked.actions().getFirst().command()).title()).isEqualTo("Forgotten");
        assertThat(said()).isEqualTo(Tally.NONE);
        assertThat(last().action()).isEqualTo("votes");
        assertThat(last().subject()).isEqualTo("stories");
        assertThat(last().was()).isEqualTo(Map.of("good", "2", "bad", "1"));
        assertThat(((Listing) moderator("/votes")).sections()).hasSize(1);
        assertThat(moderator("/audit undo:yes").title()).isEqualTo("That stays");
    }

    @Test
    void votesOnOneTopicAreForgottenByItsName() {
        moderator("/votes forget:\"Harbours and ships\" confirm:yes");

        assertThat(test.store.topicVotes().counted(test.member().workspace().id()))
                .isEmpty();
        assertThat(last().was()).isEqualTo(Map.of("fits", "0", "not", "1"));
        assertThat(said()).isEqualTo(new Tally(2, 1));
    }

    @Test
    void whatNobodyVotedOnIsSaid() {
        assertThat(moderator("/votes forget:weather").title()).isEqualTo("No votes on that");
        moderator("/votes forget:stories confirm:yes");
        moderator("/votes forget:harbour confirm:yes");
        assertThat(moderator("/votes forget:stories").title()).isEqualTo("No votes yet");
        assertThat(moderator("/votes").title()).isEqualTo("No votes yet");
    }

    @Test
    void aMemberForgetsNothing() {
        assertThat(test.ask("/votes forget:stories confirm:yes").title()).isEqualTo("For moderators");
        assertThat(said()).isEqualTo(new Tally(2, 1));
    }
}

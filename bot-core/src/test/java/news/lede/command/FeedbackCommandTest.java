package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.PersonKey;
import news.lede.story.StoryId;
import news.lede.topic.TopicId;
import news.lede.topic.TopicVotes.Tally;
import org.junit.jupiter.api.Test;

class FeedbackCommandTest {
    private static final TopicId HARBOUR = new TopicId("harbour");
    private final TestDesk test = new TestDesk();
    private final StoryId strike = test.add(
            "Dockers vote on wages", "Pier News", Duration.ofHours(3), "The dockers of the harbour vote on wages.");

    private List<Tally> tallies() {
        return test.store.topicVotes().newest(test.member().workspace().id(), HARBOUR, 10);
    }

    @Test
    void whatAMemberSaysLastCountsOnce() {
        assertThat(test.text("/feedback " + strike + " topic:harbour fits:no")).contains("Noted: it does not fit");
        assertThat(tallies()).singleElement().satisfies(t -> assertThat(t.no()).isEqualTo(1));

        assertThat(test.text("/feedback story:" + strike + " topic:Häfen und Schiffe fits:ja"))
                .contains("Noted: it fits", "/feedback " + strike + " topic:harbour fits:no");
        assertThat(tallies()).singleElement().satisfies(t -> {
            assertThat(t.yes()).isEqualTo(1);
            assertThat(t.no()).isZero();
        });
    }

    @Test
    void aStoryThatHasAnotherTitleNowIsNotCountedTwice() {
        test.ask("/feedback " + strike + " topic:harbour fits:no");
        test.join(strike, "Harbour stands still", "Quay News", Duration.ofHours(1), "The harbour stands still.");
        test.join(strike, "Harbour stands still", "Mill News", Duration.ofHours(1), "The harbour stands still today.");
        test.ask("/feedback " + strike + " topic:harbour fits:no");
        assertThat(tallies()).singleElement().satisfies(t -> assertThat(t.no()).isEqualTo(1));
    }

    @Test
    void everyMemberCountsThemselves() {
        test.ask("/feedback " + strike + " topic:harbour fits:no");
        test.store
                .topicVotes()
                .vote(
                        test.member().workspace().id(),
                        HARBOUR,
                        tallies().getFirst().article(),
                        new PersonKey("test", "8"),
                        false,
                        TestDesk.NOW);
        assertThat(tallies()).singleElement().satisfies(t -> assertThat(t.no()).isEqualTo(2));
    }

    @Test
    void whatIsNotKnownIsTold() {
        assertThat(test.text("/feedback " + strike + " topic:harbor")).contains("Did you mean \"harbour\"?");
        assertThat(test.text("/feedback " + strike + " topic:knitting")).contains("only a topic can be taught");
        assertThat(test.text("/feedback 99 topic:harbour")).contains("does not lead me to one story");
        assertThat(test.text("/feedback " + strike + " topic:harbour fits:perhaps"))
                .contains("is yes or no");
        assertThat(tallies()).isEmpty();
    }

    @Test
    void aStoryOpenedFromATopicAsksWhetherItFits() {
        Answer.StoryList list = test.list("/topic harbour");
        String open = list.stories().getFirst().openCommand();
        assertThat(open).isEqualTo("/story " + strike + " topic:harbour");
        assertThat(test.ask(open).actions())
                .extracting(Action::command)
                .contains(
                        "/feedback " + strike + " topic:harbour fits:yes",
                        "/feedback " + strike + " topic:harbour fits:no");
        assertThat(test.ask("/story " + strike).actions())
                .extracting(Action::command)
                .noneMatch(command -> command.startsWith("/feedback"));
        assertThat(test.list("/topic wages").stories().getFirst().openCommand()).isEqualTo("/story " + strike);
    }
}

package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.FakeMessenger;
import news.lede.alert.Limits;
import news.lede.alert.Messenger;
import news.lede.alert.Pacing;
import news.lede.alert.Receipt;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.story.StoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportRoundsTest {
    private final TestDesk test = new TestDesk();
    private final FakeMessenger chat = new FakeMessenger("test");
    private final StoryId walkout =
            test.add("Dockers walk out", "Valley News", Duration.ofHours(2), "Dockers stopped work on Monday.");
    private final ReportRounds rounds = new ReportRounds(
            test.desk,
            new ReportRounds.Books(
                    test.store.communities(),
                    test.store.subscriptions(),
                    test.store.storyReports(),
                    test.store.stories(),
                    test.store.suspensions()),
            chat,
            new Pacing(Limits.of(new Limits.Rate(1000, Duration.ofSeconds(1))), System::nanoTime, Thread::sleep),
            test.clock);

    @BeforeEach
    void switchedOn() {
        moderator("/channel reports:yes");
    }

    private Answer moderator(String typed) {
        return test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), typed);
    }

    private void reports(String person, StoryId story) {
        Asker member = test.member();
        Asker asker = new Asker(
                new PersonKey("test", person),
                Role.MEMBER,
                member.workspace(),
                member.conversation(),
                member.locale(),
                member.viewer());
        test.desk.answer(asker, "/report " + story + " kind:wrong words:it was on Tuesday");
    }

    private void round() throws InterruptedException {
        rounds.round();
    }

    @Test
    void aReportComesWithItsEvidenceAndButtonsButWithoutAName() throws InterruptedException {
        reports("77", walkout);

        round();

        Messenger.Outgoing message = chat.sent.getFirst();
        assertThat(message.place()).isEqualTo(new Place("test", "1", Optional.empty()));
        assertThat(message.nonce()).hasSizeLessThanOrEqualTo(25);
        assertThat(message.answer()).isInstanceOfSatisfying(Answer.StoryList.class, list -> {
            assertThat(list.stories().getFirst().summary()).isNotEmpty();
            assertThat(list.actions())
                    .extracting(Action::command)
                    .containsExactly("/reports settle:" + walkout, "/retract " + walkout);
        });
        assertThat(test.text(message.answer()))
                .contains("Dockers walk out", "it was on Tuesday", "Valley News")
                .doesNotContain("77");
    }

    @Test
    void aStoryComesOnceUntilItIsSettledHoweverManyReportIt() throws InterruptedException {
        reports("7", walkout);
        round();
        test.clock.advance(ReportRounds.PAUSE);
        reports("8", walkout);
        round();
        assertThat(chat.sent).hasSize(1);

        moderator("/reports settle:" + walkout);
        test.join(walkout, "Dockers still out", "Quay News", Duration.ofHours(1), "The dockers are still out.");
        reports("8", walkout);
        test.clock.advance(ReportRounds.PAUSE);
        round();
        assertThat(chat.sent).hasSize(2);
    }

    @Test
    void threeComeAtOnceAndTheOthersAfterAPause() throws InterruptedException {
        for (int i = 1; i <= 5; i++) {
            reports("7", test.add("Event number " + i, "Hill News", Duration.ofHours(1), "It was event " + i + "."));
        }
        round();
        round();
        assertThat(chat.sent).hasSize(3);

        test.clock.advance(ReportRounds.PAUSE);
        round();
        assertThat(chat.sent).hasSize(5);
    }

    @Test
    void whatDidNotArriveIsBroughtAgain() throws InterruptedException {
        reports("7", walkout);
        chat.answerWith(new Messenger.Result.RetryAt(Duration.ofSeconds(5), false, "429"));
        round();
        chat.answerWith(new Messenger.Result.Delivered(new Receipt("2")));
        test.clock.advance(ReportRounds.PAUSE);
        round();
        test.clock.advance(ReportRounds.PAUSE);
        round();

        assertThat(chat.sent).hasSize(2);
    }

    @Test
    void inQuietHoursAndWhereNobodyWishesSoNothingComes() throws InterruptedException {
        reports("7", walkout);
        moderator("/channel quiet:11:00-13:00");
        round();
        moderator("/channel quiet:off reports:no");
        round();
        assertThat(chat.sent).isEmpty();

        moderator("/channel reports:yes");
        round();
        assertThat(chat.sent).hasSize(1);
    }

    @Test
    void aStoryThatWasTakenBackIsNotBrought() throws InterruptedException {
        reports("7", walkout);
        test.store
                .retractions()
                .takeBack(
                        test.member().workspace().id(),
                        test.store
                                .stories()
                                .find(walkout)
                                .orElseThrow()
                                .members()
                                .getFirst(),
                        walkout,
                        TestDesk.NOW);
        round();
        assertThat(chat.sent).isEmpty();
    }

    @Test
    void whatNamesAMessageIsShortHoweverManyConversationsAndStoriesThereAre() {
        assertThat(ReportRounds.nonce(
                        new ConversationId(2_000_000_000),
                        new StoryId(50_000_000_000L),
                        Instant.parse("2090-01-01T00:00:00Z")))
                .hasSizeLessThanOrEqualTo(25);
    }
}

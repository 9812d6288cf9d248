package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import news.lede.answer.Answer;
import org.junit.jupiter.api.Test;

class LastDayTest {
    private final SubscribeDesk test = new SubscribeDesk();

    private Answer ask(String typed) {
        return test.ask(test.moderator(), typed);
    }

    private Answer.StoryList preview() {
        if (ask("/setup preview") instanceof Answer.StoryList list) {
            return list;
        }
        throw new AssertionError(test.text(test.moderator(), "/setup preview"));
    }

    @Test
    void showsWhatWouldHaveComeAtOnceAndNothingOlderThanADay() {
        ask("/setup topics:harbour when:now");

        Answer.StoryList list = preview();

        assertThat(list.stories()).singleElement().satisfies(item -> {
            assertThat(item.view().title()).isEqualTo("Harbour strike begins");
            assertThat(item.reasons()).containsExactly("at once, 10:00, for Harbours and ships");
            assertThat(item.summary()).isNotEmpty();
        });
        assertThat(list.footer()).contains("1 story would have been told: 1 message at once, 0 digests.");
    }

    @Test
    void saysWhichDigestWouldHaveHadIt() {
        test.desk.add(test.pier, "Port reopens", "Mill Herald", Duration.ofHours(6), "The harbour reopened.");
        ask("/setup topics:harbour when:daily at:8:00,11:00");

        assertThat(preview().stories())
                .extracting(item -> item.reasons().getFirst())
                .containsExactly(
                        "in the digest of 11:00, for Harbours and ships",
                        "in the digest of 08:00, for Harbours and ships");
        assertThat(preview().footer().orElseThrow()).contains("0 messages at once, 2 digests");
    }

    @Test
    void saysWhatIsLeftForTheDigestToCome() {
        ask("/setup topics:harbour when:daily at:9:00");

        assertThat(preview().stories().getFirst().reasons().getFirst()).startsWith("in the digest to come, ");
    }

    @Test
    void keepsBackTheLighterOnesBeyondTheBudget() {
        var heavy = test.desk.add(test.pier, "Port burns", "Mill Herald", Duration.ofHours(3), "The harbour burned.");
        test.desk.join(heavy, "Fire in the port", "Valley News", Duration.ofHours(3), "A fire in the harbour.");
        test.desk.join(heavy, "Harbour in flames", "Harbour Post", Duration.ofHours(2), "Flames in the harbour.");
        ask("/setup topics:harbour when:now budget:1");

        Answer.StoryList list = preview();

        assertThat(list.stories())
                .filteredOn(item -> item.reasons().getFirst().startsWith("kept back by the budget"))
                .extracting(item -> item.view().title())
                .containsExactly("Harbour strike begins");
        assertThat(list.footer().orElseThrow())
                .contains("2 stories would have been told: 1 message at once")
                .contains("1 story would have waited for a digest, since the budget is 1 a day");
    }

    @Test
    void tellsAtOnceWhatADigestWantsTooAndNamesBothWishes() {
        ask("/setup topics:harbour when:now");
        ask("/subscribe everything when:daily at:11:00 to:here confirm:yes");

        assertThat(preview().stories())
                .filteredOn(item -> item.view().title().equals("Harbour strike begins"))
                .extracting(item -> item.reasons().getFirst())
                .containsExactly("at once, 10:00, for Harbours and ships and everything");
    }

    @Test
    void movesWhatCameInQuietHoursBehindThem() {
        ask("/setup topics:harbour when:now quiet:9:00-11:30");

        assertThat(preview().stories().getFirst().reasons())
                .containsExactly("after the quiet hours, 11:30, for Harbours and ships");
    }

    @Test
    void looksAsItIsToLook() {
        ask("/setup topics:harbour when:now style:headlines");

        assertThat(preview().stories().getFirst().summary()).isEmpty();
    }

    @Test
    void saysWhatToDoWhereNothingIsToldOrNothingFitted() {
        assertThat(ask("/setup preview").title()).isEqualTo("Nothing to tell yet");

        ask("/setup topics:economy");

        Answer quiet = ask("/setup preview");
        assertThat(quiet.title()).isEqualTo("Nothing in the last 24 hours");
        assertThat(quiet.actions()).extracting("command").contains("/setup topics", "/setup packs");
    }

    @Test
    void plansNothing() {
        ask("/setup topics:harbour when:now");
        preview();

        assertThat(test.desk
                        .store
                        .outbox()
                        .waiting(test.moderator().conversation().id()))
                .isEmpty();
    }
}

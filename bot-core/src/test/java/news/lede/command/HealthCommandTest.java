package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.alert.Receipt;
import news.lede.answer.Action;
import news.lede.answer.Answer.Listing;
import news.lede.community.Asker;
import news.lede.community.Place;
import news.lede.source.PollState;
import org.junit.jupiter.api.Test;

class HealthCommandTest {
    private final SubscribeDesk test = new SubscribeDesk();

    private Listing health() {
        if (test.ask(test.moderator(), "/health") instanceof Listing listing) {
            return listing;
        }
        throw new AssertionError(test.text(test.moderator(), "/health"));
    }

    private static String line(Listing listing, String name) {
        return listing.sections().stream()
                .flatMap(s -> s.lines().stream())
                .filter(l -> l.name().equals(name))
                .map(Listing.Line::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + name + " in " + listing));
    }

    private DeliveryId planned(int number) {
        return test.desk
                .store
                .deliveries()
                .plan(new Deliveries.Planned(
                        test.moderator().conversation().id(),
                        Delivery.Kind.DIGEST,
                        Optional.empty(),
                        number,
                        1,
                        Lane.DIGEST,
                        TestDesk.NOW.minus(Duration.ofHours(2)),
                        TestDesk.NOW.minus(Duration.ofHours(2))))
                .orElseThrow();
    }

    @Test
    void isForModeratorsAlone() {
        assertThat(test.ask(test.member(), "/health").title()).isEqualTo("For moderators");
    }

    @Test
    void saysThatAllIsWellAndWhatIsStillToBeChosen() {
        Listing well = health();

        assertThat(well.title()).isEqualTo("All is well here");
        assertThat(well.sections()).hasSize(1);
        assertThat(line(well, "Messages here")).contains("subscribed to nothing", "/setup topics");
        assertThat(line(well, "Rights")).startsWith("I may write here");
        assertThat(line(well, "Budget")).isEqualTo("0 of 24 messages of today are used");
        assertThat(well.actions()).extracting(Action::command).containsExactly("/why", "/held", "/sources", "/setup");
    }

    @Test
    void countsWhatBecameOfTheMessagesOfADay() {
        test.ask(test.moderator(), "/setup topics:harbour");
        assertThat(line(health(), "Messages here")).isEqualTo("none was due in the last 24 hours");
        var deliveries = test.desk.store.deliveries();
        DeliveryId sent = planned(1);
        deliveries.begin(sent, TestDesk.NOW);
        deliveries.sent(sent, new Receipt("9"), List.of(), TestDesk.NOW);
        DeliveryId lost = planned(2);
        deliveries.begin(lost, TestDesk.NOW);
        deliveries.giveUp(lost, "400 Bad Request: chat 1234567890", TestDesk.NOW);
        planned(3);

        Listing health = health();

        assertThat(line(health, "Messages here")).isEqualTo("in the last 24 hours 1 sent, 1 on the way, 1 lost");
        assertThat(health.title()).isEqualTo("1 thing needs somebody here");
        assertThat(line(health, "Last message that was lost"))
                .contains("400 Bad Request")
                .doesNotContain("1234567890");
    }

    @Test
    void namesTheSourcesThatDoNotAnswerAndWhatToDo() {
        Instant hourAgo = TestDesk.NOW.minus(Duration.ofHours(1));
        test.desk.store.pollStates().save(failing(hourAgo));

        Listing health = health();

        assertThat(line(health, "Pier News")).contains("pier.example", "no usable answer the last 3 times");
        assertThat(line(health, "Sources")).isEqualTo("0 of 1 answer");
        assertThat(health.actions().getFirst().command()).isEqualTo("/sources");
    }

    private PollState failing(Instant at) {
        return new PollState(
                test.pier.id(),
                PollState.Known.NOTHING,
                Optional.of(TestDesk.NOW.plus(Duration.ofHours(1))),
                Optional.of(at),
                Optional.of(at.minus(Duration.ofHours(9))),
                3,
                Optional.of(at.minus(Duration.ofHours(3))),
                PollState.Pace.UNKNOWN,
                Optional.empty(),
                "timed out");
    }

    @Test
    void saysWhyNothingCanBeWrittenHereOrElsewhereInTheCommunity() {
        test.ask(test.moderator(), "/setup topics:harbour");
        Asker here = test.moderator();
        var other = test.desk
                .store
                .communities()
                .conversation(here.workspace().id(), new Place("test", "2", Optional.empty()));
        Asker there = new Asker(here.person(), here.role(), here.workspace(), other, here.locale(), here.viewer());
        test.ask(there, "/setup topics:weather");
        var suspensions = test.desk.store.suspensions();
        suspensions.suspend(here.conversation().id(), Messenger.Reason.NO_RIGHTS, "50013", TestDesk.NOW);
        suspensions.suspend(other.id(), Messenger.Reason.KICKED, "50001", TestDesk.NOW);

        Listing health = health();

        assertThat(health.title()).isEqualTo("2 things need somebody here");
        assertThat(line(health, "Place")).contains("I may not write here", "give me the right");
        assertThat(line(health, "Another place of this community")).contains("I was removed");
        assertThat(health.sections().getLast().lines())
                .extracting(Listing.Line::name)
                .doesNotContain("Rights");
    }
}

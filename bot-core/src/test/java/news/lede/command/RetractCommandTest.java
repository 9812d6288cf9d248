package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.alert.Retraction;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Role;
import news.lede.story.StoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetractCommandTest {
    private static final String SENTENCE = "Dockers in Port Arlen stopped work on Monday over the new shift plan.";

    private final TestDesk test = new TestDesk();
    private final StoryId walkout = test.add("Dockers walk out", "Valley News", Duration.ofHours(2), SENTENCE);
    private DeliveryId told = new DeliveryId(0);

    @BeforeEach
    void toldHere() {
        Instant now = test.clock.instant();
        told = test.store
                .deliveries()
                .plan(new Planned(
                        test.member().conversation().id(),
                        Delivery.Kind.FIRST,
                        Optional.of(walkout),
                        0,
                        1,
                        Lane.ALERT,
                        now,
                        now))
                .orElseThrow();
        test.store.deliveries().begin(told, now);
        test.store.deliveries().sent(told, new Receipt("m1"), List.of(new Shown(walkout, 1)), now);
    }

    private Answer moderator(String typed) {
        return test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), typed);
    }

    private List<Retraction> due() {
        return test.store.retractions().due("test", test.clock.instant(), List.of(), 9);
    }

    @Test
    void aModeratorIsAskedFirst() {
        Answer.Notice notice = (Answer.Notice) moderator("/retract " + walkout);

        assertThat(notice.text()).contains("Dockers walk out");
        assertThat(notice.actions())
                .first()
                .isEqualTo(new Action("Take it back", "/retract 1 confirm:yes", Action.Kind.CONFIRM));
        assertThat(due()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsSeenByNobodyAndItsMessageIsToBeChanged() {
        test.ask("/report " + walkout + " kind:wrong");

        Answer.Notice done = (Answer.Notice) moderator("/retract 1 confirm:yes");

        assertThat(done.title()).isEqualTo("Taken back");
        assertThat(done.text()).contains("The message that told it");
        assertThat(due()).extracting(Retraction::delivery).containsExactly(told);
        assertThat(test.text("/story 1")).doesNotContain("Dockers");
        assertThat(test.text("/latest")).doesNotContain("Dockers");
        assertThat(test.text("/search Dockers")).doesNotContain("Dockers walk out");
        assertThat(test.store.storyReports().countOpen(test.member().workspace().id()))
                .isZero();
    }

    @Test
    void itIsListedAndGivenBackByButton() {
        moderator("/retract 1 confirm:yes");

        Answer.StoryList list = (Answer.StoryList) moderator("/retract");

        assertThat(list.stories()).extracting(item -> item.view().id()).containsExactly(walkout);
        assertThat(list.actions())
                .containsExactly(new Action("Give back: Dockers walk out", "/retract restore:1", Action.Kind.CONFIRM));
        test.store.retractions().done(told);
        assertThat(moderator("/retract restore:1").title()).isEqualTo("Given back");
        assertThat(test.text("/story 1")).contains("Dockers walk out");
        assertThat(due()).hasSize(1);
        assertThat(moderator("/retract").title()).isEqualTo("Nothing taken back");
    }

    @Test
    void itIsWrittenDownAndCanBeUndone() {
        moderator("/retract 1 confirm:yes");

        var entry =
                test.store.audit().lastStanding(test.member().workspace().id()).orElseThrow();

        assertThat(entry.change().action()).isEqualTo("retraction");
        assertThat(entry.change().was()).isEmpty();
        assertThat(entry.change().became()).containsEntry("story", "Dockers walk out");
        Matter matter =
                Matters.of(test.newsroom(() -> test.index)).called("retraction").orElseThrow();
        assertThat(matter.write(
                        test.asker(Role.MODERATOR, Locale.ENGLISH),
                        entry.change().subject(),
                        entry.change().was(),
                        test.clock.instant()))
                .isTrue();
        assertThat(test.text("/story 1")).contains("Dockers walk out");
    }

    @Test
    void aNumberThatIsNotTakenBackIsSaid() {
        assertThat(moderator("/retract restore:1").title()).isEqualTo("Not taken back");
        assertThat(moderator("/retract restore:99").title()).isEqualTo("Not taken back");
        assertThat(moderator("/retract restore:x").title()).isEqualTo("Not taken back");
    }

    @Test
    void aMemberMayNot() {
        test.ask("/retract 1 confirm:yes");
        assertThat(due()).isEmpty();
        assertThat(test.text("/story 1")).contains("Dockers walk out");
    }
}

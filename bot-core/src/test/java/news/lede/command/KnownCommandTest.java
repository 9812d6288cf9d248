package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Test;

class KnownCommandTest {
    private static final String TITLE = "Dockers walk out";
    private static final String SENTENCE = "Dockers in Port Arlen stopped work on Monday over the new shift plan.";
    private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><head><title>Quay crane tips over</title>"
            + "<meta property=\"article:published_time\" content=\"2021-03-02T08:00:00Z\"></head><body><article>"
            + "<h1>Quay crane tips over</h1><p>A crane of the Larkhaven quay tipped over in a gust on Tuesday and fell onto"
            + " two empty barges, the harbour office said, and nobody was hurt.</p><p>Its driver had left the cabin for"
            + " lunch a few minutes before, a foreman told the Courier, and saw the fall from the canteen.</p><p>The quay"
            + " stays closed until engineers have looked at the three other cranes of the same maker.</p></article></body></html>";

    private final TestDesk test = new TestDesk();

    private StoryId added(Duration published) {
        return test.add(TITLE, "Valley News", published, SENTENCE);
    }

    private String known() {
        return test.text("/known " + TestDesk.link(TITLE));
    }

    private void tell(StoryId story) {
        var now = test.clock.instant();
        DeliveryId told = test.store
                .deliveries()
                .plan(new Planned(
                        test.member().conversation().id(),
                        Delivery.Kind.FIRST,
                        Optional.of(story),
                        0,
                        1,
                        Lane.ALERT,
                        now,
                        now))
                .orElseThrow();
        test.store.deliveries().begin(told, now);
        test.store.deliveries().sent(told, new Receipt("m1"), List.of(new Shown(story, 1)), now);
    }

    @Test
    void whatCameBeforeIsKnownSinceThen_byAllWhoReportIt() {
        StoryId story = added(Duration.ofHours(1));
        test.join(story, "Port of Arlen stands still", "Quay News", Duration.ofMinutes(30), SENTENCE);
        test.clock.advance(Duration.ofHours(30));

        Answer.Notice notice = test.notice("/known " + TestDesk.link("Port of Arlen stands still"));

        assertThat(notice.title()).isEqualTo("Known here");
        assertThat(notice.text())
                .isEqualTo(
                        "\"Port of Arlen stands still\" (Quay News). Known here since Monday, May 4, 2026, 12:00 (UTC);"
                                + " 2 publishers report it.");
        assertThat(notice.actions()).containsExactly(new Action("Whole story", "/story " + story, Action.Kind.OPEN));
    }

    @Test
    void whatThisConversationWasToldIsSaidWithItsTime() {
        StoryId story = added(Duration.ofHours(1));
        test.clock.advance(Duration.ofHours(1));
        tell(story);
        test.clock.advance(Duration.ofHours(2));

        assertThat(known())
                .contains("Known here since 12:00; 1 publisher reports it.")
                .contains("Told here: 13:00.");
    }

    @Test
    void anOldArticleIsSaidToBeOfItsYear() {
        test.web.put("https://courier.example/crane", PAGE);

        Answer.Notice notice = test.notice("/known https://courier.example/crane");

        assertThat(notice.title()).isEqualTo("Old: from 2021");
        assertThat(notice.text()).contains("This article is from Tuesday, March 2, 2021.");
    }

    @Test
    void thirtyDaysMakeAnArticleOld() {
        added(Duration.ofDays(30));
        assertThat(known()).doesNotContain("Old: from").doesNotContain("This article is from");

        test.clock.advance(Duration.ofMillis(1));
        assertThat(known()).contains("Old: from 2026").contains("This article is from Saturday, April 4, 2026.");
    }

    @Test
    void whatIsReadForTheQuestionAloneIsNew() {
        test.web.put("https://courier.example/crane", PAGE.replace("2021-03-02", "2026-05-04"));

        assertThat(test.notice("/known https://courier.example/crane").title()).isEqualTo("New here");
    }

    @Test
    void aPageThatCannotBeReadIsOldByItsAddress() {
        Answer.Notice notice = test.notice("/known https://courier.example/2021/03/02/crane");

        assertThat(notice.title()).isEqualTo("Old by its address: from 2021");
        assertThat(notice.text()).contains("Tuesday, March 2, 2021").contains("courier.example");
        assertThat(test.notice("/known https://courier.example/2026/05/03/crane")
                        .title())
                .isNotEqualTo("Old by its address: from 2026");
    }

    @Test
    void whatOthersAloneHaveIsAsUnknownAsAnything() {
        test.add(test.foreign(), TITLE, "Valley News", Duration.ofHours(1), SENTENCE);
        test.clock.advance(Duration.ofDays(3));

        assertThat(known()).doesNotContain("Known here").doesNotContain(TITLE);
    }

    @Test
    void wordsAreNoLink() {
        assertThat(test.notice("/known dockers").text()).contains("dockers");
    }

    @Test
    void aLinkAloneTellsSinceWhenItIsKnown() {
        added(Duration.ofHours(1));
        assertThat(((Answer.StoryCard) test.ask(TestDesk.link(TITLE))).footer()).isEmpty();

        test.clock.advance(Duration.ofHours(3));
        assertThat(((Answer.StoryCard) test.ask(TestDesk.link(TITLE))).footer())
                .contains("Known here since 12:00; 1 publisher reports it.");
    }
}

package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Hold;
import news.lede.answer.Answer;
import news.lede.answer.AnswerJson;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.story.StoryId;
import news.lede.subscription.QuietHours;
import org.junit.jupiter.api.Test;

class HeldCommandTest {
    private static final Instant NOW = TestDesk.NOW;

    private final SubscribeDesk desk = new SubscribeDesk();
    private final Told told = new Told(desk.desk);
    private final StoryId strike = new StoryId(1);
    private final StoryId rain = new StoryId(6);

    private void budget(Asker there, int aDay) {
        desk.desk.store.subscriptions().change(there.conversation().id(), c -> c.withBudget(OptionalInt.of(aDay)));
    }

    private DeliveryId held(Asker there, Delivery.Kind kind, StoryId story, Optional<Hold> why) {
        DeliveryId id = told.held(there, kind, story);
        why.ifPresent(hold -> desk.desk.store.outbox().hold(List.of(id), hold));
        return id;
    }

    private List<String> reasons(Asker asker, String typed) {
        return ((Answer.StoryList) desk.ask(asker, typed)).stories().getFirst().reasons();
    }

    @Test
    void whereNothingIsHeldTellsTheBudgetAndHowMuchOfItIsUsed() {
        budget(desk.moderator(), 6);
        told.sent(desk.moderator(), strike);

        Answer answer = desk.ask(desk.moderator(), "/held");

        assertThat(answer.title()).isEqualTo("Nothing is kept back");
        assertThat(desk.desk.text(answer)).contains("1 of 6 messages of today are used");
    }

    @Test
    void listsStoriesOfAProgramsKindOnceEachWithWhatHoldsThem() {
        budget(desk.moderator(), 6);
        held(desk.moderator(), Delivery.Kind.FIRST, rain, Optional.of(Hold.BUDGET));
        held(desk.moderator(), Delivery.Kind.UPDATE, strike, Optional.empty());
        held(desk.moderator(), Delivery.Kind.CORRECTION, strike, Optional.of(Hold.BUDGET));

        Answer.StoryList list = (Answer.StoryList) desk.ask(desk.moderator(), "/held");

        AnswerText text = new AnswerText(Phrases.of(desk.alone(), NOW));
        assertThat(new AnswerJson(text).of(list).get("kind").asText()).isEqualTo("stories");
        assertThat(list.stories()).extracting(item -> item.view().id()).containsExactly(rain, strike);
        assertThat(list.stories().getFirst().reasons())
                .containsExactly(
                        "kept back by the budget, comes when there is room, in the message of the evening at the latest");
        assertThat(list.stories().getLast().reasons())
                .containsExactly(
                        "an update of what was told",
                        "is being decided right now",
                        "a correction of what was told",
                        "kept back by the budget, comes when there is room, in the message of the evening at the latest");
        assertThat(list.footer().orElseThrow()).contains("0 of 6 messages of today are used");
    }

    @Test
    void comesWithTheNextDigestButForCorrections() {
        desk.ask(desk.moderator(), "/subscribe harbour when:daily at:18:00 confirm:yes");
        held(desk.moderator(), Delivery.Kind.FIRST, strike, Optional.of(Hold.BUDGET));
        assertThat(reasons(desk.moderator(), "/held"))
                .containsExactly(
                        "kept back by the budget, comes when there is room, with the digest of 18:00 at the latest");

        held(desk.moderator(), Delivery.Kind.CORRECTION, rain, Optional.of(Hold.BUDGET));
        assertThat(((Answer.StoryList) desk.ask(desk.moderator(), "/held"))
                        .stories()
                        .getLast()
                        .reasons())
                .contains("a correction of what was told")
                .noneMatch(reason -> reason.contains("digest"));
    }

    @Test
    void aPausedDigestTakesNothingAlong() {
        desk.ask(desk.moderator(), "/subscribe harbour when:daily at:18:00 confirm:yes");
        desk.ask(desk.moderator(), "/pause harbour");
        held(desk.moderator(), Delivery.Kind.FIRST, strike, Optional.of(Hold.BUDGET));

        assertThat(reasons(desk.moderator(), "/held")).noneMatch(reason -> reason.contains("digest"));
    }

    @Test
    void whenTheBudgetIsUsedUpItComesTomorrow() {
        budget(desk.moderator(), 1);
        told.sent(desk.moderator(), strike);
        held(desk.moderator(), Delivery.Kind.FIRST, rain, Optional.of(Hold.BUDGET));

        assertThat(reasons(desk.moderator(), "/held")).containsExactly("today's budget is used up, comes tomorrow");
        assertThat(desk.text(desk.moderator(), "/held")).contains("1 of 1 messages of today are used; what comes more");
    }

    @Test
    void inQuietHoursItComesWhenTheyEnd() {
        desk.desk
                .store
                .subscriptions()
                .change(
                        desk.moderator().conversation().id(),
                        c -> c.withQuiet(Optional.of(new QuietHours(LocalTime.of(11, 0), LocalTime.of(14, 30)))));
        held(desk.moderator(), Delivery.Kind.FIRST, strike, Optional.of(Hold.QUIET));

        assertThat(reasons(desk.moderator(), "/held")).containsExactly("quiet hours until 14:30, comes then");
        assertThat(desk.text(desk.moderator(), "/held"))
                .contains("Quiet hours: until 14:30; messages wait until then.");

        desk.desk.clock.advance(Duration.ofHours(3));
        assertThat(reasons(desk.moderator(), "/held")).containsExactly("quiet hours have ended, comes within minutes");
    }

    @Test
    void isForModeratorsWhoMaySeeTheirOwnFromAGroup() {
        held(desk.alone(), Delivery.Kind.FIRST, strike, Optional.of(Hold.BUDGET));

        assertThat(desk.ask(desk.member(), "/held").title()).isEqualTo("For moderators");
        assertThat(desk.ask(desk.moderator(), "/held")).isInstanceOf(Answer.Notice.class);
        assertThat(reasons(desk.moderator(), "/held to:me")).hasSize(1);
        assertThat(reasons(desk.alone(), "/held")).hasSize(1);
    }

    @Test
    void turnsPagesOfTheSamePlace() {
        held(desk.alone(), Delivery.Kind.FIRST, strike, Optional.of(Hold.BUDGET));
        held(desk.alone(), Delivery.Kind.FIRST, rain, Optional.of(Hold.BUDGET));

        Answer first = desk.ask(desk.moderator(), "/held to:me count:1");
        assertThat(first.actions()).hasSize(1);
        Answer.StoryList second = (Answer.StoryList)
                desk.ask(desk.moderator(), first.actions().getFirst().command());
        assertThat(second.stories()).extracting(item -> item.view().id()).containsExactly(rain);
    }

    @Test
    void doesNotShowWhatIsNotSeenThere() {
        StoryId foreign = desk.desk.add(
                desk.desk.foreign(), "Secret of others", "Foreign", Duration.ofHours(1), "Nobody here follows it.");
        held(desk.moderator(), Delivery.Kind.FIRST, foreign, Optional.of(Hold.BUDGET));

        assertThat(desk.text(desk.moderator(), "/held")).doesNotContain("Secret");
    }

    @Test
    void speaksGerman() {
        Asker moderator = desk.desk.asker(Role.MODERATOR, Locale.GERMAN);
        assertThat(desk.text(moderator, "/held")).contains("Nichts wird zurückgehalten");
        held(moderator, Delivery.Kind.FIRST, strike, Optional.of(Hold.BUDGET));
        assertThat(reasons(moderator, "/held"))
                .containsExactly("über der Tagesmenge, kommt, sobald Platz ist, spätestens in der Nachricht am Abend");
        assertThat(desk.text(moderator, "/held")).contains("0 von 24 Nachrichten von heute sind verbraucht");
    }
}

package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Hold;
import news.lede.alert.Messenger.Reason;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.story.StoryId;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subscription;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code /why STORY} tells of the way from a wish to a message. */
class WhyStoryTest {
    private final SubscribeDesk desk = new SubscribeDesk();
    private final Told told = new Told(desk.desk);
    private final StoryId rain = new StoryId(6);

    /** One that came after everything was subscribed to. */
    private StoryId strike() {
        desk.desk.clock.advance(Duration.ofMinutes(1));
        return desk.desk.add(
                desk.pier,
                "Crane drivers strike",
                "Harbour Post",
                Duration.ofMinutes(5),
                "The cranes of the port rest.");
    }

    private Subscription subscribed(String what) {
        desk.ask(desk.moderator(), "/subscribe " + what + " confirm:yes");
        return desk.of(desk.moderator()).getLast();
    }

    private String why(StoryId story) {
        return desk.text(desk.moderator(), "/why " + story);
    }

    @Test
    void withoutSubscriptionsItIsTheRankingAlone() {
        assertThat(why(rain)).contains("Together:").doesNotContain("What became of it here");
    }

    @Nested
    class WhatKeepsAStoryOut {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "harbour filter:-cranes | Harbours and ships: kept out by its filter: -cranes.",
                    "harbour least:3 | Harbours and ships: waits for more publishers: 3 are wanted, 1 so far",
                    "harbour language:de | Harbours and ships: kept out by its languages: only German",
                    "weather | Weather: does not fit as I read it; if it does: /feedback 7 topic:weather fits:yes",
                    "words:boats | \"boats\": does not have all of these words",
                    "source:\"Pier News\" | Pier News: was never announced",
                })
        void isSaidWithWhatToDo(String wish, String said) {
            subscribed(wish);
            assertThat(why(strike())).contains(said);
        }

        @Test
        void isItsSourceWhereOneIsWanted() {
            subscribed("source:\"Pier News\"");
            desk.desk.clock.advance(Duration.ofMinutes(1));
            StoryId other =
                    desk.desk.add("Mill closes", "Mill Herald", Duration.ofMinutes(1), "The mill closed for good.");
            assertThat(why(other)).contains("Pier News: comes from other sources");
        }

        @Test
        void isThatItCameBefore() {
            StoryId before = strike();
            desk.desk.clock.advance(Duration.ofMinutes(1));
            subscribed("weather");
            assertThat(why(before)).contains("Weather: it came before this was subscribed to");
        }

        @Test
        void isNotKnownWhileItIsLookedAt() {
            subscribed("weather");
            StoryId story = strike();
            told.announced(story);
            assertThat(why(story)).contains("Weather: is being looked at right now");
        }

        @Test
        void isATopicThatIsGone() {
            desk.desk
                    .store
                    .topics()
                    .define(desk.moderator().workspace().id(), TestDesk.topic("cranes", "Cranes", "Kräne", "crane*"));
            subscribed("cranes");
            desk.desk.store.topics().remove(desk.moderator().workspace().id(), new news.lede.topic.TopicId("cranes"));
            assertThat(why(strike())).contains("there is no topic \"cranes\" any more; /topics lists them");
        }
    }

    @Nested
    class WhatFits {
        @Test
        void isToldWithItsScoreAndItsMessage() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.expanded(told.fits(story, harbour, 0.834));
            DeliveryId id = desk.desk
                    .store
                    .outbox()
                    .of(desk.moderator().conversation().id(), story)
                    .getFirst();
            desk.desk.store.deliveries().begin(id, desk.desk.clock.instant());
            told.sent(id, story);

            assertThat(why(story))
                    .contains("Harbours and ships: fits, score 0.83, found just now; sent 12:01")
                    .contains("Message: sent 12:01; for Harbours and ships")
                    .contains("Budget: 1 of 24 messages of today are used")
                    .doesNotContain("77001122");
        }

        @Test
        void comesWithTheNextDigest() {
            Subscription harbour = subscribed("harbour when:daily at:18:00");
            StoryId story = strike();
            told.fits(story, harbour, 0.5);
            assertThat(why(story)).contains("comes with the digest of 18:00");
        }

        @Test
        void wasNotPlannedInAPause() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.fits(story, harbour, 0.5);
            assertThat(why(story)).contains("no message was planned");
            desk.ask(desk.moderator(), "/pause harbour");
            assertThat(why(story)).contains("not told during the pause; /pause until:now ends it");
        }

        @Test
        void isBeingPlanned() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.fits(story, harbour, 0.5);
            desk.desk.store.stories().join(story, desk.desk.store.articles().last(), desk.desk.clock.instant());
            desk.desk.store.announcements().announce(story, 2, desk.desk.clock.instant());
            assertThat(why(story)).contains("is being looked at right now");
        }

        @Test
        void comesFirstAmongManySubscriptions() {
            for (int i = 0; i < 14; i++) {
                subscribed("words:word" + i);
            }
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.fits(story, harbour, 0.5);
            assertThat(why(story))
                    .containsPattern("What became of it here:\\s+Harbours and ships: fits")
                    .contains("and 3 more");
        }

        @Test
        void ofOthersIsNotTold() {
            Subscription harbour = subscribed("harbour");
            desk.ask(desk.member(), "/subscribe weather to:me confirm:yes");
            StoryId story = strike();
            told.fits(story, harbour, 0.5);
            told.sent(desk.alone(), story);
            assertThat(why(story)).doesNotContain("Weather").doesNotContain("Message:");
        }
    }

    @Nested
    class TheStateOfAMessage {
        private final Subscription harbour = subscribed("harbour");
        private final StoryId story = strike();

        private String message(Asker asker) {
            return desk.text(asker, "/why " + story)
                    .lines()
                    .filter(line -> line.strip().startsWith("Message: "))
                    .findFirst()
                    .orElseThrow()
                    .strip();
        }

        private String message() {
            return message(desk.moderator());
        }

        private DeliveryId begun() {
            return told.begun(desk.moderator(), story);
        }

        @Test
        void planned() {
            told.planned(desk.moderator(), Delivery.Kind.FIRST, story);
            assertThat(message()).isEqualTo("Message: planned 12:01, goes 12:01");
        }

        @Test
        void beingSent() {
            begun();
            assertThat(message()).isEqualTo("Message: is being sent since 12:01");
        }

        @Test
        void triedAgainWithTheProblemForModeratorsAlone() {
            desk.desk
                    .store
                    .deliveries()
                    .retry(
                            begun(),
                            TestDesk.NOW.plusSeconds(600),
                            "Too Many Requests: chat -1001234567890 of @ada_private");
            assertThat(message())
                    .isEqualTo("Message: not taken at one attempt, tried again 12:10"
                            + " (Too Many Requests: chat -… of …)");
            assertThat(message(desk.member())).isEqualTo("Message: not taken at one attempt, tried again 12:10");
        }

        @Test
        void inDoubt() {
            desk.desk.store.deliveries().unknown(begun(), TestDesk.NOW.plusSeconds(120), "timeout");
            assertThat(message()).isEqualTo("Message: sent 12:01, but no answer came; looked at again 12:02 (timeout)");
        }

        @Test
        void keptBack() {
            DeliveryId id = told.held(desk.moderator(), Delivery.Kind.FIRST, story);
            assertThat(message()).isEqualTo("Message: kept back; /held says until when");
            desk.desk.store.outbox().hold(List.of(id), Hold.BUDGET);
            assertThat(message()).isEqualTo("Message: kept back by the budget; /held says until when");
            desk.desk.store.outbox().hold(List.of(id), Hold.QUIET);
            assertThat(message()).isEqualTo("Message: kept back by quiet hours; /held says until when");
        }

        @Test
        void givenUp() {
            desk.desk.store.deliveries().giveUp(begun(), "refused", desk.desk.clock.instant());
            assertThat(message()).isEqualTo("Message: given up after one attempt; /story shows it here (refused)");
        }

        @Test
        void cancelled() {
            desk.desk.store.deliveries().cancel(begun(), "told before", desk.desk.clock.instant());
            assertThat(message()).isEqualTo("Message: not sent by itself any more (told before)");
        }

        @Test
        void waitingForAPlaceThatIsShut() {
            desk.desk
                    .store
                    .suspensions()
                    .suspend(desk.moderator().conversation().id(), Reason.NO_RIGHTS, "x", desk.desk.clock.instant());
            told.planned(desk.moderator(), Delivery.Kind.FIRST, story);
            assertThat(message()).isEqualTo("Message: planned 12:01, waits until this place can be written to");
        }

        @Test
        void inGerman() {
            told.sent(desk.moderator(), story);
            Asker german = desk.desk.asker(Role.MODERATOR, Locale.GERMAN);
            assertThat(desk.text(german, "/why " + story))
                    .contains("Was hier daraus wurde:")
                    .contains("Häfen und Schiffe: passt nach meiner Lesart nicht")
                    .contains("Nachricht: gesendet 12:01")
                    .contains("Menge: 1 von 24 Nachrichten von heute sind verbraucht");
            assertThat(harbour.id().value()).isEqualTo(1);
        }

        @Test
        void inADigestThatToldIt() {
            DeliveryId digest = desk.desk
                    .store
                    .outbox()
                    .plan(
                            new news.lede.alert.Outbox.Digest(
                                    desk.moderator().conversation().id(),
                                    desk.desk.clock.instant(),
                                    List.of(new news.lede.alert.Deliveries.Shown(story, 1)),
                                    List.of(harbour.id()),
                                    List.of()),
                            desk.desk.clock.instant(),
                            desk.desk.clock.instant())
                    .orElseThrow();
            desk.desk.store.deliveries().begin(digest, desk.desk.clock.instant());
            told.sent(digest, story);
            assertThat(why(story)).contains("Digest: sent 12:01; for Harbours and ships");
        }
    }

    @Nested
    class ThePlace {
        @ParameterizedTest
        @EnumSource(Reason.class)
        void thatIsShutIsToldWithHowToMendIt(Reason reason) {
            subscribed("harbour");
            desk.desk
                    .store
                    .suspensions()
                    .suspend(desk.moderator().conversation().id(), reason, "chat 4711001", TestDesk.NOW);
            String mend = switch (reason) {
                case BLOCKED -> "I was blocked. Unblock me";
                case KICKED -> "I was removed.";
                case NO_RIGHTS -> "I may not write here.";
                case DELETED -> "the place is gone.";
                case CLOSED -> "the thread is closed. Open it again";
                case ACCOUNT -> "my account was refused.";
            };
            assertThat(why(rain))
                    .contains("Place: nothing can be sent here since 12:00: " + mend)
                    .doesNotContain("4711001");
        }

        @Test
        void thatRestsIsQuietOrHasUsedUpItsBudgetSaysSo() {
            subscribed("harbour");
            desk.desk
                    .store
                    .subscriptions()
                    .change(
                            desk.moderator().conversation().id(),
                            c -> c.withBudget(OptionalInt.of(1))
                                    .withQuiet(Optional.of(new QuietHours(LocalTime.of(11, 0), LocalTime.of(14, 0))))
                                    .pausedUntil(Optional.of(TestDesk.NOW.plus(Duration.ofHours(5)))));
            told.sent(desk.moderator(), rain);
            desk.desk.store.deliveries().rest("test", TestDesk.NOW.plus(Duration.ofHours(2)));

            assertThat(why(rain))
                    .contains("the platform wants a pause, so nothing is sent until 14:00")
                    .contains("Pause: everything here is paused until")
                    .contains("Quiet hours: until 14:00; messages wait until then.")
                    .contains("Budget: 1 of 1 messages of today are used; what comes more is kept back: /held");
        }
    }
}

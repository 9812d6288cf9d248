package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.DeliveryId;
import news.lede.alert.Messenger.Reason;
import news.lede.answer.Answer;
import news.lede.answer.AnswerJson;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.story.StoryId;
import news.lede.subscription.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code /why} of a link, of a topic, and of nothing. */
class WhyNothingTest {
    private final SubscribeDesk desk = new SubscribeDesk();
    private final Told told = new Told(desk.desk);

    @BeforeEach
    void thePierAnswers() {
        polled(desk.pier, 0, "12 entries");
    }

    private void polled(Source source, int failures, String outcome) {
        Instant last = TestDesk.NOW.minusSeconds(300);
        desk.desk
                .store
                .pollStates()
                .save(new PollState(
                        source.id(),
                        PollState.Known.NOTHING,
                        Optional.of(TestDesk.NOW.plusSeconds(600)),
                        Optional.of(last),
                        failures == 0 ? Optional.of(last) : Optional.empty(),
                        failures,
                        failures == 0 ? Optional.empty() : Optional.of(last),
                        PollState.Pace.UNKNOWN,
                        Optional.empty(),
                        outcome));
    }

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

    private String ask(String typed) {
        return desk.text(desk.moderator(), typed);
    }

    private String kind(Answer answer) {
        return new AnswerJson(new AnswerText(Phrases.of(desk.alone(), TestDesk.NOW)))
                .of(answer)
                .get("kind")
                .asText();
    }

    private Asker german() {
        return desk.desk.asker(Role.MODERATOR, Locale.GERMAN);
    }

    @Nested
    class ALink {
        @Test
        void thatIsKnownIsFollowedFromItsSourceToTheMessage() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.expanded(told.fits(story, harbour, 0.7));

            Answer answer = desk.ask(desk.moderator(), "/why " + TestDesk.link("Crane drivers strike"));

            assertThat(kind(answer)).isEqualTo("subscriptions");
            assertThat(answer.title()).isEqualTo("What became of: Crane drivers strike");
            assertThat(desk.desk.text(answer))
                    .contains("Pier News - pier.example, answered 6 minutes ago; asked last 11:55; next 12:10")
                    .contains("Article - known just now; Harbour Post")
                    .contains("Story - #7 Crane drivers strike, 1 article")
                    .contains("Harbours and ships - fits, score 0.70, found just now; planned 12:01, goes 12:01")
                    .contains("Message - planned 12:01, goes 12:01; for Harbours and ships")
                    .contains("Budget - 1 of 24 messages of today are used");
            assertThat(answer.actions()).extracting(action -> action.command()).containsExactly("/story 7", "/why 7");
        }

        @Test
        void underItsOwnNameIsTheSame() {
            String link = TestDesk.link("Rain all week");
            assertThat(ask("/why link:" + link)).isEqualTo(ask("/why " + link));
        }

        @Test
        void whereNobodySubscribedSaysThatNothingComesByItself() {
            assertThat(ask("/why " + TestDesk.link("Rain all week")))
                    .contains("handed in as files")
                    .contains("None - nothing comes here by itself; /subscribe changes that");
        }

        @Test
        void thatIsNotKnownNamesTheSourceOfItsSite() {
            Answer answer = desk.ask(desk.moderator(), "/why https://www.pier.example/2026/missing");
            assertThat(desk.desk.text(answer))
                    .contains("Article - not known here")
                    .contains("Pier News - pier.example, answered 5 minutes ago; asked last 11:55; next 12:10")
                    .contains("What to do - it was not in the feed so far");
            assertThat(answer.actions().getFirst().command())
                    .isEqualTo("/summarize https://www.pier.example/2026/missing");
        }

        @Test
        void ofASourceThatNeedsSomebodySaysWho() {
            polled(desk.pier, 40, "status 403");
            desk.desk
                    .store
                    .sourceEvents()
                    .record(new SourceEvent(desk.pier.id(), TestDesk.NOW, SourceEvent.Kind.SHUT, "status 403"));
            assertThat(ask("/why https://pier.example/missing"))
                    .contains("does not let me in")
                    .contains("a moderator can replace it with /source");
        }

        @Test
        void ofASiteThatNobodyFollowsSaysHowToFollowIt() {
            assertThat(ask("/why https://elsewhere.example/missing"))
                    .contains(
                            "Source - none that is followed here is of that site; a moderator can add it with /source");
        }

        @Test
        void thatOthersAloneFollowIsAsUnknownAsNone() {
            desk.desk.add(desk.desk.foreign(), "Secret", "Foreign", Duration.ofHours(1), "Theirs alone.");
            String theirs = TestDesk.link("Secret");
            String none = theirs + "0";
            assertThat(ask("/why " + theirs)).isEqualTo(ask("/why " + none).replace(none, theirs));
            assertThat(ask("/why https://foreign.example/x")).doesNotContain("Foreign Feed");
        }

        @Test
        void speaksGerman() {
            assertThat(desk.text(german(), "/why " + TestDesk.link("Rain all week")))
                    .contains("Was wurde aus: Rain all week")
                    .contains("Meldung - #6 Rain all week")
                    .contains("Keine - von selbst kommt hier nichts; /subscribe ändert das");
            assertThat(desk.text(german(), "/why https://pier.example/missing"))
                    .contains("Artikel - hier nicht bekannt")
                    .contains("zuletzt gefragt 11:55; das nächste Mal 12:10");
        }
    }

    @Nested
    class ATopic {
        @Test
        void thatNobodyHereWantsSaysHowToSubscribe() {
            Answer.Notice notice = (Answer.Notice) desk.ask(desk.moderator(), "/why harbour");
            assertThat(notice.title()).isEqualTo("Not subscribed here: Harbours and ships");
            assertThat(notice.actions())
                    .extracting(action -> action.command())
                    .containsExactly("/topic harbour", "/subscribe harbour");
        }

        @Test
        void showsWhenItFittedWhenItWasToldAndWhenTheNextDigestIs() {
            subscribed("weather");
            Subscription daily = subscribed("harbour when:daily at:18:00");
            StoryId story = strike();
            told.fits(story, daily, 0.6);

            Answer answer = desk.ask(desk.moderator(), "/why topic:harbour");

            assertThat(kind(answer)).isEqualTo("subscriptions");
            assertThat(desk.desk.text(answer))
                    .contains("every day at 18:00 (UTC) · number 2")
                    .contains("Fitted last - #7 Crane drivers strike fitted just now")
                    .contains("Told last - not yet")
                    .contains("Next digest - 18:00")
                    .contains("So - #7 Crane drivers strike fitted just now; comes with the digest of 18:00")
                    .contains("Budget - 0 of 24")
                    .doesNotContain("Weather");
        }

        @Test
        void thatWasToldIsWell() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.expanded(told.fits(story, harbour, 0.6));
            DeliveryId id = desk.desk
                    .store
                    .outbox()
                    .of(desk.moderator().conversation().id(), story)
                    .getFirst();
            desk.desk.store.deliveries().begin(id, desk.desk.clock.instant());
            told.sent(id, story);

            assertThat(ask("/why Harbours and ships"))
                    .contains("Told last - 12:01")
                    .doesNotContain("So - ");
        }

        @Test
        void thatNeverFittedSaysSoOnce() {
            subscribed("harbour");
            assertThat(ask("/why harbour")).containsOnlyOnce("nothing has fitted since 12:00");
        }

        @Test
        void nobodyKnowsIsANotice() {
            assertThat(desk.ask(desk.moderator(), "/why topic:xyzzy")).isInstanceOf(Answer.Notice.class);
            assertThat(ask("/why xyzzy")).contains("No story here has \"xyzzy\" in its title");
        }
    }

    @Nested
    class Silence {
        private String line(String name) {
            return ask("/why")
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(name + " - "))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void whereNothingIsSubscribedSaysSo() {
            assertThat(desk.ask(desk.moderator(), "/why").title()).isEqualTo("No subscriptions here");
            assertThat(desk.ask(desk.alone(), "/why").title()).isEqualTo("No subscriptions");
        }

        @Test
        void isThePauseOfASubscription() {
            subscribed("harbour");
            desk.ask(desk.moderator(), "/pause harbour");
            assertThat(line("Harbours and ships")).isEqualTo("Harbours and ships - paused; /pause 1 until:now ends it");
        }

        @Test
        void isASourceThatFails() {
            subscribed("source:\"Pier News\"");
            polled(desk.pier, 4, "timeout");
            assertThat(line("Pier News"))
                    .startsWith("Pier News - its source has no news: Pier News, pier.example, no usable answer");
        }

        @Test
        void isASourceThatIsNotFollowedAnyMore() {
            subscribed("source:\"Pier News\"");
            desk.desk.store.sources().removeFromPack("default", desk.pier.id());
            assertThat(line("Pier News")).contains("is not followed here any more; a moderator can add it");
        }

        @Test
        void isThatNoSourceAnswers() {
            subscribed("harbour");
            Source quay = desk.desk.feed("Quay News");
            polled(quay, 3, "timeout");
            assertThat(line("Harbours and ships")).contains("nothing has fitted since 12:00");
            polled(desk.pier, 3, "timeout");
            assertThat(line("Harbours and ships")).contains("none of the 2 sources followed here answers well");
        }

        @Test
        void isATopicThatIsGone() {
            desk.desk
                    .store
                    .topics()
                    .define(desk.moderator().workspace().id(), TestDesk.topic("cranes", "Cranes", "Kräne", "crane*"));
            subscribed("cranes");
            desk.desk.store.topics().remove(desk.moderator().workspace().id(), new news.lede.topic.TopicId("cranes"));
            assertThat(line("cranes")).contains("there is no topic \"cranes\" any more");
        }

        @Test
        void isThatNothingFitsWhatIsNarrow() {
            subscribed("harbour filter:-ferry least:2");
            assertThat(line("Harbours and ships"))
                    .isEqualTo(
                            "Harbours and ships - nothing has fitted since 12:00; filter: -ferry, from 2 publishers may"
                                    + " be too narrow");
        }

        @Test
        void isTheMessageThatDidNotGo() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.expanded(told.fits(story, harbour, 0.6));
            assertThat(line("Harbours and ships"))
                    .isEqualTo(
                            "Harbours and ships - #7 Crane drivers strike fitted just now; planned 12:01, goes 12:01");
        }

        @Test
        void isNoSilenceWhereAllThatFittedWasTold() {
            Subscription harbour = subscribed("harbour");
            StoryId story = strike();
            told.expanded(told.fits(story, harbour, 0.6));
            DeliveryId id = desk.desk
                    .store
                    .outbox()
                    .of(desk.moderator().conversation().id(), story)
                    .getFirst();
            desk.desk.store.deliveries().begin(id, desk.desk.clock.instant());
            told.sent(id, story);
            assertThat(line("Harbours and ships")).contains("told last 12:01; nothing has fitted since");
        }

        @Test
        void ofAPlaceThatIsShutStandsAboveAll() {
            subscribed("harbour");
            desk.desk
                    .store
                    .suspensions()
                    .suspend(desk.moderator().conversation().id(), Reason.KICKED, "-100777123", TestDesk.NOW);
            Answer answer = desk.ask(desk.moderator(), "/why");
            assertThat(desk.desk.text(answer))
                    .containsPattern(
                            "(?s)This place\\s+Place - nothing can be sent here since 12:00.*Subscriptions here")
                    .doesNotContain("100777123");
            assertThat(kind(answer)).isEqualTo("subscriptions");
        }

        @Test
        void ofWhatOnlyOthersSeeIsNotNamed() {
            Subscription harbour = subscribed("harbour");
            desk.desk.clock.advance(Duration.ofMinutes(1));
            StoryId theirs = desk.desk.add(
                    desk.desk.foreign(), "Secret", "Foreign", Duration.ofMinutes(5), "The harbour of theirs.");
            told.fits(theirs, harbour, 0.9);
            assertThat(line("Harbours and ships"))
                    .contains("nothing has fitted since")
                    .doesNotContain("Secret");
        }

        @Test
        void ofManySubscriptionsShowsTheFirst() {
            for (int i = 0; i < 17; i++) {
                subscribed("words:word" + i);
            }
            Answer.Listing listing = (Answer.Listing) desk.ask(desk.moderator(), "/why");
            assertThat(listing.sections().getLast().lines()).hasSize(15);
            assertThat(listing.footer().orElseThrow()).startsWith("and 2 more");
        }

        @Test
        void speaksGerman() {
            subscribed("harbour");
            assertThat(desk.text(german(), "/why"))
                    .contains("Warum nichts kam")
                    .contains("Häfen und Schiffe - seit 12:00 hat nichts gepasst")
                    .contains("Menge - 0 von 24 Nachrichten von heute sind verbraucht");
            assertThat(List.of(desk.text(german(), "/why harbour")))
                    .allMatch(text -> text.contains("Kam zuletzt - noch nicht"));
        }
    }
}

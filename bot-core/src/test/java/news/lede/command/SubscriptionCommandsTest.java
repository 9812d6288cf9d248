package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.answer.Answer;
import news.lede.answer.AnswerJson;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subscription;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionCommandsTest {
    private final SubscribeDesk desk = new SubscribeDesk();

    private Channel channel(Asker asker) {
        return desk.desk.store.subscriptions().channel(asker.conversation().id());
    }

    private String kind(Answer answer) {
        return new AnswerJson(new AnswerText(Phrases.of(desk.alone(), TestDesk.NOW)))
                .of(answer)
                .get("kind")
                .asText();
    }

    @Nested
    class TheList {
        @Test
        void isANoticeWithAnExampleWhileThereIsNone() {
            assertThat(desk.text(desk.alone(), "/subscriptions")).contains("/subscribe immigration");
            assertThat(desk.text(desk.member(), "/subscriptions")).contains("our private chat");
        }

        @Test
        void hasEachWithItsLimitsAndAButtonThatEndsIt() {
            desk.ask(desk.alone(), "/subscribe harbour filter:-ferry confirm:yes");
            desk.ask(desk.alone(), "/subscribe \"night boat\" when:weekdays confirm:yes");

            Answer.Listing list = (Answer.Listing) desk.ask(desk.alone(), "/subscriptions");

            assertThat(kind(list)).isEqualTo("subscriptions");
            assertThat(list.sections().getFirst().lines())
                    .extracting(Answer.Listing.Line::name)
                    .containsExactly("Harbours and ships", "\"night boat\"");
            assertThat(list.sections().getFirst().lines().getFirst().text())
                    .isEqualTo("at once · filter: -ferry · number 1");
            assertThat(list.sections().getFirst().lines().getLast().text())
                    .isEqualTo("Monday to Friday at 08:00 (UTC) · number 2");
            desk.ask(desk.alone(), list.actions().getFirst().command());
            assertThat(desk.only(desk.alone()).id().value()).isEqualTo(2);
        }

        @Test
        void ofAGroupDoesNotTellWhatMembersHaveAlone() {
            desk.ask(desk.member(), "/subscribe weather to:me confirm:yes");
            desk.ask(desk.moderator(), "/subscribe harbour confirm:yes");

            assertThat(desk.text(desk.member(), "/subscriptions"))
                    .contains("Harbours")
                    .doesNotContain("Weather");
        }
    }

    @Nested
    class Ending {
        @ParameterizedTest
        @CsvSource({"harbour", "Harbours and ships", "HARBOURS AND SHIPS", "1", "#1"})
        void goesByNameOrNumber(String typed) {
            desk.ask(desk.alone(), "/subscribe harbour confirm:yes");

            assertThat(desk.ask(desk.alone(), "/unsubscribe " + typed).title()).isEqualTo("Ended: Harbours and ships");

            assertThat(desk.of(desk.alone())).isEmpty();
        }

        @Test
        void ofWhatThereIsNotNamesWhatThereIs() {
            desk.ask(desk.alone(), "/subscribe weather confirm:yes");

            assertThat(desk.text(desk.alone(), "/unsubscribe wether")).contains("Did you mean Weather?");
            assertThat(desk.text(desk.alone(), "/unsubscribe 99")).contains("There are: Weather");
            assertThat(desk.of(desk.alone())).hasSize(1);
        }

        @Test
        void ofSeveralOfOneNameAsksForTheNumber() {
            desk.ask(desk.alone(), "/subscribe harbour confirm:yes");
            desk.ask(desk.alone(), "/subscribe harbour when:daily confirm:yes");

            assertThat(desk.text(desk.alone(), "/unsubscribe harbour")).contains("numbers 1 and 2");
            assertThat(desk.of(desk.alone())).hasSize(2);
        }

        @Test
        void ofAGroupsIsForItsModeratorsAndOfOnesOwnForOneself() {
            desk.ask(desk.moderator(), "/subscribe harbour confirm:yes");
            desk.ask(desk.member(), "/subscribe weather confirm:yes");

            assertThat(desk.ask(desk.member(), "/unsubscribe harbour").title()).isEqualTo("For moderators");
            assertThat(desk.of(desk.moderator())).hasSize(1);
            assertThat(desk.ask(desk.alone(), "/unsubscribe 1").title()).isEqualTo("Unknown subscription");

            desk.ask(desk.member(), "/unsubscribe weather");
            assertThat(desk.of(desk.alone())).isEmpty();
            desk.ask(desk.moderator(), "/unsubscribe harbour");
            assertThat(desk.of(desk.moderator())).isEmpty();
        }
    }

    @Nested
    class Pausing {
        @Test
        void ofAllHoldsUntilSomebodyEndsIt() {
            Answer paused = desk.ask(desk.alone(), "/pause");
            assertThat(channel(desk.alone()).pausedUntil()).contains(PauseCommand.OPEN_END);

            desk.ask(desk.alone(), paused.actions().getFirst().command());
            assertThat(channel(desk.alone()).pausedUntil()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "3 hours, 2026-05-04T15:00:00Z",
            "2d, 2026-05-06T12:00:00Z",
            "18:00, 2026-05-04T18:00:00Z",
            "11:00, 2026-05-05T11:00:00Z",
            "tomorrow 8:00, 2026-05-05T08:00:00Z",
            "monday, 2026-05-11T00:00:00Z",
            "friday at 9am, 2026-05-08T09:00:00Z",
            "2026-06-01, 2026-06-01T00:00:00Z",
            "morgen 8 Uhr, 2026-05-05T08:00:00Z"
        })
        void hasAnEnd(String until, Instant end) {
            desk.ask(desk.alone(), "/pause until:\"" + until + "\"");

            assertThat(channel(desk.alone()).pausedUntil()).contains(end);
        }

        @ParameterizedTest
        @CsvSource({"yesterday", "2026-05-03", "25:00", "9999 weeks", "soon", "0 hours", "2026-13-01"})
        void withoutATimeToComeChangesNothing(String until) {
            assertThat(desk.text(desk.alone(), "/pause until:\"" + until + "\""))
                    .contains("until:tomorrow 8:00");
            assertThat(channel(desk.alone()).pausedUntil()).isEmpty();
        }

        @Test
        void aTimeAloneIsUntilWhen() {
            desk.ask(desk.alone(), "/subscribe harbour confirm:yes");

            assertThat(desk.ask(desk.alone(), "/pause 2 hours").title()).contains("Paused: All subscriptions here");
            assertThat(desk.ask(desk.alone(), "/pause off").title()).doesNotContain("Unknown");
            assertThat(desk.ask(desk.alone(), "/pause 9").title()).isEqualTo("Unknown subscription");
            assertThat(desk.ask(desk.alone(), "/pause someday").title()).isEqualTo("Unknown subscription");
        }

        @Test
        void ofOneLeavesTheOthers() {
            desk.ask(desk.alone(), "/subscribe harbour confirm:yes");
            desk.ask(desk.alone(), "/subscribe weather confirm:yes");

            desk.ask(desk.alone(), "/pause harbour until:\"2 hours\"");

            assertThat(desk.of(desk.alone()))
                    .extracting(Subscription::pausedUntil)
                    .containsExactly(Optional.of(TestDesk.NOW.plus(Duration.ofHours(2))), Optional.empty());
            assertThat(channel(desk.alone()).pausedUntil()).isEmpty();
            assertThat(desk.text(desk.alone(), "/subscriptions")).contains("paused until");

            desk.ask(desk.alone(), "/pause harbour until:now");
            assertThat(desk.of(desk.alone()).getFirst().pausedUntil()).isEmpty();
        }

        @Test
        void ofAGroupIsForItsModerators() {
            assertThat(desk.ask(desk.member(), "/pause").title()).isEqualTo("For moderators");
            assertThat(channel(desk.member()).pausedUntil()).isEmpty();

            desk.ask(desk.moderator(), "/pause");
            assertThat(channel(desk.member()).pausedUntil()).isPresent();
        }
    }

    @Nested
    class Settings {
        @Test
        void areShownWhenNothingIsNamed() {
            Answer shown = desk.ask(desk.moderator(), "/channel");

            assertThat(kind(shown)).isEqualTo("settings");
            assertThat(desk.desk.text(shown))
                    .contains("24 messages a day, as is usual")
                    .contains("no quiet hours")
                    .contains("digests arrive without a sound")
                    .contains("the whole card");
            assertThat(channel(desk.moderator()))
                    .isEqualTo(Channel.standard(desk.moderator().conversation().id()));
        }

        @Test
        void changeOneByOneAndLeaveTheOthers() {
            desk.ask(desk.moderator(), "/channel budget:6 quiet:22:00-07:00");
            desk.ask(desk.moderator(), "/channel style:compact silent:all");
            desk.ask(desk.moderator(), "/channel mention:<@&123456789012345678>");

            Channel all = new Channel(
                    desk.moderator().conversation().id(),
                    OptionalInt.of(6),
                    Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                    Channel.Silence.ALL,
                    Optional.of("123456789012345678"),
                    Channel.Style.COMPACT,
                    Optional.empty());
            assertThat(channel(desk.moderator())).isEqualTo(all);

            desk.ask(desk.moderator(), "/channel budget:default quiet:off mention:off");
            assertThat(channel(desk.moderator()))
                    .isEqualTo(all.withBudget(OptionalInt.empty())
                            .withQuiet(Optional.empty())
                            .withMention(Optional.empty()));
        }

        @ParameterizedTest
        @CsvSource({
            "budget:-1, /channel budget:6",
            "budget:0, from 1 to 100",
            "budget:101, from 1 to 100",
            "budget:1000000000, /channel budget:6",
            "budget:99999999999999999999, /channel budget:6",
            "budget:many, /channel budget:6",
            "quiet:22:00, quiet:22:00-07:00",
            "quiet:22:00-22:00, quiet:22:00-07:00",
            "quiet:25:00-07:00, quiet:22:00-07:00",
            "mention:@everyone, mention:@News",
            "silent:loud, digests",
            "style:huge, compact"
        })
        void thatCannotBeChangeNothingAtAll(String typed, String example) {
            Answer answer = desk.ask(desk.moderator(), "/channel style:compact " + typed);
            Answer alone = desk.ask(desk.moderator(), "/channel " + typed);

            assertThat(answer).isInstanceOf(Answer.Notice.class);
            assertThat(desk.desk.text(alone)).contains(example);
            assertThat(channel(desk.moderator()))
                    .isEqualTo(Channel.standard(desk.moderator().conversation().id()));
        }

        @Test
        void areForModeratorsAndForWhoeverIsAlone() {
            assertThat(desk.ask(desk.member(), "/channel budget:6")).isInstanceOf(Answer.Notice.class);
            assertThat(channel(desk.member()).budget()).isEmpty();

            desk.ask(desk.alone(), "/channel budget:6");
            assertThat(channel(desk.alone()).budget()).hasValue(6);
        }

        @Test
        void speakGerman() {
            Asker ada = desk.alone(Locale.GERMAN);
            desk.ask(ada, "/channel style:kurz silent:übersichten quiet:\"22 bis 7\"");

            assertThat(channel(ada).style()).isEqualTo(Channel.Style.COMPACT);
            assertThat(desk.text(ada, "/channel"))
                    .contains("von 22:00 bis 07:00")
                    .contains("Titel und ein Satz");
        }
    }

    @Nested
    class TheZone {
        private ZoneId zone(Asker asker) {
            return desk.desk
                    .store
                    .communities()
                    .find(asker.workspace().id())
                    .orElseThrow()
                    .zone();
        }

        @ParameterizedTest
        @CsvSource({
            "Berlin, Europe/Berlin",
            "europe/berlin, Europe/Berlin",
            "new york, America/New_York",
            "UTC+2, +02:00",
            "+05:30, +05:30",
            "utc, Z"
        })
        void isKnownByManyNames(String typed, String id) {
            desk.ask(desk.alone(), "/timezone " + typed);

            assertThat(zone(desk.alone()).getId()).isEqualTo(id);
        }

        @Test
        void isShownAndNearOnesAreNamed() {
            assertThat(desk.text(desk.alone(), "/timezone")).contains("UTC").contains("12:00");
            assertThat(desk.text(desk.alone(), "/timezone Kolkatta")).contains("Asia/Kolkata");
            assertThat(desk.text(desk.alone(), "/timezone Atlantis City")).contains("for example: Europe/Berlin");
            assertThat(desk.text(desk.alone(), "/timezone UTC+25")).contains("for example: Europe/Berlin");
            assertThat(zone(desk.alone()).getId()).isEqualTo("Z");
        }

        @Test
        void movesTheDigestsThatWereMeantInItAndNoOthers() {
            desk.ask(desk.alone(), "/subscribe harbour at:8:00 confirm:yes");
            desk.ask(desk.alone(), "/subscribe weather at:8:00 zone:kolkata confirm:yes");
            desk.ask(desk.alone(), "/subscribe economy confirm:yes");

            desk.ask(desk.alone(), "/timezone Berlin");

            List<Subscription> all = desk.of(desk.alone());
            assertThat(((Cadence.ByDigest) all.get(0).cadence()).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(desk.desk.store.subscriptions().nextDue(all.get(0).id()))
                    .contains(Instant.parse("2026-05-05T06:00:00Z"));
            assertThat(((Cadence.ByDigest) all.get(1).cadence()).zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
            assertThat(all.get(2).cadence()).isEqualTo(new Cadence.Instantly());
        }

        @Test
        void ofAGroupIsForItsModerators() {
            assertThat(desk.ask(desk.member(), "/timezone Berlin").title()).isEqualTo("For moderators");
            assertThat(zone(desk.member()).getId()).isEqualTo("Z");

            desk.ask(desk.moderator(), "/timezone Berlin");
            assertThat(zone(desk.member()).getId()).isEqualTo("Europe/Berlin");
        }
    }

    @Nested
    class WhileTyping {
        private List<String> values(Asker asker, String command, String option, String typed) {
            return desk.desk.desk.complete(asker, command, option, typed).stream()
                    .map(Choice::value)
                    .toList();
        }

        @Test
        void choicesZonesAndSubscriptionsAreOffered() {
            desk.ask(desk.alone(), "/subscribe harbour confirm:yes");

            assertThat(values(desk.alone(), "subscribe", "when", ""))
                    .containsExactly("now", "daily", "weekdays", "weekly");
            assertThat(values(desk.alone(Locale.GERMAN), "subscribe", "when", "tägl"))
                    .containsExactly("daily");
            assertThat(values(desk.alone(), "subscribe", "to", "h")).containsExactly("here");
            assertThat(values(desk.alone(), "timezone", "zone", "berl")).containsExactly("Europe/Berlin");
            assertThat(values(desk.alone(), "unsubscribe", "topic", "har")).containsExactly("1");
            assertThat(values(desk.member(), "unsubscribe", "topic", "har")).containsExactly("1");
            assertThat(values(desk.alone(), "channel", "style", ""))
                    .containsExactly("headlines", "compact", "card", "embed");
            assertThat(values(desk.alone(), "channel", "silent", "a")).contains("all");
            assertThat(values(desk.member(), "channel", "style", "")).isEmpty();
        }
    }
}

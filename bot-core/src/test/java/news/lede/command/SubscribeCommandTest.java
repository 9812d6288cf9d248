package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.PrivateChat;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscriptions;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeCommandTest {
    private final SubscribeDesk desk = new SubscribeDesk();

    private static String press(Answer answer, String label) {
        return answer.actions().stream()
                .filter(a -> a.label().equals(label))
                .map(Action::command)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + ": " + answer.actions()));
    }

    @Nested
    class ThePreview {
        @Test
        void showsTheLastThreeMatchesAndHowManyToExpectAndStoresNothing() {
            Answer.StoryList preview = (Answer.StoryList) desk.ask(desk.alone(), "/subscribe harbour");

            assertThat(preview.stories())
                    .extracting(s -> s.view().title())
                    .containsExactly("Harbour strike begins", "Harbour ferry sinks", "Port opens a new quay");
            assertThat(preview.title()).isEqualTo("Would come for Harbours and ships, at once");
            assertThat(preview.footer().orElseThrow())
                    .contains("About 4 messages a week")
                    .contains("Nothing is started yet");
            assertThat(desk.of(desk.alone())).isEmpty();
        }

        @Test
        void becomesASubscriptionByItsButton() {
            Answer preview = desk.ask(desk.alone(), "/subscribe harbour when:daily at:7:30 filter:-ferry");

            Answer started = desk.ask(desk.alone(), press(preview, "Start"));

            assertThat(started.title()).isEqualTo("Subscribed: Harbours and ships");
            assertThat(desk.only(desk.alone()).wish().subject()).isEqualTo(new Subject.OfTopic("harbour"));
            assertThat(desk.only(desk.alone()).wish().filter()).isEqualTo("-ferry");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"night boat\"", "(\"a b\" OR c) -d", "title:\"a b\" -publisher:post", "strik*"})
        void keepsAnyFilterThroughItsButton(String filter) {
            String start = press(
                    desk.desk.desk.answer(
                            desk.alone(),
                            new Invocation("subscribe", java.util.Map.of("topic", "harbour", "filter", filter))),
                    "Start");

            desk.ask(desk.alone(), start);

            assertThat(desk.only(desk.alone()).wish().filter()).isEqualTo(filter);
        }

        @Test
        void saysWhenNothingFitsAndStartsAllTheSame() {
            Answer preview = desk.ask(desk.alone(), "/subscribe \"flying pigs\"");

            assertThat(preview.title()).isEqualTo("Nothing on \"flying pigs\" in the last 7 days");
            desk.ask(desk.alone(), press(preview, "Start"));
            assertThat(desk.only(desk.alone()).wish().subject()).isEqualTo(new Subject.OfWords("flying pigs"));
        }

        @Test
        void isOfWhatTheFilterTheLanguageAndThePublishersLeave() {
            assertThat(titles("/subscribe harbour filter:ferry")).containsExactly("Harbour ferry sinks");
            assertThat(titles("/subscribe everything filter:\"publisher:valley\""))
                    .containsExactly("Rain all week", "Harbour ferry sinks");
            assertThat(titles("/subscribe source:Pier News"))
                    .containsExactly("Harbour strike begins", "Harbour ferry sinks");
            assertThat(titles("/subscribe words:quay")).containsExactly("Port opens a new quay");
            assertThat(desk.ask(desk.alone(), "/subscribe harbour least:2")).isInstanceOf(Answer.Notice.class);
            assertThat(desk.ask(desk.alone(), "/subscribe harbour language:de")).isInstanceOf(Answer.Notice.class);
        }

        private java.util.List<String> titles(String typed) {
            return ((Answer.StoryList) desk.ask(desk.alone(), typed))
                    .stories().stream().map(s -> s.view().title()).toList();
        }

        @Test
        void saysHowFullADigestWouldBe() {
            assertThat(desk.text(desk.alone(), "/subscribe harbour when:weekly"))
                    .contains("every Monday at 08:00 (UTC)")
                    .contains("About 4 stories in each digest");
        }

        @Test
        void saysFewerThanOneRatherThanNone() {
            assertThat(desk.text(desk.alone(), "/subscribe ferry at:08:00"))
                    .contains("Fewer than one story in each digest, by the last 7 days");
        }

        @Test
        void saysHowFarBackItLookedWhereThereIsMuchToRead() {
            for (int i = 0; i < 170; i++) {
                desk.desk.add(
                        "Quay " + i + " painted", "Mill Herald", Duration.ofMinutes(i), "Quay " + i + " is blue.");
            }

            assertThat(desk.text(desk.alone(), "/subscribe everything filter:painted"))
                    .contains("by the last 3 hours");
            assertThat(desk.text(desk.alone(), "/subscribe everything")).contains("by the last 7 days");
        }

        @Test
        void saysWhatBecomesOfDigestsThatADayHasNoMessageFor() {
            desk.text(desk.moderator(), "/channel budget:1");
            desk.text(desk.moderator(), "/subscribe ferry at:08:00 to:here confirm:yes");

            assertThat(desk.text(desk.moderator(), "/subscribe harbour at:18:00 to:here"))
                    .contains("1 message a day is sent here, fewer than there are digests")
                    .contains("told with the next one");
            assertThat(desk.text(desk.moderator(), "/subscribe harbour at:08:00 to:here"))
                    .as("both are one")
                    .doesNotContain("fewer than there are digests");
        }

        @Test
        void asksWhetherATopicWasMeant() {
            Answer preview = desk.ask(desk.alone(), "/subscribe economi");

            assertThat(press(preview, "Economy")).isEqualTo("/subscribe economy");
            assertThat(desk.text(desk.alone(), "/subscribe economi")).contains("did you mean economy?");
        }
    }

    @Nested
    class WhatIsStarted {
        @Test
        void namesTheNextDigestInLocalTime() {
            desk.ask(desk.alone(), "/timezone Berlin");
            Asker ada = fresh(desk.alone());

            String said = desk.text(ada, "/subscribe harbour at:\"mon-fri 7:30, 18:00\" confirm:yes");

            assertThat(said).contains("Monday, May 4, 2026, 18:00 (Europe/Berlin)");
            assertThat(desk.only(ada).cadence()).isInstanceOf(Cadence.ByDigest.class);
            assertThat(desk.desk.store.subscriptions().nextDue(desk.only(ada).id()))
                    .contains(Instant.parse("2026-05-04T16:00:00Z"));
        }

        private Asker fresh(Asker asker) {
            Workspace now =
                    desk.desk.store.communities().find(asker.workspace().id()).orElseThrow();
            return new Asker(asker.person(), asker.role(), now, asker.conversation(), asker.locale(), asker.viewer())
                    .alone();
        }

        @Test
        void saysAtOnceWhereThatIsWanted() {
            assertThat(desk.text(desk.alone(), "/subscribe everything confirm:yes"))
                    .contains("Subscribed: everything")
                    .contains("You are told at once");
        }

        @Test
        void isMeantInTheZoneThatIsNamed() {
            desk.ask(desk.alone(), "/subscribe harbour at:8am zone:kolkata confirm:yes");

            assertThat(((Cadence.ByDigest) desk.only(desk.alone()).cadence()).zone())
                    .isEqualTo(ZoneId.of("Asia/Kolkata"));
            assertThat(desk.desk
                            .store
                            .subscriptions()
                            .nextDue(desk.only(desk.alone()).id()))
                    .contains(Instant.parse("2026-05-05T02:30:00Z"));
        }

        @Test
        void changesWhatIsThereAlready() {
            desk.ask(desk.alone(), "/subscribe harbour at:8:00 confirm:yes");

            Answer again = desk.ask(desk.alone(), "/subscribe harbour at:9:00 confirm:yes");

            assertThat(again.title()).isEqualTo("Changed: Harbours and ships");
            assertThat(desk.of(desk.alone())).hasSize(1);
        }

        @Test
        void keepsLanguagesAndPublishers() {
            desk.ask(desk.alone(), "/subscribe harbour least:3 language:de,en confirm:yes");

            assertThat(desk.only(desk.alone()).wish().least()).isEqualTo(3);
            assertThat(desk.only(desk.alone()).wish().languages())
                    .isEqualTo(Set.of(Language.ENGLISH, new Language("de")));
        }

        @Test
        void isASourceByTitleOrAddress() {
            desk.ask(desk.alone(), "/subscribe Pier News confirm:yes");
            desk.ask(desk.alone(), "/subscribe " + desk.pier.address() + " confirm:yes");

            assertThat(desk.only(desk.alone()).wish().subject()).isEqualTo(new Subject.OfSource(desk.pier.id()));
        }

        @Test
        void saysThatThePlaceIsPaused() {
            desk.ask(desk.alone(), "/pause");

            assertThat(desk.text(desk.alone(), "/subscribe harbour confirm:yes"))
                    .contains("/pause until:now");
        }

        @Test
        void warnsOfMoreThanTheBudget() {
            desk.desk
                    .store
                    .subscriptions()
                    .save(Channel.standard(desk.alone().conversation().id()).withBudget(java.util.OptionalInt.of(1)));
            for (int i = 0; i < 14; i++) {
                desk.desk.add("Harbour news " + i, "Post", java.time.Duration.ofHours(i), "The harbour again.");
            }

            assertThat(desk.text(desk.alone(), "/subscribe harbour")).contains("only 1 a day are sent here");
        }
    }

    @Nested
    class WhereItIsTold {
        @Test
        void aMemberOfAGroupGetsItAlone() {
            Answer done = desk.ask(desk.member(), "/subscribe harbour confirm:yes");

            assertThat(desk.desk.text(done)).contains("our private chat");
            assertThat(desk.of(desk.member())).isEmpty();
            assertThat(desk.only(desk.alone()).workspace())
                    .isEqualTo(desk.alone().workspace().id());
        }

        @Test
        void aMemberCannotDecideForTheGroup() {
            assertThat(desk.ask(desk.member(), "/subscribe harbour to:here confirm:yes")
                            .title())
                    .isEqualTo("For moderators");
            assertThat(desk.of(desk.member())).isEmpty();
        }

        @Test
        void aModeratorDecidesForTheGroupOrForThemselves() {
            desk.ask(desk.moderator(), "/subscribe harbour confirm:yes");
            assertThat(desk.only(desk.moderator()).wish().subject()).isEqualTo(new Subject.OfTopic("harbour"));

            desk.ask(desk.moderator(), "/subscribe weather to:me confirm:yes");
            assertThat(desk.only(desk.alone()).wish().subject()).isEqualTo(new Subject.OfTopic("weather"));
        }

        @Test
        void theButtonActsWhereItWasMadeOrNowhere() {
            String here = press(desk.ask(desk.moderator(), "/subscribe harbour to:here"), "Start");
            assertThat(desk.ask(desk.alone(), here).title()).isEqualTo("That belongs elsewhere");
            assertThat(desk.ask(desk.member(), here).title()).isEqualTo("For moderators");
            desk.ask(desk.moderator(), here);
            assertThat(desk.of(desk.moderator())).hasSize(1);

            String me = press(desk.ask(desk.member(), "/subscribe weather"), "Start");
            desk.ask(desk.alone(), me);
            assertThat(desk.only(desk.alone()).wish().subject()).isEqualTo(new Subject.OfTopic("weather"));
        }

        @Test
        void whoCannotBeWrittenToIsToldWhy() {
            assertThat(desk.ask(desk.group(Role.MEMBER, PrivateChat.Unopened::new), "/subscribe harbour")
                            .title())
                    .isEqualTo("Write to me first");
            assertThat(desk.ask(desk.group(Role.MEMBER, PrivateChat.None::new), "/subscribe harbour")
                            .title())
                    .isEqualTo("Where to?");
        }

        @Test
        void aPrivateChatSeesItsOwnSourcesAlone() {
            var foreign = desk.desk.foreign();
            desk.desk.store.communities().follow(desk.moderator().workspace().id(), foreign.id());

            assertThat(desk.ask(desk.moderator(), "/subscribe source:Foreign Feed to:me confirm:yes")
                            .title())
                    .isNotEqualTo("Subscribed: Foreign Feed");
            assertThat(desk.of(desk.alone())).isEmpty();
        }
    }

    @Nested
    class WhatCannotBe {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        /subscribe                                          | /subscribe immigration when:daily at:8:00
                        /subscribe harbour words:quay                       | filter:court -football
                        /subscribe ++                                       | /subscribe "night boat"
                        /subscribe harbour at:25:00                         | "25:00" is no time of day. For example: at:8:00
                        /subscribe harbour at:soon                          | at:"mon-fri 7:30"
                        /subscribe harbour at:"8:00 mon"                    | at:"mon, wed 8:00, 18:30"
                        /subscribe harbour at:1,2,3,4,5,6,7,8,9             | at:8:00,12:00,18:30
                        /subscribe harbour when:now at:8:00                 | /subscribe immigration at:8:00
                        /subscribe harbour when:sometimes                   | now, daily, weekdays, and weekly
                        /subscribe harbour to:everybody                     | me and here
                        /subscribe harbour zone:Berlim                      | Europe/Berlin
                        /subscribe harbour zone:Atlantis_City at:8:00       | for example: Europe/Berlin
                        /subscribe harbour filter:strike (ferry             | (character 8)
                        /subscribe harbour filter:strike (ferry             | strike (harbour OR ferry)
                        /subscribe harbour filter:colour:red                | title:, publisher: and language:
                        /subscribe harbour language:klingon                 | language:en,de
                        /subscribe harbour least:-1                         | from 1 to 20
                        /subscribe harbour least:1000000000                 | from 1 to 20
                        /subscribe source:Peer News                         | Pier News
                        /subscribe source:https://other.example/feed        | /source add
                        /subscribe harbour confirm:maybe                    | yes or no
                        """)
        void isToldWithARightExampleAndNothingIsStored(String typed, String example) {
            String confirmed = typed.contains("confirm") ? typed : typed + " confirm:yes";
            Answer answer = desk.ask(desk.alone(), confirmed);

            assertThat(answer).isInstanceOf(Answer.Notice.class);
            assertThat(desk.desk.text(answer)).contains(example.strip());
            assertThat(desk.of(desk.alone())).isEmpty();
        }

        @Test
        void moreThanTheQuotaIsRefused() {
            for (int i = 0; i < Subscriptions.MOST_OF_A_CONVERSATION; i++) {
                desk.ask(desk.alone(), "/subscribe words:word" + i + " confirm:yes");
            }

            Answer full = desk.ask(desk.alone(), "/subscribe harbour confirm:yes");

            assertThat(full.title()).isEqualTo("Enough subscriptions");
            assertThat(desk.desk.text(full)).contains("50").contains("/subscriptions");
            assertThat(desk.of(desk.alone())).hasSize(Subscriptions.MOST_OF_A_CONVERSATION);
        }
    }

    @Test
    void itSpeaksGermanAndUnderstandsIt() {
        Asker ada = desk.alone(Locale.GERMAN);

        Answer.StoryList preview =
                (Answer.StoryList) desk.ask(ada, "/subscribe \"Häfen und Schiffe\" when:täglich at:\"mo-fr 7.30 Uhr\"");
        assertThat(preview.title()).startsWith("Käme zu").contains("Montag bis Freitag um 07:30 (UTC)");

        Answer done = desk.ask(ada, press(preview, "Beginnen"));
        assertThat(desk.desk.text(done)).contains("Abonniert").contains("Dienstag, 5. Mai 2026, 07:30 (UTC)");
    }
}

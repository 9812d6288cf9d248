package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.community.Introduction;
import news.lede.community.Role;
import news.lede.telegram.server.Acknowledgement;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Press;
import news.lede.telegram.server.Query;
import news.lede.telegram.server.Said;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where somebody speaks with us of another place, or in one that is not ours. */
class ElsewhereTest {
    private final LogCapture log = new LogCapture();
    private Bench bench;
    private TelegramServer server;
    private Person anna;
    private Chat alone;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        bench = Bench.ready();
        server = bench.server;
        anna = server.person("Anna", "en");
        alone = server.privateChat(anna);
    }

    @AfterEach
    void stop() {
        bench.close();
        log.close();
        assertThat(server.violations()).isEmpty();
        assertThat(server.unacknowledged()).isZero();
        assertThat(log.everything()).doesNotContain("Exception");
    }

    /** The service's word that somebody picked a chat by a key of ours. */
    private Said picks(Person person, Chat chat, String request) {
        return server.privateChat(person).send(person, 0, "-", message -> {
            message.remove("text");
            message.putObject("chat_shared")
                    .put("request_id", Integer.parseInt(request))
                    .put("chat_id", chat.id());
            return message;
        });
    }

    @Nested
    class AChatThatIsPicked {
        @Test
        void whoAsksForSettingsInPrivateIsOfferedToPickAChannelOrAGroup() {
            alone.say(anna, "/channel").answers(2, SOON);

            JsonNode keys = server.awaitTraffic("sendMessage", 2, SOON)
                    .getLast()
                    .call()
                    .path("reply_markup")
                    .path("keyboard");
            assertThat(keys.findValuesAsText("text")).containsExactly("Pick a channel", "Pick a group");
            assertThat(keys.findValuesAsText("chat_is_channel")).containsExactly("true", "false");
            assertThat(keys.findValuesAsText("request_id")).containsExactly("1", "1");
        }

        @Test
        void whatTheyPickIsSpokenOfWhereTheyAdministrateIt() {
            Chat channel = server.channel("Coast News").join(anna, Standing.ADMINISTRATOR);

            picks(anna, channel, "2").answer(SOON);

            assertThat(bench.desk.last().typed()).isEqualTo("/setup");
            assertThat(bench.askers.last().place().chat()).isEqualTo(Long.toString(channel.id()));
        }

        @Test
        void pickingProvesNothing() {
            Chat channel = server.channel("Coast News").join(anna, Standing.MEMBER);

            BotMessage answer = picks(anna, channel, "1").answer(SOON);

            assertThat(answer.text()).contains("Not yours to set up");
            assertThat(bench.desk.typed()).isEmpty();
        }

        @Test
        void aRequestThatIsNoneOfOursIsNothing() {
            Chat channel = server.channel("Coast News").join(anna, Standing.ADMINISTRATOR);

            picks(anna, channel, "7");
            alone.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/help");
        }
    }

    @Nested
    class AChannelSetUpInPrivate {
        private final Answer settings = new Answer.Notice(
                "How this place is told",
                "Six messages a day",
                List.of(
                        new Action("Quieter", "/channel budget:3"),
                        new Action("Long", "/channel mention:" + "x".repeat(60))));
        private Chat channel;

        @BeforeEach
        void open() {
            channel = server.channel("Coast News").named("coast_news").join(anna, Standing.ADMINISTRATOR);
            bench.desk.answerWith((_, typed) ->
                    typed.startsWith("/channel") ? settings : new Answer.Notice("You wrote", typed, List.of()));
        }

        private void wasAskedForTheChannel(String typed) {
            assertThat(bench.desk.last().typed()).isEqualTo(typed);
            Introduction asked = bench.askers.last();
            assertThat(asked.place().chat()).isEqualTo(String.valueOf(channel.id()));
            assertThat(asked.workspaceKey()).isEqualTo(String.valueOf(channel.id()));
            assertThat(asked.workspaceTitle()).isEqualTo("Coast News");
            assertThat(asked.role()).isEqualTo(Role.MODERATOR);
            assertThat(asked.own()).isFalse();
        }

        @Test
        void anAdministratorNamesItAndIsAnsweredInPrivate() {
            BotMessage answer = alone.say(anna, "/channel @coast_news budget:3").answer(SOON);

            assertThat(answer.chat()).isEqualTo(anna.id());
            wasAskedForTheChannel("/channel budget:3");
            assertThat(channel.written()).isEmpty();
        }

        @Test
        void theButtonsOfThatAnswerActThere() {
            BotMessage answer = alone.say(anna, "/channel @coast_news").answer(SOON);

            Press press = alone.press(anna, answer, "Quieter");
            press.said().answer(SOON);

            assertThat(press.acknowledgement(SOON).after()).isLessThan(Bench.IN_TIME);
            wasAskedForTheChannel("/channel budget:3");
            assertThat(answer.button("Long").copies()).isPresent();
        }

        @Test
        void aCommandInReplyToThatAnswerActsThere() {
            BotMessage answer = alone.say(anna, "/channel " + channel.id()).answer(SOON);

            alone.reply(anna, answer, "/subscribe weather when:daily").answer(SOON);
            wasAskedForTheChannel("/subscribe weather when:daily");
            alone.reply(anna, answer, "plain words").answer(SOON);
            assertThat(bench.askers.last().own()).isTrue();
        }

        @Test
        void whoeverIsNoAdministratorIsRefused() {
            Person olaf = server.person("Olaf", "en");
            BotMessage answer = alone.say(anna, "/channel @coast_news").answer(SOON);
            int asked = bench.desk.typed().size();
            Chat his = server.privateChat(olaf);

            assertThat(his.say(olaf, "/channel @coast_news").answer(SOON).text())
                    .contains("Not yours to set up");
            Press forged =
                    his.pressWith(olaf, answer, answer.button("Quieter").data().orElseThrow());
            assertThat(forged.said().answer(SOON).text()).contains("Not yours to set up");
            assertThat(his.say(olaf, "/channel @no_such_channel").answer(SOON).text())
                    .contains("do not know");
            assertThat(bench.desk.typed()).hasSize(asked);
        }

        @Test
        void whoeverMakesUsAdministratorIsShownWhatCanBeSet() {
            alone.say(anna, "/start").answer(SOON);
            int before = alone.written().size();

            channel.promoteBot(anna);

            BotMessage shown = server.await(
                    SOON,
                    () -> alone.written().stream().skip(before).findFirst(),
                    "nothing in private after the promotion");
            assertThat(shown.text()).contains("How this place is told");
            wasAskedForTheChannel("/channel");
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> bench.received.waiting("telegram").isEmpty());
        }
    }

    @Nested
    class BehindOurNameInAnyChat {
        @Test
        void wordsAreAskedAsTheirOwnWorkspaceAndAnsweredInTime() {
            Query.Answered answered = server.search(anna, "  immigration ", "").answer(SOON);

            assertThat(bench.desk.last().typed()).isEqualTo("/topic immigration");
            assertThat(bench.askers.last().own()).isTrue();
            assertThat(bench.askers.last().workspaceKey()).isEqualTo(String.valueOf(anna.id()));
            assertThat(answered.choices()).isNotEmpty();
            assertThat(answered.call().path("is_personal").asBoolean()).isTrue();
            assertThat(answered.call().path("cache_time").asInt()).isPositive();
        }

        @Test
        void withoutWordsTheLatestComePageByPage() {
            Query.Answered first = server.search(anna, "", "").answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/latest");
            assertThat(first.choices()).hasSize(2);
            assertThat(first.nextOffset()).isEqualTo("2");

            Query.Answered second = server.search(anna, "", "2").answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/latest page:2");
            assertThat(second.nextOffset()).isEmpty();
        }

        @Test
        void oddWordsAndForgedOffsetsAreAnswered() {
            server.search(anna, "\"a:b\" /start 😀", "99999999999999").answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/topic  a b  /start 😀");
            server.search(anna, "https://coastwire.example/1", "x").answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/summarize https://coastwire.example/1");
        }

        @Test
        void aStoryThatIsSharedIsTheOneChoice() {
            assertThat(server.search(anna, "#4", "").answer(SOON).choices()).hasSize(1);
            assertThat(bench.desk.last().typed()).isEqualTo("/story 4");
        }

        @Test
        void whatIsNoNewsCannotBeSentAndIsSaidAboveTheList() {
            bench.desk.answerWith((_, _) -> new Answer.Notice("Nothing found", "Nothing fits these words.", List.of()));

            Query.Answered answered = server.search(anna, "xyz", "").answer(SOON);

            assertThat(answered.choices()).isEmpty();
            assertThat(answered.call().at("/button/text").asText()).contains("Nothing found");
        }

        @Test
        void aButtonThereLeadsIntoThePrivateChat() {
            Acknowledgement acknowledgement =
                    server.pressAfar(anna, "1:/story 4").acknowledgement(SOON);

            server.open(anna, acknowledgement.url()).answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/story 4");
            assertThat(server.pressAfar(anna, "forged").acknowledgement(SOON).alert())
                    .isTrue();
        }
    }

    @Nested
    class AsAGuest {
        @Test
        void aMentionWithWordsIsAnsweredOnceAsTheirOwnWorkspace() {
            Query.Answered answered =
                    server.summon(anna, "@lede_news_bot dam linfell").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("dam linfell");
            assertThat(bench.askers.last().own()).isTrue();
            assertThat(answered.choices()).hasSize(1);
        }

        @Test
        void commandsWorkToo() {
            server.summon(anna, "/latest@lede_news_bot count:1").answer(SOON);
            server.summon(anna, "@Lede_News_Bot").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/latest count:1", "/latest");
        }
    }

    @Nested
    class LinksIntoAChatWithUs {
        @Test
        void oneToATopicBeginsASubscription() {
            server.open(anna, "https://t.me/lede_news_bot?start=topic_local-weather")
                    .answer(SOON);

            assertThat(bench.desk.last().typed()).isEqualTo("/subscribe local-weather");
            assertThat(DeepLink.of("lede_news_bot", "/subscribe local-weather"))
                    .contains("https://t.me/lede_news_bot?start=topic_local-weather");
        }

        @Test
        void theOneThatAddsUsToAGroupBeginsItThere() {
            Chat group = server.supergroup("Newsroom").join(anna, Standing.ADMINISTRATOR);

            group.say(anna, "/start@lede_news_bot topic_weather").answer(SOON);

            assertThat(bench.desk.last().typed()).isEqualTo("/subscribe weather");
            assertThat(bench.askers.last().role()).isEqualTo(Role.MODERATOR);
            assertThat(bench.askers.last().own()).isFalse();
        }
    }

    @Nested
    class Topics {
        @Test
        void aClosedGeneralTopicStopsNothingElsewhereInTheForum() {
            Chat forum = server.forum("Town").join(anna, Standing.MEMBER);
            int harbour = forum.topic("Harbour");
            forum.general(false);
            forum.say(anna, "/latest");
            server.awaitTraffic("sendMessage", 1, SOON);

            forum.sayIn(harbour, anna, "/latest").answer(SOON);
            forum.general(true);
            forum.say(anna, "/help").answer(SOON);

            assertThat(server.traffic("leaveChat")).isEmpty();
        }

        @Test
        void aTopicOfAPrivateChatIsAnsweredThere() {
            int weather = alone.topic("Weather");

            BotMessage answer = alone.sayIn(weather, anna, "/latest").answer(SOON);

            assertThat(answer.thread()).hasValue(weather);
            assertThat(bench.askers.last().place().thread()).contains(String.valueOf(weather));
            assertThat(bench.askers.last().own()).isTrue();
            Press press = alone.press(anna, answer, "2");
            assertThat(press.said().answer(SOON).thread()).hasValue(weather);
        }
    }

    @Nested
    class SlowWork {
        @Test
        void aButtonThatActsInThePlaceIsAcknowledgedInTimeAndSaysLaterWhatCameOfIt() {
            Chat group = server.supergroup("Newsroom").join(anna, Standing.ADMINISTRATOR);
            bench.desk.answerWith(
                    (_, _) -> new Answer.Notice("T", "t", List.of(new Action("End it", "/unsubscribe 4"))));
            BotMessage list = group.say(anna, "/subscriptions").answer(SOON);
            CountDownLatch go = new CountDownLatch(1);
            bench.desk.answerWith((_, _) -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Answer.Notice("Ended: Weather", "Nothing more comes of it.", List.of());
            });

            Press press = group.press(anna, list, "End it");
            Acknowledgement acknowledgement = press.acknowledgement(SOON);
            go.countDown();

            assertThat(acknowledgement.after()).isLessThan(Bench.IN_TIME);
            assertThat(acknowledgement.alert()).isFalse();
            assertThat(press.said().answer(SOON).text()).contains("Ended: Weather");
        }

        @Test
        void twoPressesAtOnceAreOne() {
            BotMessage list = alone.say(anna, "/latest").answer(SOON);
            List<Press> presses = new ArrayList<>();
            server.atOnce(() -> {
                presses.add(alone.press(anna, list, "2"));
                presses.add(alone.press(anna, list, "2"));
            });

            presses.forEach(press -> press.acknowledgement(SOON));
            alone.say(anna, "/help");
            server.await(
                    SOON,
                    () -> Optional.of(bench.desk.typed()).filter(t -> t.contains("/help")),
                    "the last question was not asked");

            assertThat(bench.desk.typed()).containsExactly("/latest", "/story 7", "/help");
        }
    }

    @Nested
    class PassedOn {
        private Said forward(String text, Optional<String> link) {
            return alone.send(anna, 0, text, m -> {
                m.putObject("forward_origin")
                        .put("type", "hidden_user")
                        .put("date", 1)
                        .put("sender_user_name", "Somebody");
                link.ifPresent(url -> m.putArray("entities")
                        .addObject()
                        .put("type", "text_link")
                        .put("offset", 0)
                        .put("length", 4)
                        .put("url", url));
                return m;
            });
        }

        @Test
        void whatLinksToAnArticleIsSummarised() {
            forward("Read this", Optional.of("https://coastwire.example/1")).answer(SOON);
            forward("See https://coastwire.example/2 now", Optional.empty()).answer(SOON);

            assertThat(bench.desk.typed())
                    .containsExactly(
                            "/summarize https://coastwire.example/1", "/summarize https://coastwire.example/2");
        }

        @Test
        void wordsAloneAreMatchedToTheirStory() {
            forward("Ferry Brisa: back in port", Optional.empty()).answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/related Ferry Brisa back in port");
        }
    }

    @Test
    void theLanguageOfWhoeverSpeaksOfAnotherPlaceIsTheirs() {
        Person olaf = server.person("Olaf", "de");
        Chat group = server.supergroup("Newsroom").named("news_room").join(olaf, Standing.CREATOR);

        server.privateChat(olaf).say(olaf, "/channel @news_room").answer(SOON);

        assertThat(bench.askers.last().locale()).map(Locale::getLanguage).contains("de");
        assertThat(bench.askers.last().place().chat()).isEqualTo(String.valueOf(group.id()));
    }
}

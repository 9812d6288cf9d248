package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.community.Introduction;
import news.lede.community.Role;
import news.lede.telegram.server.Acknowledgement;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Button;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Entity;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Press;
import news.lede.telegram.server.Said;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramAdapterTest {
    private Bench bench;
    private TelegramServer server;
    private Person anna;
    private Chat alone;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        bench = Bench.ready();
        server = bench.server;
        anna = server.person("Anna", "de");
        alone = server.privateChat(anna);
    }

    @AfterEach
    void stop() {
        bench.close();
        assertThat(server.violations()).isEmpty();
        assertThat(server.unacknowledged()).isZero();
    }

    @Nested
    class AloneWithSomebody {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/latest",
                    "/topic immigration",
                    "/related 4",
                    "/story 4",
                    "/search dam",
                    "/summarize https://valleypost.example/2",
                    "/topics",
                    "/help",
                    "/start"
                })
        void everyCommandIsAnswered(String command) {
            BotMessage answer = alone.say(anna, command).answer(SOON);

            assertThat(bench.desk.typed()).containsExactly(command);
            assertThat(answer.text()).isNotBlank();
            assertThat(answer.replyTo()).isEmpty();
        }

        @Test
        void plainWordsAndLinksGoToTheDeskAsTheyAre() {
            alone.say(anna, "https://valleypost.example/2").answer(SOON);
            alone.say(anna, "dam linfell").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("https://valleypost.example/2", "dam linfell");
        }

        @Test
        void theDeskLearnsWhoAsksInTheirOwnWorkspace() {
            alone.say(anna, "/latest").answer(SOON);

            Introduction caller = bench.askers.last();
            assertThat(caller.own()).isTrue();
            assertThat(caller.role()).isEqualTo(Role.MEMBER);
            assertThat(caller.person()).hasToString("telegram:" + anna.id());
            assertThat(caller.workspaceKey()).isEqualTo(String.valueOf(anna.id()));
            assertThat(caller.locale())
                    .hasValueSatisfying(l -> assertThat(l.getLanguage()).isEqualTo("de"));
        }

        @Test
        void aButtonIsAcknowledgedAndAnsweredByANewMessage() {
            BotMessage list = alone.say(anna, "/latest").answer(SOON);

            Press press = alone.press(anna, list, "2");

            assertThat(press.acknowledgement(SOON).after()).isLessThan(Bench.IN_TIME);
            press.said().answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/story 7");
            assertThat(server.traffic("editMessageText")).isEmpty();
        }

        @Test
        void aButtonIsAcknowledgedBeforeTheDeskHasAnswered() throws InterruptedException {
            BotMessage list = alone.say(anna, "/latest").answer(SOON);
            java.util.concurrent.CountDownLatch answered = new java.util.concurrent.CountDownLatch(1);
            bench.desk.answerWith((_, typed) -> {
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return FakeDesk.usual(typed);
            });

            Press press = alone.press(anna, list, "Next page");

            assertThat(press.acknowledgement(SOON).after()).isLessThan(Bench.IN_TIME);
            assertThat(press.said().answersSoFar()).isEmpty();
            answered.countDown();
            press.said().answer(SOON);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0:/latest", "garbage", "1:latest", "\u0000", "1:"})
        void forgedOrOldDataIsAnsweredPolitely(String data) {
            BotMessage list = alone.say(anna, "/latest").answer(SOON);

            Acknowledgement acknowledgement = alone.pressWith(anna, list, data).acknowledgement(SOON);

            assertThat(acknowledgement.alert()).isTrue();
            assertThat(acknowledgement.text()).contains("Knopf");
            assertThat(bench.desk.typed()).containsExactly("/latest");
        }

        @Test
        void aReplyToAStoryMeansThatStory() {
            BotMessage card = alone.say(anna, "/story 4").answer(SOON);

            alone.reply(anna, card, "/related").answer(SOON);

            assertThat(bench.desk.last().typed()).isEqualTo("/related 4");
        }

        @Test
        void aReplyToSomebodysWordsMeansThese() {
            alone.send(anna, 0, "/related", m -> {
                ObjectNode said = m.deepCopy();
                said.put("text", "Is the dam: \"safe\"?").remove("entities");
                m.set("reply_to_message", said);
                return m;
            });
            alone.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.typed()).contains("/related Is the dam safe ?");
        }

        @Test
        void aReplyToAListMeansItsFirstLink() {
            BotMessage list = alone.say(anna, "/latest").answer(SOON);

            alone.reply(anna, list, "/related").answer(SOON);

            assertThat(bench.desk.last().typed()).isEqualTo("/related https://harbourcourier.example/1");
        }

        @Test
        void answersComeInTheOrderOfTheQuestions() {
            bench.desk.answerWith((_, typed) -> new Answer.Notice("Answer", typed, List.of()));
            Said first = alone.say(anna, "question 0");
            IntStream.range(1, 30).forEach(i -> alone.say(anna, "question " + i));

            assertThat(first.answers(30, SOON))
                    .extracting(m -> m.text().lines().toList().getLast())
                    .containsExactlyElementsOf(IntStream.range(0, 30)
                            .mapToObj(i -> "question " + i)
                            .toList());
        }

        @Test
        void aLongAnswerBecomesSeveralMessagesWithTheButtonsUnderTheLast() {
            List<Answer.Listing.Line> lines = IntStream.range(0, 200)
                    .mapToObj(i -> new Answer.Listing.Line("topic " + i, "x".repeat(60)))
                    .toList();
            bench.desk.answerWith((_, _) -> new Answer.Listing(
                    Answer.Listing.Kind.TOPICS,
                    "Topics",
                    List.of(new Answer.Listing.Section("", lines)),
                    List.of(new news.lede.answer.Action("Latest", "/latest")),
                    java.util.Optional.empty()));

            List<BotMessage> messages = alone.say(anna, "/topics").answers(4, SOON);

            assertThat(messages.getFirst().buttons()).isEmpty();
            assertThat(messages.getLast().buttons()).hasSize(1);
            assertThat(messages.getLast().text()).contains("topic 199");
        }

        @Test
        void newsTextMentionsNobody() {
            bench.desk.answerWith((_, _) -> new Answer.StoryList(
                    "Latest",
                    List.of(SampleStories.story(
                            9,
                            "Ask @everybody or /start",
                            List.of("both mention @somebody"),
                            SampleStories.article(1, "@paper", "Ask @everybody", "Write to @nobody and /stop it."))),
                    List.of(),
                    java.util.Optional.of("@footer")));

            BotMessage answer = alone.say(anna, "/latest").answer(SOON);

            assertThat(answer.body().entities()).extracting(Entity::type).doesNotContain("mention", "bot_command");
        }
    }

    @Nested
    class AmongSeveral {
        private Chat group;

        @BeforeEach
        void join() {
            group = server.supergroup("Newsroom").join(anna, Standing.MEMBER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/latest", "/latest@lede_news_bot", "/LATEST@Lede_News_Bot"})
        void aCommandToUsIsAnsweredInReply(String command) {
            Said said = group.say(anna, command);

            assertThat(said.answer(SOON).replyTo()).hasValue(said.id());
            assertThat(bench.desk.typed()).containsExactly("/latest");
            assertThat(bench.askers.last().workspaceTitle()).isEqualTo("Newsroom");
            assertThat(bench.askers.last().own()).isFalse();
        }

        @Test
        void whatIsNotForUsIsLeftAlone() {
            group.say(anna, "good morning");
            group.say(anna, "/latest@another_bot");
            group.say(anna, "/weather");

            group.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/help");
        }

        @Test
        void aPressedButtonLeadsIntoThePrivateChatAndLeavesTheMessage() {
            BotMessage list = group.say(anna, "/latest").answer(SOON);

            Press press = group.press(anna, list, "Next page");
            Acknowledgement acknowledgement = press.acknowledgement(SOON);

            assertThat(acknowledgement.after()).isLessThan(Bench.IN_TIME);
            assertThat(acknowledgement.url()).startsWith("https://t.me/lede_news_bot?start=");
            server.open(anna, acknowledgement.url()).answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/latest page:2");
            assertThat(bench.askers.last().own()).isTrue();
            assertThat(press.said().answersSoFar()).isEmpty();
        }

        @Test
        void aButtonThatActsInThePlaceActsThereAndTellsWhoeverPressedAlone() throws IOException, InterruptedException {
            bench.close();
            bench = Bench.patient();
            server = bench.server;
            anna = server.person("Anna", "de");
            join();
            bench.desk.answerWith((_, typed) -> typed.startsWith("/unsubscribe")
                    ? new Answer.Notice("Ended: Weather", "Nothing more comes of it.", List.of())
                    : new Answer.Notice("T", "t", List.of(new Action("End it", "/unsubscribe 4"))));
            BotMessage list = group.say(anna, "/subscriptions").answer(SOON);

            Press press = group.press(anna, list, "End it");
            Acknowledgement acknowledgement = press.acknowledgement(SOON);

            assertThat(acknowledgement.text()).isEqualTo("Ended: Weather: Nothing more comes of it.");
            assertThat(acknowledgement.alert()).isTrue();
            assertThat(acknowledgement.url()).isEmpty();
            assertThat(bench.desk.last().typed()).isEqualTo("/unsubscribe 4");
            assertThat(bench.askers.last().own()).isFalse();
            assertThat(press.said().answersSoFar()).isEmpty();
        }

        @Test
        void aButtonWhoseAnswerIsMoreThanANoticeIsAnsweredInThePlace() {
            bench.desk.answerWith((_, _) -> new Answer.StoryList(
                    "Would come",
                    List.of(SampleStories.dam()),
                    List.of(new Action("Economy", "/subscribe economy")),
                    Optional.empty()));
            BotMessage preview = group.say(anna, "/subscribe economi").answer(SOON);

            Press press = group.press(anna, preview, "Economy");

            assertThat(press.acknowledgement(SOON).alert()).isFalse();
            press.said().answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/subscribe economy");
        }

        @Test
        void administratorsAreModeratorsAndWhoCreatedItOwnsIt() {
            Person olaf = server.person("Olaf", "");
            Person ines = server.person("Ines", "en");
            group.join(olaf, Standing.ADMINISTRATOR).join(ines, Standing.CREATOR);

            group.say(anna, "/help").answer(SOON);
            assertThat(bench.askers.last().role()).isEqualTo(Role.MEMBER);
            group.say(olaf, "/help").answer(SOON);
            assertThat(bench.askers.last().role()).isEqualTo(Role.MODERATOR);
            group.say(ines, "/help").answer(SOON);
            assertThat(bench.askers.last().role()).isEqualTo(Role.OWNER);
        }

        @Test
        void whetherSomebodyModeratesIsAskedOnceAMinuteAtMost() {
            group.say(anna, "/help").answer(SOON);
            group.say(anna, "/latest").answer(SOON);

            assertThat(server.traffic("getChatMember")).hasSize(1);
        }

        @Test
        void anonymousAdministratorsSpeakForTheGroup() {
            ObjectNode self =
                    JsonNodeFactory.instance.objectNode().put("id", group.id()).put("type", "supergroup");
            Said said = group.send(anna, 0, "/help", m -> {
                m.set("sender_chat", self.put("title", "Newsroom"));
                return m;
            });

            said.answer(SOON);
            assertThat(bench.askers.last().role()).isEqualTo(Role.MODERATOR);
            assertThat(server.traffic("getChatMember")).isEmpty();
        }

        @Test
        void postsForwardedFromALinkedChannelAreIgnored() {
            group.send(anna, 0, "/latest", m -> m.put("is_automatic_forward", true));
            group.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/help");
        }

        @Test
        void aLinkThatIsOldNewsGetsASmallReply() {
            bench.desk.remarkWith(said -> Optional.of(new Answer.Notice(
                    "Known here", "Told here: 10:05.", List.of(new Action("Open", "/story 4", Action.Kind.OPEN)))));

            Said said = group.say(anna, "look https://paper.example/1");

            BotMessage reply = said.answer(SOON);
            assertThat(reply.text()).contains("Told here: 10:05.");
            assertThat(reply.replyTo()).hasValue(said.id());
            assertThat(bench.desk.overheard).containsExactly("look https://paper.example/1");
            assertThat(bench.desk.typed()).isEmpty();
            assertThat(server.traffic("getChatMember")).isEmpty();
            assertThat(bench.received.waiting("telegram")).isEmpty();
        }

        @Test
        void whatElseIsSaidThereIsNotEvenLookedAt() {
            bench.desk.remarkWith(_ -> Optional.of(new Answer.Notice("Old", "Old", List.of())));

            group.say(anna, "good morning");
            group.say(anna, "/other@another_bot https://paper.example/1");
            group.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.overheard).isEmpty();
            assertThat(group.written()).hasSize(1);
        }

        @Test
        void aChainOfRepliesIsNoTopic() {
            Said said = group.send(anna, 0, "/latest", m -> m.put("message_thread_id", 12));

            assertThat(said.answer(SOON).thread()).isEmpty();
        }

        @Test
        void aGroupThatBecomesASupergroupIsAnsweredThere() {
            Chat old = server.group("Small").join(anna, Standing.MEMBER);
            Chat moved = old.moveToSupergroup();

            old.say(anna, "/latest");

            BotMessage answer =
                    server.await(SOON, () -> moved.written().stream().findFirst(), "no answer in the moved group");
            assertThat(answer.chat()).isEqualTo(moved.id());
        }
    }

    @Nested
    class InAForum {
        @Test
        void theAnswerComesInTheTopicOfTheQuestion() {
            Chat forum = server.forum("Town").join(anna, Standing.MEMBER);
            int harbour = forum.topic("Harbour");
            int market = forum.topic("Market");

            forum.sayIn(harbour, anna, "/latest").answer(SOON);
            forum.sayIn(market, anna, "/help").answer(SOON);
            forum.say(anna, "/topics").answer(SOON);

            assertThat(forum.written()).extracting(m -> m.thread().orElse(0)).containsExactly(harbour, market, 0);
        }

        @Test
        void aClosedTopicStopsNothing() {
            Chat forum = server.forum("Town").join(anna, Standing.MEMBER);
            int closed = forum.topic("Closed");
            forum.closeTopic(closed);

            forum.sayIn(closed, anna, "/latest");
            forum.say(anna, "/latest").answer(SOON);

            assertThat(bench.adapter.status().isReady()).isTrue();
        }
    }

    @Nested
    class InAChannel {
        @Test
        void aPostedCommandIsAnsweredWithLinksIntoThePrivateChat() {
            Chat channel = server.channel("Coast News");

            BotMessage answer = channel.say(anna, "/latest").answer(SOON);

            assertThat(answer.buttons())
                    .isNotEmpty()
                    .allSatisfy(b -> assertThat(b.data()).isEmpty());
            Button next = answer.button("Next page");
            server.open(anna, next.url().orElseThrow()).answer(SOON);
            assertThat(bench.desk.last().typed()).isEqualTo("/latest page:2");
        }

        @Test
        void postsThatAreNoCommandsAreLeftAlone() {
            Chat channel = server.channel("Coast News");
            channel.say(anna, "A post of the day");
            channel.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/help");
        }
    }

    @Nested
    class Menus {
        @Test
        void everyScopeHasItsCommandsInEveryLanguage() {
            server.awaitTraffic("setMyShortDescription", Texts.LANGUAGES.size(), SOON);

            Set<String> every = Texts.LANGUAGES.stream()
                    .map(Locale::getLanguage)
                    .map(language -> language.equals("en") ? "" : language)
                    .flatMap(language -> Stream.of(
                                    "default", "all_private_chats", "all_group_chats", "all_chat_administrators")
                            .map(scope -> scope + "/" + language))
                    .collect(Collectors.toSet());
            assertThat(server.menus().keySet()).isEqualTo(every);
            int ofMembers = (int) bench.desk.commands().stream()
                    .filter(c -> c.role() == Role.MEMBER)
                    .count();
            assertThat(server.menu("default", "").orElseThrow()).hasSize(ofMembers);
            assertThat(server.menu("all_private_chats", "").orElseThrow()).hasSameSizeAs(bench.desk.commands());
            assertThat(server.menu("all_group_chats", "").orElseThrow()).hasSize(ofMembers - 1);
            assertThat(server.menu("all_chat_administrators", "").orElseThrow())
                    .hasSize(bench.desk.commands().size() - 1);
            assertThat(server.menu("default", "de")).isNotEqualTo(server.menu("default", ""));
        }

        @Test
        void theBotSaysWhatItIsInEveryLanguage() {
            server.awaitTraffic("setMyShortDescription", Texts.LANGUAGES.size(), SOON);

            assertThat(server.selfDescription("description", "").orElseThrow()).contains("news desk");
            assertThat(server.selfDescription("description", "de").orElseThrow())
                    .contains("Nachrichtenredaktion");
            assertThat(server.selfDescription("short_description", "de").orElseThrow())
                    .isNotEmpty();
        }

        @Test
        void whatIsToldAlreadyIsNotToldAgain() throws InterruptedException {
            awaitAllTold();
            bench.adapter.close();
            int told = told();

            try (TelegramAdapter restarted = bench.another()) {
                restarted.start();
                assertThat(restarted.awaitReady(SOON).isReady()).isTrue();
                alone.say(anna, "/help").answer(SOON);
            }

            assertThat(told()).isEqualTo(told);
            assertThat(told).isEqualTo(6 * Texts.LANGUAGES.size());
        }

        @Test
        void whatCouldNotBeToldIsToldAfterTheNextStart() throws InterruptedException {
            awaitAllTold();
            bench.adapter.close();
            bench.memory.facts().tell("telegram", "7000000001", "description/de", "something older");
            server.faults().next("setMyDescription", 1, new Fault.Error(400, "Bad Request: not now"));
            int told = told();
            for (int life = 0; life < 2; life++) {
                try (TelegramAdapter restarted = bench.another()) {
                    restarted.start();
                    server.awaitTraffic("setMyDescription", Texts.LANGUAGES.size() + 1 + life, SOON);
                    assertThat(restarted.awaitReady(SOON).isReady()).isTrue();
                    if (life == 1) {
                        // What the service has taken is written down a moment later, unless we are closed before.
                        Awaitility.await()
                                .atMost(SOON)
                                .until(() -> bench.memory
                                        .facts()
                                        .told("telegram", "7000000001", "description/de")
                                        .equals(server.selfDescription("description", "de")));
                    }
                }
            }

            assertThat(told()).isEqualTo(told + 2);
        }

        private void awaitAllTold() {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> bench.memory
                            .facts()
                            .told("telegram", "7000000001", "short-description/" + Texts.LANGUAGES.getLast())
                            .isPresent());
        }

        private int told() {
            return server.traffic("setMyCommands").size()
                    + server.traffic("setMyDescription").size()
                    + server.traffic("setMyShortDescription").size();
        }
    }

    @Nested
    class StrangeUpdates {
        @Test
        void nothingUnusualStopsTheAdapter() {
            JsonNodeFactory json = JsonNodeFactory.instance;
            server.deliver(json.objectNode());
            server.deliver(json.objectNode().put("message", "not an object"));
            server.deliver(json.objectNode().set("message", json.objectNode().put("message_id", "x")));
            server.deliver(json.objectNode().set("message", json.objectNode()));
            server.deliver(
                    json.objectNode().set("callback_query", json.objectNode().put("id", "5")));
            server.deliver(json.objectNode().set("hologram", json.objectNode().put("depth", 3)));
            alone.send(anna, 0, "", m -> {
                m.remove("text");
                m.putObject("sticker")
                        .put("file_id", "f")
                        .put("file_unique_id", "u")
                        .put("type", "regular")
                        .put("width", 1)
                        .put("height", 1)
                        .put("is_animated", false)
                        .put("is_video", false);
                return m;
            });
            alone.send(anna, 0, "", m -> {
                m.remove("text");
                return m.put("new_chat_title", "A new title");
            });

            alone.say(anna, "/help").answer(SOON);

            assertThat(bench.desk.typed()).containsExactly("/help");
            // The batch is confirmed by the next request for updates, which may come after the answer.
            server.await(SOON, () -> Optional.of(server.unconfirmed()).filter(n -> n <= 1), "updates stay unconfirmed");
        }

        @Test
        void aDeskThatThrowsCostsOneAnswerOnly() {
            bench.desk.answerWith((_, typed) -> {
                if (typed.equals("/latest")) {
                    throw new IllegalStateException("the store is gone");
                }
                return FakeDesk.usual(typed);
            });

            BotMessage sorry = alone.say(anna, "/latest").answer(SOON);
            alone.say(anna, "/help").answer(SOON);

            assertThat(sorry.text()).contains("schiefgegangen").doesNotContain("store is gone");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/поиск вода", "/検索", "/", "//", "/a@", "\u202e/latest", "/latest\u0000x", "🚢"})
        void commandsInEveryScriptAreAnswered(String text) {
            alone.say(anna, text).answer(SOON);
        }

        @Test
        void aMessageOfFullLengthIsAnswered() {
            alone.say(anna, "/topic " + "😀".repeat(2044)).answer(SOON);
        }
    }
}

package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Messenger.Sighting;
import news.lede.alert.Receipt;
import news.lede.alert.SeenDoors;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Snapshot;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.TelegramServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of messages to a local Bot API, with the real client. */
class TelegramMessengerTest {
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    private static final Phrases PHRASES = new Phrases(TEXTS, SampleStories.NOW, ZoneOffset.UTC);

    private static final InstantSource STILL = InstantSource.fixed(SampleStories.NOW);

    private static Bench bench;
    private static Messenger messenger;

    private Chat alone;

    @BeforeAll
    static void connect() throws IOException, InterruptedException {
        bench = Bench.ready();
        messenger = bench.adapter.messenger();
    }

    @AfterAll
    static void leave() {
        assertThat(bench.server.violations()).isEmpty();
        bench.close();
    }

    @BeforeEach
    void meet() {
        Person anna = bench.server.person("Anna", "en");
        alone = bench.server.privateChat(anna);
    }

    @AfterEach
    void clear() {
        bench.server.faults().clear();
    }

    private static Place place(Chat chat) {
        return new Place("telegram", Long.toString(chat.id()), Optional.empty());
    }

    private static Outgoing message(Place place, StoryItem story) {
        return message(place, new Answer.StoryCard(story.view().title(), story, List.of(), Optional.empty()));
    }

    private static Outgoing message(Place place, Answer answer) {
        return new Outgoing(place, "9ix-lq0b3x", answer, PHRASES, false, Optional.empty(), Optional.empty());
    }

    private static Outgoing message(Place place) {
        return message(place, SampleStories.dam());
    }

    private static Outgoing replying(Place place, Receipt to) {
        Outgoing plain = message(place, SampleStories.ferry());
        return new Outgoing(
                place, "another", plain.answer(), plain.phrases(), false, Optional.empty(), Optional.of(to));
    }

    private static Receipt delivered(Outgoing message) {
        Result result = messenger.send(message);
        assertThat(result).isInstanceOf(Result.Delivered.class);
        return ((Result.Delivered) result).receipt();
    }

    private static Reason reason(Result result) {
        assertThat(result).isInstanceOf(Result.Unreachable.class);
        return ((Result.Unreachable) result).reason();
    }

    private static BotMessage only(Chat chat) {
        assertThat(chat.written()).hasSize(1);
        return chat.written().getFirst();
    }

    @Test
    void aPersonIsWrittenToInTheChatThatHasTheirId() {
        assertThat(messenger.inPrivate("7")).isEqualTo(new Place("telegram", "7", Optional.empty()));
    }

    @Nested
    class Sending {
        @Test
        void itStandsInTheChatOnceWithAReceiptThatNamesIt() {
            Receipt receipt = delivered(message(place(alone)));

            assertThat(receipt.value()).isEqualTo(alone.id() + "/" + only(alone).id());
            assertThat(alone.accepted().values()).containsExactly(1);
        }

        @Test
        void aSilentOneMakesNoSound() {
            Outgoing plain = message(place(alone));
            delivered(new Outgoing(
                    plain.place(), "n", plain.answer(), PHRASES, true, Optional.empty(), Optional.empty()));

            assertThat(lastCall("sendMessage").path("disable_notification").asBoolean())
                    .isTrue();
        }

        @Test
        void aTopicIsNamed() {
            Chat forum = bench.server.forum("Newsroom");
            int topic = forum.topic("Harbour");

            delivered(message(new Place("telegram", Long.toString(forum.id()), Optional.of(Integer.toString(topic)))));

            assertThat(only(forum).thread()).hasValue(topic);
        }

        @Test
        void itRepliesToWhatWasToldBefore() {
            Receipt first = delivered(message(place(alone)));

            delivered(replying(place(alone), first));

            assertThat(alone.written().getLast().replyTo())
                    .isEqualTo(OptionalLong.of(alone.written().getFirst().id()));
        }

        @Test
        void itComesAloneWhereThatIsGoneOrWasInAnotherChat() {
            delivered(replying(place(alone), new Receipt(alone.id() + "/999999")));
            delivered(replying(place(alone), new Receipt("-100123/7")));

            assertThat(alone.written()).hasSize(2).allMatch(m -> m.replyTo().isEmpty());
        }

        @Test
        void inGroupsAndChannelsButtonsAreLinksIntoThePrivateChat() {
            for (Chat chat : List.of(bench.server.supergroup("Town"), bench.server.channel("Coast News"))) {
                delivered(message(
                        place(chat),
                        new Answer.StoryList("Stories", List.of(SampleStories.dam()), List.of(), Optional.empty())));

                assertThat(only(chat).buttons())
                        .isNotEmpty()
                        .allMatch(b -> b.url().isPresent());
            }
            delivered(message(
                    place(alone),
                    new Answer.StoryList("Stories", List.of(SampleStories.dam()), List.of(), Optional.empty())));
            assertThat(only(alone).buttons())
                    .isNotEmpty()
                    .allMatch(b -> b.data().isPresent());
        }
    }

    @Nested
    class OfALongDigest {
        private Answer digest(int stories) {
            List<StoryItem> items = new ArrayList<>();
            for (int i = 1; i <= stories; i++) {
                items.add(SampleStories.story(
                        i,
                        "Harbour master " + i + " says " + "that the ferries sail again ".repeat(6),
                        List.of(),
                        SampleStories.article(
                                i,
                                "Harbour Post",
                                "Harbour master " + i,
                                "The ferries sail again on Monday, said the harbour master, ".repeat(4) + i + ".")));
            }
            return new Answer.Briefing("Digest", items, List.of(), Optional.of("The next one comes tomorrow."));
        }

        @Test
        void oneMessageIsMade() {
            delivered(message(place(alone), digest(12)));

            assertThat(only(alone).text())
                    .contains("12. Harbour master 12 says", "The next one comes tomorrow.")
                    .doesNotContain("more");
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                403 | Forbidden: bot was blocked by the user | BLOCKED
                403 | Forbidden: bot can't initiate conversation with a user | BLOCKED
                403 | Forbidden: user is deactivated | DELETED
                403 | Forbidden: bot was kicked from the supergroup chat | KICKED
                403 | Forbidden: bot is not a member of the channel chat | KICKED
                403 | Forbidden: the group chat was deleted | DELETED
                403 | Forbidden: something new | NO_RIGHTS
                400 | Bad Request: chat not found | DELETED
                400 | Bad Request: message thread not found | DELETED
                400 | Bad Request: TOPIC_CLOSED | CLOSED
                400 | Bad Request: CHAT_WRITE_FORBIDDEN | NO_RIGHTS
                400 | Bad Request: not enough rights to send text messages to the chat | NO_RIGHTS
                400 | Bad Request: need administrator rights in the channel chat | NO_RIGHTS
                401 | Unauthorized | ACCOUNT
                """)
        void whatKeepsUsOutIsNamed(int code, String description, Reason reason) {
            bench.server.faults().nextIn(alone, 1, new Fault.Error(code, description));

            assertThat(reason(messenger.send(message(place(alone))))).isEqualTo(reason);
        }

        @Test
        void aGroupThatMovedNamesItsNewPlace() {
            Chat group = bench.server.group("Town");
            Chat moved = group.moveToSupergroup();

            assertThat(messenger.send(message(place(group)))).isEqualTo(new Result.Moved(place(moved)));
        }

        @Test
        void aMessageThatIsNotTakenIsRefusedAlone() {
            bench.server.faults().nextIn(alone, 1, new Fault.Error(400, "Bad Request: can't parse entities"));

            assertThat(messenger.send(message(place(alone)))).isInstanceOf(Result.Refused.class);
        }
    }

    @Nested
    class Floods {
        @Test
        void oneChatWaitsAlone_forHoursIfNeedBe() {
            bench.server.faults().nextIn(alone, 1, new Fault.Flood(14_400));

            assertThat(messenger.send(message(place(alone)))).isInstanceOfSatisfying(Result.RetryAt.class, r -> {
                assertThat(r.after()).isEqualTo(Duration.ofHours(4));
                assertThat(r.account()).isFalse();
            });
        }

        @Test
        void whatSeveralChatsAreToldWithinAMomentIsAboutTheAccount() throws IOException, InterruptedException {
            // By a clock that stands still, so that the moment does not pass meanwhile.
            try (TelegramServer other = TelegramServer.start();
                    TelegramAdapter adapter = still(other)) {
                other.faults().next("sendMessage", 3, new Fault.Flood(2));
                List<Boolean> account = new ArrayList<>();
                for (String name : List.of("Ben", "Cleo", "Dora")) {
                    Chat chat = other.privateChat(other.person(name, "en"));
                    Result result = adapter.messenger().send(message(place(chat)));
                    account.add(((Result.RetryAt) result).account());
                }

                assertThat(account).containsExactly(false, false, true);
            }
        }
    }

    @Nested
    class Lost {
        @Test
        void anAnswerThatDoesNotComeLeavesItUnknown_takenOrNot() {
            bench.server.faults().nextIn(alone, 1, new Fault.DropAfter());
            assertThat(messenger.send(message(place(alone)))).isInstanceOf(Result.Unknown.class);
            assertThat(alone.written()).hasSize(1);

            bench.server.faults().nextIn(alone, 1, new Fault.DropBefore());
            assertThat(messenger.send(message(place(alone)))).isInstanceOf(Result.Unknown.class);
            assertThat(alone.written()).hasSize(1);
        }

        @Test
        void aServiceInTroubleLeavesItUnknown() {
            bench.server.faults().nextIn(alone, 1, new Fault.Error(500, "Internal Server Error"));
            assertThat(messenger.send(message(place(alone)))).isInstanceOf(Result.Unknown.class);

            bench.server.faults().nextIn(alone, 1, new Fault.NoJson(502));
            assertThat(messenger.send(message(place(alone)))).isInstanceOf(Result.Unknown.class);
        }

        @Test
        void whatNeverLeftIsSimplySentLater() throws IOException, InterruptedException {
            try (Bench other = Bench.ready()) {
                Chat chat = other.server.privateChat(other.server.person("Anna", "en"));
                other.server.goDown();

                // The first may still go out on a connection that nobody has found dead yet.
                await().atMost(Bench.SOON)
                        .until(() -> other.adapter.messenger().send(message(place(chat))) instanceof Result.RetryAt r
                                && r.account());
            }
        }

        @Test
        void itCannotBeSeenWhatBecameOfIt() {
            assertThat(messenger.find(message(place(alone)), Instant.EPOCH)).isInstanceOf(Sighting.Unseeable.class);
        }
    }

    @Nested
    class Editing {
        @Test
        void itShowsTheNewInPlaceOfTheOld() {
            Receipt receipt = delivered(message(place(alone)));

            assertThat(messenger.edit(receipt, message(place(alone), SampleStories.ferry())))
                    .isEqualTo(new Result.Delivered(receipt));
            assertThat(only(alone).text()).contains(SampleStories.ferry().view().title());
        }

        @Test
        void thatNothingDiffersIsWell() {
            Receipt receipt = delivered(message(place(alone)));

            assertThat(messenger.edit(receipt, message(place(alone)))).isEqualTo(new Result.Delivered(receipt));
        }

        @ParameterizedTest
        @CsvSource({"message to edit not found", "message can't be edited"})
        void aMessageThatIsGoneIsGone(String description) {
            bench.server.faults().nextIn(alone, 1, new Fault.Error(400, "Bad Request: " + description));

            assertThat(messenger.edit(new Receipt(alone.id() + "/77"), message(place(alone))))
                    .isInstanceOf(Result.Gone.class);
        }

        @Test
        void aMessageOfTheChatBeforeItMovedIsGone() {
            assertThat(messenger.edit(new Receipt("-42/77"), message(place(alone))))
                    .isInstanceOf(Result.Gone.class);
        }
    }

    @Nested
    class Standing {
        private void awaitTold(Chat chat, String... lines) {
            await().atMost(Bench.SOON)
                    .untilAsserted(() -> assertThat(
                                    bench.doors.told().stream().filter(t -> t.startsWith(chat.id() + " ")))
                            .containsExactly(lines));
        }

        @Test
        void whoBlocksUsAndTakesThatBackIsSeen() {
            bench.doors.watch(place(alone));
            alone.throwBotOut();
            awaitTold(alone, alone.id() + " BLOCKED");

            alone.letBotIn();
            awaitTold(alone, alone.id() + " BLOCKED", alone.id() + " open");
        }

        @Test
        void aGroupThatRemovesUsIsSeen() {
            Chat group = bench.server.supergroup("Town");
            bench.doors.watch(place(group));
            group.throwBotOut();

            awaitTold(group, group.id() + " KICKED");
        }

        @Test
        void aGroupThatMovesIsSeen() {
            Chat group = bench.server.group("Town");
            Chat moved = group.moveToSupergroup();

            awaitTold(group, group.id() + " is " + moved.id());
        }

        @Test
        void aTopicThatOpensAgainIsSeen() {
            Chat forum = bench.server.forum("Newsroom");
            int topic = forum.topic("Harbour");
            bench.doors.watch(place(forum));
            forum.closeTopic(topic);
            forum.openTopic(topic);

            awaitTold(forum, forum.id() + " open");
        }
    }

    @Nested
    class AsItGoesOut {
        private final Answer digest = new Answer.Briefing(
                "Your digest",
                List.of(SampleStories.dam(), SampleStories.ferry()),
                List.of(),
                Optional.of("and 17 more"));

        @Test
        void anAlertAndItsUpdate() throws JsonProcessingException {
            Receipt told = delivered(message(place(alone)));
            store("alert", "sendMessage");

            delivered(replying(place(alone), told));
            store("update", "sendMessage");

            messenger.edit(told, message(place(alone), SampleStories.ferry()));
            store("edit", "editMessageText");
        }

        @Test
        void aSilentDigestInATopic() throws JsonProcessingException {
            Chat forum = bench.server.forum("Newsroom");
            Optional<String> topic = Optional.of(Integer.toString(forum.topic("Harbour")));
            delivered(new Outgoing(
                    new Place("telegram", Long.toString(forum.id()), topic),
                    "n",
                    digest,
                    PHRASES,
                    true,
                    Optional.empty(),
                    Optional.empty()));

            store("digest", "sendMessage");
        }

        private static void store(String name, String method) throws JsonProcessingException {
            ObjectNode call = lastCall(method).deepCopy();
            for (String id : List.of("chat_id", "message_thread_id", "message_id")) {
                if (call.has(id)) {
                    call.put(id, id.toUpperCase(Locale.ROOT));
                }
            }
            if (call.has("reply_parameters")) {
                ((ObjectNode) call.get("reply_parameters")).put("message_id", "TOLD");
            }
            Snapshot.assertShown(
                    "telegram/payloads/unasked/" + name + ".json",
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(call));
        }
    }

    private static JsonNode lastCall(String method) {
        return bench.server.traffic(method).getLast().call();
    }

    private static TelegramAdapter still(TelegramServer server) throws InterruptedException {
        TelegramAdapter adapter = new TelegramAdapter(
                TelegramServer.TOKEN,
                server.baseUrl(),
                new FakeDesk(),
                new FakeAskers(),
                new SeenDoors(),
                Bench.memory(),
                STILL,
                Bench.QUICK);
        adapter.start();
        assertThat(adapter.awaitReady(Bench.SOON).isReady()).isTrue();
        return adapter;
    }

    @Test
    void thePlatformsOwnLimitsAreKnownToTheLocalServer() throws IOException, InterruptedException {
        try (TelegramServer server = TelegramServer.start(STILL);
                TelegramAdapter adapter = still(server)) {
            server.budgets().enforce();
            Chat chat = server.privateChat(server.person("Anna", "en"));

            assertThat(adapter.messenger().send(message(place(chat)))).isInstanceOf(Result.Delivered.class);
            assertThat(adapter.messenger().send(message(place(chat)))).isInstanceOf(Result.RetryAt.class);
            assertThat(server.budgets().refused()).isEqualTo(1);
            assertThat(chat.accepted())
                    .isEqualTo(Map.of(chat.written().getFirst().text(), 1));
        }
    }
}

package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Messenger.Sighting;
import news.lede.alert.Receipt;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults.Fault;
import news.lede.discord.server.Room;
import news.lede.subscription.Channel;
import news.lede.time.SettableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of messages to a local Discord, with the real client. */
class DiscordMessengerTest {
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    private static final Instant BEFORE = Instant.now();
    private static final String NONCE = "9ix-lq0b3x";

    private static Rig rig;
    private Messenger messenger;
    private Room room;
    private long postedBefore;

    @BeforeAll
    static void connect() throws IOException {
        rig = Rig.connected();
    }

    @AfterAll
    static void leave() throws IOException {
        assertThat(rig.server.traffic().violations()).isEmpty();
        rig.close();
    }

    @BeforeEach
    void clear() {
        rig.server.beginAnew();
        messenger = rig.anotherMessenger();
        room = rig.server.room(channel().chat());
        postedBefore = posts();
    }

    private static Place channel() {
        return channel(rig.server.channels().getFirst());
    }

    private static Place channel(String id) {
        return new Place("discord", id, Optional.empty());
    }

    private static Outgoing message(Place place) {
        return message(place, 4);
    }

    private static Outgoing message(Place place, int story) {
        return new Outgoing(
                place,
                NONCE,
                PaperDesk.card(TEXTS, PaperDesk.item(story, 3, 2, List.of())),
                new Phrases(TEXTS, Instant.EPOCH, ZoneOffset.UTC),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static Outgoing styled(Outgoing plain, Channel.Style style) {
        return new Outgoing(
                plain.place(),
                plain.nonce(),
                plain.answer(),
                plain.phrases(),
                plain.silent(),
                plain.mention(),
                plain.replyTo(),
                style);
    }

    private static Outgoing replying(Place place, Receipt to) {
        Outgoing plain = message(place, 5);
        return new Outgoing(
                place, "another", plain.answer(), plain.phrases(), false, Optional.empty(), Optional.of(to));
    }

    private Receipt delivered(Outgoing message) {
        Result result = messenger.send(message);
        assertThat(result).isInstanceOf(Result.Delivered.class);
        return ((Result.Delivered) result).receipt();
    }

    private JsonNode only(Room where) {
        assertThat(where.messages()).hasSize(1);
        return where.messages().getFirst().json();
    }

    @Test
    void aPersonIsWrittenToWhereTheyAskInPrivate() {
        assertThat(messenger.inPrivate("301")).isEqualTo(new Place("discord", "user:301", Optional.empty()));
    }

    @Nested
    class Sending {
        @Test
        void itStandsInTheChannelOnceAndCallsNobody() {
            Receipt receipt = delivered(message(channel()));

            assertThat(receipt.value())
                    .isEqualTo(room.id() + "/" + only(room).path("id").asText());
            assertThat(only(room).path("flags").asInt() & 1 << 12).isZero();
            assertThat(only(room).path("mention_roles")).isEmpty();
            assertThat(room.accepted()).isEqualTo(Map.of(NONCE, 1));
        }

        @Test
        void aSilentOneComesWithoutANotification() {
            Outgoing plain = message(channel());
            delivered(new Outgoing(
                    plain.place(), NONCE, plain.answer(), plain.phrases(), true, Optional.empty(), Optional.empty()));

            assertThat(only(room).path("flags").asInt() & 1 << 12).isNotZero();
        }

        @Test
        void theOneRoleThatIsWantedIsCalledFirst() {
            Outgoing plain = message(channel());
            delivered(new Outgoing(
                    plain.place(),
                    NONCE,
                    plain.answer(),
                    plain.phrases(),
                    false,
                    Optional.of("110"),
                    Optional.empty()));

            assertThat(only(room).path("mention_roles").toString()).isEqualTo("[\"110\"]");
            assertThat(room.messages().getFirst().texts().getFirst()).startsWith("<@&110>\n");
        }

        @Test
        void itGoesOnFromTheMessageThatWasToldBefore() {
            Receipt first = delivered(message(channel()));

            delivered(replying(channel(), first));

            assertThat(room.messages())
                    .extracting(m -> m.json()
                            .path("message_reference")
                            .path("message_id")
                            .asText())
                    .containsExactly("", first.value().split("/")[1]);
        }

        @Test
        void itComesAloneWhereThatMessageIsGone() {
            Receipt first = delivered(message(channel()));
            room.delete(first.value().split("/")[1]);

            delivered(replying(channel(), first));

            assertThat(only(room).has("message_reference")).isFalse();
        }

        @Test
        void twiceWithinMinutesItStandsOnce() {
            Receipt first = delivered(message(channel()));

            assertThat(delivered(message(channel()))).isEqualTo(first);
            assertThat(room.messages()).hasSize(1);
        }

        @Test
        void announcementsAndThreadsAreWrittenToLikeChannels() {
            delivered(message(channel(DiscordServer.ANNOUNCEMENTS)));
            delivered(new Outgoing(
                    thread(),
                    "other",
                    message(thread()).answer(),
                    message(thread()).phrases(),
                    false,
                    Optional.empty(),
                    Optional.empty()));

            assertThat(rig.server.room(DiscordServer.ANNOUNCEMENTS).messages()).hasSize(1);
            assertThat(rig.server.room(DiscordServer.THREAD).messages()).hasSize(1);
        }

        @Test
        void aSleepingThreadIsWoken() {
            rig.server.room(DiscordServer.THREAD).archive(false);

            delivered(message(thread()));

            assertThat(rig.server.room(DiscordServer.THREAD).archived()).isFalse();
        }

        @Test
        void aThreadThatIsLockedIsClosed() {
            rig.server.room(DiscordServer.THREAD).archive(true);

            assertThat(reason(messenger.send(message(thread())))).isEqualTo(Reason.CLOSED);
        }

        @Test
        void aPersonIsWrittenToDirectly_openingThatOnce() {
            Place person = channel("user:301");

            delivered(message(person));
            Outgoing next = message(person, 5);
            delivered(new Outgoing(
                    person, "next", next.answer(), next.phrases(), false, Optional.empty(), Optional.empty()));

            assertThat(rig.server.room("5301").messages()).hasSize(2);
            assertThat(rig.server.traffic().exchanges().stream()
                            .filter(e -> e.what().equals("POST /users/@me/channels")))
                    .hasSize(1);
        }
    }

    @Nested
    class ToAForum {
        private final Place forum = channel(DiscordServer.FORUM);

        private List<Room> posts() {
            return rig.server.allRooms().stream()
                    .filter(r -> r.parent().equals(DiscordServer.FORUM))
                    .toList();
        }

        @Test
        void eachMessageIsAPostWithATitle() {
            Receipt receipt = delivered(message(forum));

            assertThat(posts()).hasSize(1);
            assertThat(posts().getFirst().name())
                    .isEqualTo(message(forum).answer().title());
            assertThat(receipt.value()).startsWith(posts().getFirst().id() + "/");
        }

        @Test
        void aPostBearsTheTagsThatAreCalledLikeItsTopic() {
            tagged(Map.of("71", "Immigration", "72", "Harbour"), false);
            delivered(on("immigration"));
            assertThat(posts().getFirst().applied()).containsExactly("71");
        }

        @Test
        void withoutSuchATagItBearsNone_exceptWhereOneIsRequired() {
            tagged(Map.of("71", "Weather", "72", "!For moderators"), false);
            delivered(on("immigration"));
            assertThat(posts().getFirst().applied()).isEmpty();

            tagged(Map.of("70", "!For moderators", "71", "Weather"), true);
            delivered(new Outgoing(
                    forum,
                    "next",
                    on("immigration").answer(),
                    message(forum).phrases(),
                    false,
                    Optional.empty(),
                    Optional.empty()));
            assertThat(posts().getLast().applied()).containsExactly("71");
        }

        @Test
        void whereOnlyModeratorsHaveTagsTheRightIsMissing() {
            tagged(Map.of("70", "!For moderators"), true);
            assertThat(reason(messenger.send(message(forum)))).isEqualTo(Reason.NO_RIGHTS);
        }

        private void tagged(Map<String, String> tags, boolean required) {
            Room room = rig.server.room(DiscordServer.FORUM);
            room.tags(tags, required);
            rig.server.changed(room);
            // The gateway has brought the change when it has brought what came after it.
            rig.server.inServer().command("start", Map.of()).awaitMessage(Rig.SOON);
        }

        private Outgoing on(String topic) {
            StoryItem plain = PaperDesk.item(4, 3, 2, List.of());
            StoryItem item =
                    new StoryItem(plain.view(), plain.summary(), List.of(), OptionalDouble.empty(), Optional.of(topic));
            Outgoing message = message(forum);
            return new Outgoing(
                    forum,
                    NONCE,
                    PaperDesk.card(TEXTS, item),
                    message.phrases(),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        void whatGoesOnFromAPostStandsInIt() {
            Receipt first = delivered(message(forum));

            delivered(replying(forum, first));

            assertThat(posts()).hasSize(1);
            assertThat(posts().getFirst().messages()).hasSize(2);
        }

        @Test
        void aPostWhoseAnswerWasLostIsNotOpenedTwice() {
            rig.server.faults().next(1, "POST /channels/205/threads", new Fault.CutAfter());
            assertThat(messenger.send(message(forum))).isInstanceOf(Result.Unknown.class);

            Receipt second = delivered(message(forum));

            assertThat(posts()).hasSize(1);
            assertThat(second.value()).startsWith(posts().getFirst().id() + "/");
        }

        @Test
        void aPostIsFoundAmongTheOthers() {
            delivered(new Outgoing(
                    forum,
                    "other",
                    message(forum).answer(),
                    message(forum).phrases(),
                    false,
                    Optional.empty(),
                    Optional.empty()));
            assertThat(messenger.find(message(forum), BEFORE)).isInstanceOf(Sighting.Absent.class);
            rig.server.faults().next(1, "POST /channels/205/threads", new Fault.CutAfter());
            messenger.send(message(forum));

            assertThat(messenger.find(message(forum), BEFORE)).isInstanceOf(Sighting.Found.class);
        }

        @Test
        void aPostIsFoundWhenItWasArchivedMeanwhile() {
            rig.server.faults().next(1, "POST /channels/205/threads", new Fault.CutAfter());
            messenger.send(message(forum));
            posts().getFirst().archive(false);

            assertThat(messenger.find(message(forum), BEFORE)).isInstanceOf(Sighting.Found.class);
        }
    }

    @Nested
    class ToAnAnnouncementChannel {
        private final Place announcements = channel(DiscordServer.ANNOUNCEMENTS);
        private final Room there = rig.server.room(DiscordServer.ANNOUNCEMENTS);

        @AfterEach
        void wishNoMore() {
            rig.handsOn.clear();
            rig.storeIsAway = false;
        }

        private Outgoing numbered(int number) {
            Outgoing plain = message(announcements);
            return new Outgoing(
                    announcements,
                    "n" + number,
                    plain.answer(),
                    plain.phrases(),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        void whatIsToldIsHandedOnWhereItsModeratorsWishIt() {
            rig.handsOn.add(announcements);
            delivered(message(announcements));
            Awaitility.await().atMost(Rig.SOON).until(() -> there.crossposted() == 1);
        }

        @Test
        void whatStandsThereIsDeliveredAlsoWhereNobodyCanSayWhetherToHandItOn() {
            rig.storeIsAway = true;
            delivered(message(announcements));
            assertThat(there.messages()).hasSize(1);
        }

        @Test
        void elsewhereItIsNot() {
            delivered(message(announcements));
            rig.handsOn.add(channel());
            delivered(message(channel(), 5));
            rig.server.inServer().command("start", Map.of()).awaitMessage(Rig.SOON);
            assertThat(there.crossposted()).isZero();
        }

        @Test
        void noMoreThanTenAnHourAreHandedOn_andAllAreDelivered() {
            rig.server.budgets().set(0, 0);
            rig.handsOn.add(announcements);
            for (int i = 0; i < 12; i++) {
                delivered(numbered(i));
            }
            Awaitility.await().atMost(Rig.SOON).until(() -> there.crossposted() == 10);
            assertThat(there.messages()).hasSize(12);
            assertThat(rig.server.budgets().refused()).isZero();
        }

        @Test
        void aMessageFoundAfterItsAnswerWasLostIsHandedOnToo() {
            rig.handsOn.add(announcements);
            rig.server.faults().next(1, "POST /channels/204/messages", new Fault.CutAfter());
            assertThat(messenger.send(message(announcements))).isInstanceOf(Result.Unknown.class);
            assertThat(there.crossposted()).isZero();

            assertThat(messenger.find(message(announcements), BEFORE)).isInstanceOf(Sighting.Found.class);
            Awaitility.await().atMost(Rig.SOON).until(() -> there.crossposted() == 1);
        }

        @Test
        void handingOnIsTriedAgainWhereDiscordAsksToWait() {
            rig.handsOn.add(announcements);
            rig.server.faults().next(1, "/crosspost", new Fault.TooMany(1));
            delivered(message(announcements));
            Awaitility.await().atMost(Rig.SOON).until(() -> there.crossposted() == 1);
        }
    }

    private static Place thread() {
        return new Place("discord", "200", Optional.of(DiscordServer.THREAD));
    }

    private static Reason reason(Result result) {
        assertThat(result).isInstanceOf(Result.Unreachable.class);
        return ((Result.Unreachable) result).reason();
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource({"HIDDEN, NO_RIGHTS", "NO_RIGHTS, NO_RIGHTS", "GONE, DELETED"})
        void whatKeepsUsOutIsNamed(Room.Trouble trouble, Reason reason) {
            room.trouble(trouble);

            assertThat(reason(messenger.send(message(channel())))).isEqualTo(reason);
        }

        @Test
        void aPersonWhoTakesNoMessagesHasBlockedUs() {
            delivered(message(channel("user:301")));
            rig.server.room("5301").trouble(Room.Trouble.NOT_FOR_US);

            assertThat(reason(messenger.send(message(channel("user:301"))))).isEqualTo(Reason.BLOCKED);
        }

        @Test
        void aChannelOfAServerThatWeAreNotInIsOneWeWereSentAwayFrom() {
            rig.server.addChannels(1).getFirst().trouble(Room.Trouble.HIDDEN);

            assertThat(reason(messenger.send(message(channel("10000"))))).isEqualTo(Reason.KICKED);
        }

        @Test
        void aTokenThatWasTakenBackIsAMatterOfTheAccount() {
            rig.server.faults().next(1, "POST /channels", new Fault.Status(401));

            assertThat(reason(messenger.send(message(channel())))).isEqualTo(Reason.ACCOUNT);
        }

        @Test
        void aMessageThatAServersRulesBlockIsRefusedAlone() {
            room.trouble(Room.Trouble.BLOCKED_WORDS);

            assertThat(messenger.send(message(channel()))).isInstanceOf(Result.Refused.class);
        }

        @Test
        void slowModeIsWaitedFor() {
            room.trouble(Room.Trouble.SLOW);

            assertThat(messenger.send(message(channel()))).isInstanceOf(Result.RetryAt.class);
        }
    }

    @Nested
    class TooFast {
        @Test
        void oneChannelWaitsAlone() {
            rig.server.faults().next(1, "POST /channels/200/", new Fault.TooMany(7));

            assertThat(messenger.send(message(channel())))
                    .isEqualTo(new Result.RetryAt(Duration.ofSeconds(7), false, "429 You are being rate limited."));
            delivered(message(channel("201")));
        }

        @Test
        void aChannelThatAskedToWaitIsNotAskedMeanwhile() {
            rig.server.faults().next(1, "POST /channels/200/", new Fault.TooMany(60));
            messenger.send(message(channel()));
            long asked = posts();

            assertThat(messenger.send(message(channel()))).isInstanceOfSatisfying(Result.RetryAt.class, r -> {
                assertThat(r.after()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
                assertThat(r.account()).isFalse();
            });
            assertThat(posts()).isEqualTo(asked);
        }

        @Test
        void whatIsTooMuchInAllHoldsForTheAccount() {
            rig.server.faults().next(1, "POST /channels", new Fault.TooManyOfAll(3));

            assertThat(messenger.send(message(channel()))).isInstanceOfSatisfying(Result.RetryAt.class, r -> {
                assertThat(r.after()).isEqualTo(Duration.ofSeconds(3));
                assertThat(r.account()).isTrue();
            });
        }

        @Test
        void beingShutOutHoldsForTheAccount() {
            rig.server.faults().next(1, "POST /channels", new Fault.ShutOut(40));

            assertThat(messenger.send(message(channel()))).isInstanceOfSatisfying(Result.RetryAt.class, r -> {
                assertThat(r.after()).isEqualTo(Duration.ofSeconds(40));
                assertThat(r.account()).isTrue();
            });
        }

        @Test
        void whatHeadersTellIsEnoughToBeNeverRefused() throws IOException {
            // Five seconds must not pass between the first and the last.
            SettableClock still = new SettableClock("2026-05-04T12:00:00Z");
            DiscordServer server = DiscordServer.start(0, 0, "local.discord.token", still);
            try (Rig there = Rig.started(server, still)) {
                server.awaitBot(Rig.LOGIN);
                for (int i = 0; i < 8; i++) {
                    Outgoing one = message(channel(), i + 1);
                    there.adapter
                            .messenger()
                            .send(new Outgoing(
                                    one.place(),
                                    "n" + i,
                                    one.answer(),
                                    one.phrases(),
                                    false,
                                    Optional.empty(),
                                    Optional.empty()));
                }

                assertThat(server.room(channel().chat()).messages()).hasSize(5);
                assertThat(server.budgets().refused()).isZero();
            }
        }
    }

    @Nested
    class Lost {
        @ParameterizedTest
        @CsvSource({"500", "502", "503", "504"})
        void aServerInTroubleLeavesItUnknown(int status) {
            rig.server.faults().next(1, "POST /channels", new Fault.Status(status));

            assertThat(messenger.send(message(channel()))).isInstanceOf(Result.Unknown.class);
            assertThat(posted()).as("nobody posts again by themselves").isEqualTo(1);
        }

        @Test
        void aConnectionThatIsCutLeavesItUnknown_takenOrNot() {
            rig.server.faults().next(1, "POST /channels", new Fault.Cut());
            assertThat(messenger.send(message(channel()))).isInstanceOf(Result.Unknown.class);
            assertThat(room.messages()).isEmpty();

            rig.server.faults().next(1, "POST /channels", new Fault.CutAfter());
            assertThat(messenger.send(message(channel()))).isInstanceOf(Result.Unknown.class);
            assertThat(room.messages()).hasSize(1);
            assertThat(posted()).isEqualTo(2);
        }

        @Test
        void whatNeverLeftIsSimplySentLater() throws IOException {
            try (Rig other = Rig.connected()) {
                other.server.close();

                await().atMost(Rig.SOON)
                        .until(() -> other.adapter.messenger().send(message(channel())) instanceof Result.RetryAt r
                                && r.account());
            }
        }

        @Test
        void beforeTheFirstConnectionNothingIsTried() throws IOException {
            try (Rig other = Rig.started(DiscordServer.start(), "a token of somebody else")) {
                assertThat(other.adapter.messenger().send(message(channel())))
                        .isInstanceOfSatisfying(
                                Result.RetryAt.class,
                                r -> assertThat(r.account()).isTrue());
            }
        }

        private long posted() {
            return posts() - postedBefore;
        }
    }

    @Nested
    class GivenTheStyleOfEmbeds {
        @Test
        void itIsDrawnAsOne_andItsReceiptSaysSo() {
            Receipt receipt = delivered(styled(message(channel()), Channel.Style.EMBED));

            assertThat(only(room).path("embeds")).hasSize(1);
            assertThat(only(room).path("flags").asInt() & 1 << 15).isZero();
            assertThat(receipt.value()).endsWith("/embed");
            assertThat(SentMessage.of(receipt).receipt()).isEqualTo(receipt);
        }

        @Test
        void itIsFoundAgainByItsMark() {
            rig.server.faults().next(1, "POST /channels", new Fault.CutAfter());
            Outgoing message = styled(message(channel()), Channel.Style.EMBED);
            messenger.send(message);

            assertThat(messenger.find(message, BEFORE))
                    .isEqualTo(new Sighting.Found(
                            new SentMessage(room.id(), only(room).path("id").asText(), Look.EMBEDS).receipt()));
        }

        @Test
        void whatWasSentAsAnEmbedStaysOne_whateverIsChosenByNow() {
            Receipt receipt = delivered(styled(message(channel()), Channel.Style.EMBED));
            assertThat(messenger.edit(receipt, message(channel(), 7))).isEqualTo(new Result.Delivered(receipt));

            assertThat(only(room).at("/embeds/0/title").asText()).contains("Ferry line 7");
            assertThat(only(room).path("flags").asInt() & 1 << 15).isZero();
        }

        @Test
        void whatWasSentAsBoxesStaysThat_whateverIsChosenByNow() {
            Receipt receipt = delivered(message(channel()));
            assertThat(messenger.edit(receipt, styled(message(channel(), 7), Channel.Style.EMBED)))
                    .isEqualTo(new Result.Delivered(receipt));

            assertThat(only(room).path("embeds")).isEmpty();
            assertThat(only(room).path("components").findValuesAsText("content").getFirst())
                    .contains("Ferry line 7");
        }

        @Test
        void aPostOfAForumIsOneToo() {
            Receipt receipt = delivered(styled(message(channel(DiscordServer.FORUM)), Channel.Style.EMBED));
            assertThat(receipt.value()).endsWith("/embed");
        }
    }

    private static long posts() {
        return rig.server.traffic().exchanges().stream()
                .filter(e -> e.what().startsWith("POST /channels"))
                .count();
    }

    @Nested
    class Finding {
        @Test
        void itIsFoundAfterItsNonceIsForgotten() {
            rig.server.faults().next(1, "POST /channels", new Fault.CutAfter());
            messenger.send(message(channel()));

            assertThat(messenger.find(message(channel()), BEFORE))
                    .isEqualTo(new Sighting.Found(
                            new Receipt(room.id() + "/" + only(room).path("id").asText())));
        }

        @Test
        void itIsAbsentWhereOnlyOthersStand() {
            Outgoing other = message(channel(), 5);
            delivered(new Outgoing(
                    other.place(),
                    "other",
                    other.answer(),
                    other.phrases(),
                    false,
                    Optional.empty(),
                    Optional.empty()));

            assertThat(messenger.find(message(channel()), BEFORE)).isInstanceOf(Sighting.Absent.class);
        }

        @Test
        void itIsFoundBehindHundredsOfOthers() {
            rig.server.faults().next(1, "POST /channels", new Fault.CutAfter());
            messenger.send(message(channel()));
            rig.server.chatter(room, 250);

            assertThat(messenger.find(message(channel()), BEFORE)).isInstanceOf(Sighting.Found.class);
        }

        @Test
        void aLookThatFailsIsNoAbsence() {
            rig.server.faults().next(1, "GET /channels", new Fault.Cut());

            assertThat(messenger.find(message(channel()), BEFORE)).isInstanceOf(Sighting.Failed.class);
        }

        @Test
        void whereHistoryIsHiddenNothingIsSeen() {
            rig.server.everyoneMay(274878024705L & ~(1L << 16));

            await().atMost(Rig.SOON)
                    .until(() -> messenger.find(message(channel()), BEFORE) instanceof Sighting.Unseeable);
            rig.server.everyoneMay(274878024705L);
            await().atMost(Rig.SOON).until(() -> messenger.find(message(channel()), BEFORE) instanceof Sighting.Absent);
        }
    }

    @Nested
    class Editing {
        @Test
        void itShowsTheNewInPlaceOfTheOld() {
            Receipt receipt = delivered(message(channel()));

            assertThat(messenger.edit(receipt, message(channel(), 7))).isEqualTo(new Result.Delivered(receipt));
            assertThat(room.messages().getFirst().texts().toString()).contains("Ferry line 7");
        }

        @Test
        void aMessageThatWasDeletedIsGone() {
            Receipt receipt = delivered(message(channel()));
            room.delete(receipt.value().split("/")[1]);

            assertThat(messenger.edit(receipt, message(channel()))).isInstanceOf(Result.Gone.class);
        }

        @Test
        void aSleepingThreadIsLeftInPeace() {
            Receipt receipt = delivered(message(thread()));
            rig.server.room(DiscordServer.THREAD).archive(false);

            assertThat(messenger.edit(receipt, message(thread(), 7))).isInstanceOf(Result.Gone.class);
            assertThat(rig.server.room(DiscordServer.THREAD).archived()).isTrue();
        }
    }
}

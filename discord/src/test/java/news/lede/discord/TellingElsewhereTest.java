package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import news.lede.community.InMemoryPlatformFacts;
import news.lede.community.Place;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults.Fault;
import news.lede.discord.server.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages to servers whose shards other processes have: nothing is known of a channel but what Discord says when asked. */
class TellingElsewhereTest {
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    private static final Instant BEFORE = Instant.now();

    private static DiscordServer server;
    private static Rig rig;
    private Messenger messenger;
    private final Place forum = place(DiscordServer.FORUM);

    @BeforeAll
    static void begin() throws IOException {
        server = DiscordServer.start();
        rig = Rig.started(server, new Portion.Telling(_ -> {}), new InMemoryPlatformFacts(), () -> true);
        await().atMost(Rig.SOON).until(() -> rig.adapter.status() instanceof DiscordStatus.Connected);
    }

    @AfterAll
    static void leave() throws IOException {
        assertThat(server.traffic().violations()).isEmpty();
        assertThat(server.identifies()).isZero();
        rig.close();
    }

    @BeforeEach
    void anew() {
        server.beginAnew();
        messenger = rig.anotherMessenger();
    }

    @AfterEach
    void wishNoMore() {
        rig.handsOn.clear();
    }

    private static Place place(String id) {
        return new Place("discord", id, Optional.empty());
    }

    private static Outgoing message(Place place, String nonce, Optional<Receipt> replyTo) {
        StoryItem plain = PaperDesk.item(4, 3, 2, List.of());
        StoryItem item = new StoryItem(
                plain.view(), plain.summary(), List.of(), OptionalDouble.empty(), Optional.of("immigration"));
        return new Outgoing(
                place,
                nonce,
                PaperDesk.card(TEXTS, item),
                new Phrases(TEXTS, Instant.EPOCH, ZoneOffset.UTC),
                false,
                Optional.empty(),
                replyTo);
    }

    private static Outgoing message(Place place, String nonce) {
        return message(place, nonce, Optional.empty());
    }

    private Receipt delivered(Outgoing message) {
        Result result = messenger.send(message);
        assertThat(result).isInstanceOf(Result.Delivered.class);
        return ((Result.Delivered) result).receipt();
    }

    private static List<Room> posts() {
        return server.allRooms().stream()
                .filter(room -> room.parent().equals(DiscordServer.FORUM))
                .toList();
    }

    private static long asked(String what) {
        return server.traffic().exchanges().stream()
                .filter(e -> e.what().equals(what))
                .count();
    }

    @Test
    void channelsThreadsAndPersonsAreWrittenToWithoutAsking() {
        String channel = server.channels().getFirst();
        delivered(message(place(channel), "a"));
        delivered(message(new Place("discord", channel, Optional.of(DiscordServer.THREAD)), "b"));
        delivered(message(place(DiscordServer.ANNOUNCEMENTS), "c"));
        delivered(message(messenger.inPrivate("301"), "d"));

        assertThat(server.room(channel).messages()).hasSize(1);
        assertThat(server.room(DiscordServer.THREAD).messages()).hasSize(1);
        assertThat(server.room(DiscordServer.ANNOUNCEMENTS).messages()).hasSize(1);
        assertThat(server.room("5301").messages()).hasSize(1);
        assertThat(asked("GET /channels/" + channel)).isZero();
        assertThat(asked("GET /channels/" + DiscordServer.ANNOUNCEMENTS)).isZero();
    }

    @Test
    void aForumIsFoundOutOnce_andEachMessageIsAPostWithItsTag() {
        server.room(DiscordServer.FORUM).tags(Map.of("71", "Immigration", "72", "!For moderators"), true);
        long questions = asked("GET /channels/" + DiscordServer.FORUM);
        int before = posts().size();
        delivered(message(forum, "a"));
        delivered(message(forum, "b"));

        assertThat(posts()).hasSize(before + 2);
        assertThat(posts()).last().extracting(Room::applied).isEqualTo(List.of("71"));
        assertThat(asked("GET /channels/" + DiscordServer.FORUM)).isEqualTo(questions + 1);
    }

    @Test
    void whatGoesOnFromAPostStandsInIt() {
        Receipt first = delivered(message(forum, "a"));
        messenger = rig.anotherMessenger();
        int before = posts().size();

        Receipt second = delivered(message(forum, "b", Optional.of(first)));

        assertThat(posts()).hasSize(before);
        assertThat(second.value().split("/")[0]).isEqualTo(first.value().split("/")[0]);
    }

    @Test
    void aPostWhoseAnswerWasLostIsFoundByWhoeverTookOver() {
        server.faults().next(1, "POST /channels/205/threads", new Fault.CutAfter());
        assertThat(messenger.send(message(forum, "lost"))).isInstanceOf(Result.Unknown.class);
        String post = posts().getLast().id();
        messenger = rig.anotherMessenger();

        assertThat(messenger.find(message(forum, "lost"), BEFORE))
                .isEqualTo(new Sighting.Found(new Receipt(post + "/" + post)));
    }

    @Test
    void announcementsAreHandedOnWhereThatIsWished() {
        rig.handsOn.add(place(DiscordServer.ANNOUNCEMENTS));
        rig.handsOn.add(place(server.channels().getFirst()));
        delivered(message(place(server.channels().getFirst()), "a"));
        delivered(message(place(DiscordServer.ANNOUNCEMENTS), "b"));

        String crosspost = "POST /channels/" + DiscordServer.ANNOUNCEMENTS + "/messages/";
        await().atMost(Rig.SOON)
                .until(() -> server.traffic().exchanges().stream()
                        .anyMatch(
                                e -> e.what().startsWith(crosspost) && e.what().endsWith("/crosspost")));
        assertThat(server.traffic().exchanges()).noneMatch(e -> e.what().startsWith("POST /channels/200/messages/"));
    }

    @Test
    void whatIsThereIsFound_andWhatIsNotIsAbsent() {
        Place channel = place(server.channels().getFirst());
        Receipt receipt = delivered(message(channel, "here"));

        assertThat(messenger.find(message(channel, "here"), BEFORE)).isEqualTo(new Sighting.Found(receipt));
        assertThat(messenger.find(message(channel, "not-here"), BEFORE)).isEqualTo(new Sighting.Absent());
    }

    /** It may be that nothing stands there, or that we may not read it. */
    @Test
    void whereDiscordShowsNothingAtAllNothingIsSaid() {
        assertThat(messenger.find(message(place(server.channels().get(1)), "a"), BEFORE))
                .isEqualTo(new Sighting.Unseeable());
    }

    @Test
    void inPrivateNothingIsNothing() {
        assertThat(messenger.find(message(messenger.inPrivate("302"), "a"), BEFORE))
                .isEqualTo(new Sighting.Absent());
    }

    @ParameterizedTest
    @CsvSource({"HIDDEN, NO_RIGHTS", "NO_RIGHTS, NO_RIGHTS", "GONE, DELETED"})
    void whatKeepsUsOutIsNamed(Room.Trouble trouble, Reason reason) {
        Room room = server.room(server.channels().getFirst());
        room.trouble(trouble);

        assertThat(messenger.send(message(place(room.id()), "a")))
                .isInstanceOfSatisfying(
                        Result.Unreachable.class,
                        result -> assertThat(result.reason()).isEqualTo(reason));
    }

    @Test
    void aMessageIsChangedWhereItStands() {
        Place channel = place(server.channels().getFirst());
        Receipt receipt = delivered(message(channel, "a"));

        assertThat(messenger.edit(receipt, message(channel, "a"))).isEqualTo(new Result.Delivered(receipt));
    }
}

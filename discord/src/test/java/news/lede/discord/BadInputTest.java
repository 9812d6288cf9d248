package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Messenger.Result;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults.Fault;
import news.lede.discord.server.Person;
import news.lede.discord.server.Room;
import news.lede.discord.server.Shown;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people or Discord do, there is a notice, and no exception in the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

    private Rig rig;
    private CapturedLog ours;
    private CapturedLog library;
    private Shown list;

    @BeforeAll
    void connect() throws IOException {
        rig = Rig.connected();
    }

    @AfterAll
    void leave() throws IOException {
        rig.close();
    }

    @BeforeEach
    void listen() {
        rig.server.beginAnew();
        list = rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
        ours = CapturedLog.of("news.lede.discord", Level.DEBUG);
        library = CapturedLog.of("net.dv8tion", Level.WARN);
    }

    @AfterEach
    void nothingFailed() {
        rig.desk.before(q -> {});
        ours.close();
        library.close();
        assertThat(ours.failures()).isEmpty();
        assertThat(library.failures()).isEmpty();
        assertThat(rig.server.traffic().violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "search", "summarize", "related", "subscribe", "tune", "why"})
    void optionsOfSixThousandCharacters(String command) {
        String option = Filled.registered(rig.server, command)
                .path("options")
                .path(0)
                .path("name")
                .asText();
        for (String value : List.of("x".repeat(6000), "\u202e@everyone ".repeat(500), "\"".repeat(6000))) {
            Asked asked = rig.server.inServer().commandAsItIs(command, Map.of(option, value));
            assertThat(asked.awaitMessage(Rig.SOON).asSeen(PaperDesk.NOW)).isNotBlank();
            assertThat(rig.desk.questions().getLast().options()).containsEntry(option, value);
        }
    }

    @Test
    void optionsAndCommandsThatNobodyHas() {
        rig.server.inServer().commandAsItIs("latest", Map.of("size", "1")).awaitMessage(Rig.SOON);
        rig.server.inServer().commandAsItIs("latest", Map.of("count", "many")).awaitMessage(Rig.SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:",
                "1?",
                "2:",
                "2?",
                "2:/latest",
                "2:ÿÿÿ",
                "2?%%%",
                "1:share",
                "3:/latest",
                "{}",
                "page-7",
                "1:/",
                "1?/",
                "1?/nonsense",
                "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void brokenCustomIds(String id) {
        Shown shown = rig.server.inServer().pressId(list, id).awaitMessage(Rig.SOON);
        assertThat(shown.asSeen(PaperDesk.NOW)).isNotBlank();
    }

    @Test
    void aClickBySomebodyElseIsAnsweredToThemAlone_andTheFirstOnesMessageStays() {
        Shown mine = rig.server.inServer().press(list, "More").awaitMessage(Rig.SOON);
        Asked others = rig.server
                .inServer()
                .as(Person.member("399", "zoe"))
                .pressId(mine, mine.buttons().values().iterator().next());
        assertThat(others.awaitMessage(Rig.SOON).ephemeral()).isTrue();
        assertThat(rig.desk.questions().getLast().asker().person()).hasToString("discord:399");
    }

    @Test
    void twentyClicksAtOnceAreTwentyAnswersInTheirOrder() {
        int before = rig.desk.questions().size();
        List<Asked> clicks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clicks.add(rig.server.inServer().pressId(list, "1:/story " + i));
        }
        clicks.forEach(click -> click.awaitMessage(Rig.SOON));
        assertThat(clicks).allMatch(click -> click.messages().size() == 1);
        assertThat(rig.desk.questions().subList(before, before + 20))
                .extracting(q -> q.options().get("typed"))
                .containsExactly(
                        IntStream.range(0, 20).mapToObj(Integer::toString).toArray(String[]::new));
    }

    @Test
    void anAnswerWhosePlaceWasDeletedMeanwhile() throws InterruptedException {
        CountDownLatch ready = rig.desk.hold();
        rig.server.faults().next(2, "/messages/@original", new Fault.Status(404));
        Asked asked = rig.server.inServer().command("latest", Map.of());
        assertThat(asked.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);
        ready.countDown();
        Awaitility.await().atMost(Rig.SOON).until(() -> rig.server.faults().left() == 0);
        rig.desk.before(q -> {});
        rig.server.inServer().command("help", Map.of()).awaitMessage(Rig.SOON);
    }

    private Outgoing message(Place place) {
        return new Outgoing(
                place,
                "n1",
                PaperDesk.card(TEXTS, PaperDesk.item(4, 1, 1, List.of())),
                new Phrases(TEXTS, Instant.EPOCH, ZoneOffset.UTC),
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anEditOfAMessageThatWasDeleted() {
        Place place = new Place("discord", "200", Optional.empty());
        Result sent = rig.adapter.messenger().send(message(place));
        Room room = rig.server.room("200");
        room.delete(room.messages().getLast().id());
        Result edited = rig.adapter.messenger().edit(((Result.Delivered) sent).receipt(), message(place));
        assertThat(edited).isInstanceOf(Result.Gone.class);
    }

    @Test
    void aThreadThatVanished() {
        Room thread = rig.server.room(DiscordServer.THREAD);
        thread.trouble(Room.Trouble.GONE);
        Result result = rig.adapter.messenger().send(message(new Place("discord", "200", Optional.of(thread.id()))));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Unreachable.class,
                        gone -> assertThat(gone.reason()).isEqualTo(Reason.DELETED));
    }

    @Test
    void aQuestionFromAThreadThatNobodyToldUsOf() {
        String thread = rig.server.sleepingThread("an old thread").id();
        Shown shown =
                rig.server.inServer().in(thread).command("latest", Map.of()).awaitMessage(Rig.SOON);
        assertThat(shown.asSeen(PaperDesk.NOW)).contains("Ferry");
        rig.server
                .inServer()
                .as(Person.manager("302", "mo"))
                .in(thread)
                .command("channel", Map.of())
                .awaitMessage(Rig.SOON);
    }
}

package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.discord.server.Asked;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form of several pages, with menus: what is chosen is asked, and the next page takes the place of the one before. */
class FormPagesTest {
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);
    private static Rig rig;

    private Shown page;

    @BeforeAll
    static void connect() throws IOException {
        rig = Rig.connected();
    }

    @AfterAll
    static void leave() throws IOException {
        rig.close();
    }

    @BeforeEach
    void open() {
        rig.desk.next(SampleAnswers.setup(TEXTS));
        page = moderator().command("setup", Map.of("step", "when")).awaitMessage(Rig.SOON);
        assertThat(page.ephemeral()).isTrue();
    }

    @AfterEach
    void nothingWasWrong() {
        rig.desk.before(_ -> {});
        assertThat(rig.server.traffic().violations()).isEmpty();
        assertThat(rig.server.unanswered()).isEmpty();
    }

    private static Scene moderator() {
        return rig.server.inServer().as(Person.manager("302", "mo"));
    }

    private static Map<String, String> askedLast() {
        return rig.desk.questions().getLast().options();
    }

    @Test
    void whatIsChosenAmongSeveralIsAskedAsWhatChanged_andTheNextPageTakesItsPlace() {
        rig.desk.next(SampleAnswers.setup(TEXTS));

        Asked chosen = moderator().choose(page, "1=topics:/setup page:2", List.of("weather"));

        Shown next = chosen.awaitMessage(Rig.SOON);
        assertThat(chosen.turned()).isTrue();
        assertThat(next.id()).isEqualTo(page.id());
        assertThat(next.ephemeral()).isTrue();
        assertThat(rig.desk.questions().getLast().command()).isEqualTo("setup");
        assertThat(askedLast()).isEqualTo(Map.of("page", "2", "topics", "weather,-harbours"));
    }

    @Test
    void nothingChosenAmongSeveralTakesAllOfThemAway() {
        rig.desk.next(SampleAnswers.setup(TEXTS));
        moderator().choose(page, "1=topics:/setup page:2", List.of()).awaitMessage(Rig.SOON);
        assertThat(askedLast()).isEqualTo(Map.of("page", "2", "topics", "-harbours"));
    }

    @Test
    void aValueChosenAloneIsAskedAsItIs() {
        rig.desk.next(SampleAnswers.setup(TEXTS));
        moderator().choose(page, "1=at:/setup", List.of("18:00")).awaitMessage(Rig.SOON);
        assertThat(askedLast()).isEqualTo(Map.of("at", "18:00"));
    }

    @Test
    void aButtonOfThePageTurnsItToo_alsoWhereTheDeskTakesLong() {
        rig.desk.next(SampleAnswers.setup(TEXTS));
        assertThat(turned(moderator().press(page, "Budget"))).isEqualTo(page.id());

        CountDownLatch ready = rig.desk.hold();
        rig.desk.next(SampleAnswers.setup(TEXTS));
        Asked late = moderator().press(page, "Budget");
        assertThat(late.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED_UPDATE);
        ready.countDown();
        late.awaitMessage(Rig.SOON);
        assertThat(late.messages()).hasSize(1);
    }

    @Test
    void aPageThatCameLateIsTurnedToo() {
        CountDownLatch ready = rig.desk.hold();
        rig.desk.next(SampleAnswers.setup(TEXTS));
        Asked late = moderator().command("setup", Map.of());
        assertThat(late.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED);
        ready.countDown();
        page = late.awaitMessage(Rig.SOON);

        rig.desk.next(SampleAnswers.setup(TEXTS));
        assertThat(turned(moderator().press(page, "Budget"))).isEqualTo(page.id());
    }

    private static String turned(Asked asked) {
        Shown shown = asked.awaitMessage(Rig.SOON);
        assertThat(asked.turned()).isTrue();
        return shown.id();
    }

    @Test
    void whatIsTypedInItsFormTurnsItToo() {
        JsonNode form = moderator().press(page, "Other times…").awaitForm(Rig.SOON);
        assertThat(form.path("components").findValuesAsText("custom_id")).containsExactly("at", "quiet");
        rig.desk.next(SampleAnswers.setup(TEXTS));

        Asked filled = moderator().submit(form, Map.of("at", "7:30, 18:00"), page);

        assertThat(turned(filled)).isEqualTo(page.id());
        assertThat(askedLast()).isEqualTo(Map.of("step", "when", "at", "7:30, 18:00"));
    }

    @Test
    void aWordOnWhatWentWrongStandsBelowAndLeavesThePage() {
        Answer wrong = TEXTS.notice("channel.budget", List.of(), "a lot", 1, 100);
        rig.desk.next(wrong);
        Asked chosen = moderator().choose(page, "1=at:/setup", List.of("18:00"));
        Shown notice = chosen.awaitMessage(Rig.SOON);
        assertThat(chosen.turned()).isFalse();
        assertThat(notice.ephemeral()).isTrue();
        assertThat(notice.id()).isNotEqualTo(page.id());

        CountDownLatch ready = rig.desk.hold();
        rig.desk.next(wrong);
        Asked again = moderator().choose(page, "1=at:/setup", List.of("18:00"));
        assertThat(again.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.DEFERRED_UPDATE);
        ready.countDown();
        Shown late = again.awaitMessage(Rig.SOON);
        assertThat(late.ephemeral()).isTrue();
        assertThat(late.id()).isNotEqualTo(page.id());
    }

    @Test
    void aMessageThatOthersSeeIsNeverTurned() {
        ObjectNode seen = page.json().deepCopy();
        seen.put("flags", seen.path("flags").asInt() & ~(1 << 6));
        rig.desk.next(SampleAnswers.setup(TEXTS));

        Asked chosen = moderator().choose(new Shown(page.id(), seen, false), "1=at:/setup", List.of("18:00"));

        assertThat(chosen.awaitMessage(Rig.SOON).ephemeral()).isTrue();
        assertThat(chosen.turned()).isFalse();
    }

    @Test
    void aMenuOfAnotherVersionIsAnsweredPolitely() {
        for (String id : List.of("1=at:/gone", "2=at:/setup", "1=AT:/setup", "1=at:setup")) {
            ObjectNode old = page.json().deepCopy();
            for (JsonNode menu : old.path("components").findParents("custom_id")) {
                if (menu.path("custom_id").asText().equals("1=at:/setup")) {
                    ((ObjectNode) menu).put("custom_id", id);
                }
            }
            Shown answer = moderator()
                    .choose(new Shown(page.id(), old, true), id, List.of("18:00"))
                    .awaitMessage(Rig.SOON);
            assertThat(answer.ephemeral()).as(id).isTrue();
            assertThat(answer.asSeen(PaperDesk.NOW)).as(id).contains("too old");
        }
    }

    @Test
    void menusStandAboveTheButtons() {
        JsonNode message = page.json();
        assertThat(message.path("components").findValuesAsText("custom_id"))
                .containsExactly(
                        "1=topics:/setup page:2",
                        "1=at:/setup",
                        "1?/setup when ask:at,quiet",
                        "1:/setup",
                        "1:/setup style",
                        "1:/setup budget");
    }
}

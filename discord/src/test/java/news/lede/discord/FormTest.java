package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.discord.server.Asked;
import news.lede.discord.server.Person;
import news.lede.discord.server.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is written rather than picked is asked for in forms, which hold nothing but the call they belong to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormTest {
    private static final String SUBSCRIBE = "1?/subscribe immigration";

    private Rig rig;
    private Shown message;

    @BeforeAll
    void connect() throws IOException {
        rig = Rig.connected();
    }

    @AfterAll
    void leave() throws IOException {
        rig.close();
    }

    @BeforeEach
    void ask() {
        message = rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(rig.server.traffic().violations()).isEmpty();
        assertThat(rig.server.unanswered()).isEmpty();
    }

    private JsonNode opened(String id) {
        return rig.server.inServer().pressId(message, id).awaitForm(Rig.SOON);
    }

    private static List<String> inputs(JsonNode form) {
        return form.path("components")
                .valueStream()
                .map(label -> label.path("component").path("custom_id").asText())
                .toList();
    }

    @Test
    void aFormAsksInLabelsForWhatTheCallLeavesOpen() {
        JsonNode form = opened(SUBSCRIBE);
        assertThat(form.path("title").asText()).isEqualTo("/subscribe immigration");
        assertThat(inputs(form)).containsExactly("when", "at", "to", "filter");
        assertThat(form.path("components")
                        .path(0)
                        .path("component")
                        .path("options")
                        .size())
                .isEqualTo(4);
        assertThat(form.path("components")
                        .path(3)
                        .path("component")
                        .path("max_length")
                        .asInt())
                .isEqualTo(1500);
    }

    @Test
    void aFormSpeaksTheReadersLanguage() {
        JsonNode form =
                rig.server.inServer().speaking("de").pressId(message, SUBSCRIBE).awaitForm(Rig.SOON);
        assertThat(form.path("title").asText()).isEqualTo("/abonnieren immigration");
        assertThat(form.path("components").path(0).path("label").asText()).isEqualTo("wann");
    }

    @Test
    void whatIsFilledInIsAsked_andTheAnswerIsForTheAskerAlone() {
        Asked sent = rig.server
                .inServer()
                .as(Person.manager("302", "mo"))
                .submit(opened(SUBSCRIBE), Map.of("when", "daily", "filter", "harbour -football"));
        assertThat(sent.awaitMessage(Rig.SOON).ephemeral()).isTrue();
        PaperDesk.Question question = rig.desk.questions().getLast();
        assertThat(question.command()).isEqualTo("subscribe");
        assertThat(question.options())
                .isEqualTo(Map.of("topic", "immigration", "when", "daily", "filter", "harbour -football"));
    }

    @Test
    void aFormLeftEmptyIsTheCallAsItStood() {
        rig.server.inDirectMessage().submit(opened(SUBSCRIBE), Map.of()).awaitMessage(Rig.SOON);
        assertThat(rig.desk.questions().getLast().options()).isEqualTo(Map.of("topic", "immigration"));
    }

    @Test
    void aFormOfAnotherVersionIsAnsweredPolitely() {
        for (String id : List.of("filters-7", "0?/subscribe immigration", "1?/gone now", "1?", "1:/latest")) {
            JsonNode form = opened(SUBSCRIBE).deepCopy();
            ((ObjectNode) form).put("custom_id", id);
            Shown shown =
                    rig.server.inServer().submit(form, Map.of("when", "daily")).awaitMessage(Rig.SOON);
            assertThat(shown.asSeen(PaperDesk.NOW)).contains("form is too old", "nothing was changed");
            assertThat(shown.ephemeral()).isTrue();
        }
    }

    @Test
    void aButtonWhoseFormLeavesNothingOpenDoesWhatItSays() {
        rig.server.inServer().pressId(message, "1?/latest").awaitMessage(Rig.SOON);
        assertThat(rig.desk.questions().getLast().command()).isEqualTo("latest");
    }

    @Test
    void actionsThatAskOpenForms_whoeverDrawsThem() {
        Answer asking = new Answer.Notice(
                "So it would be",
                "About three a day",
                List.of(
                        new Action("Start", "/subscribe immigration confirm:yes", Action.Kind.CONFIRM),
                        new Action("More", "/subscribe immigration", Action.Kind.ASK)));
        rig.desk.next(asking);
        Shown shown = rig.server.inServer().command("start", Map.of()).awaitMessage(Rig.SOON);
        assertThat(shown.buttons())
                .containsEntry("More", SUBSCRIBE)
                .containsEntry("Start", "1:/subscribe immigration confirm:yes");
        assertThat(inputs(rig.server.inServer().press(shown, "More").awaitForm(Rig.SOON)))
                .contains("filter");
    }
}

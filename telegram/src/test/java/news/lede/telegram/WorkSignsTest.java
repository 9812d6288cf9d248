package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Fault;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees who waits for what takes its time. The desk here works until a sign of it was seen. */
class WorkSignsTest {
    private Bench bench;
    private Person anna;
    private Chat alone;

    @BeforeEach
    void connect() throws IOException, InterruptedException {
        bench = Bench.ready();
        anna = bench.server.person("Anna", "en");
        alone = bench.server.privateChat(anna);
    }

    @AfterEach
    void leave() {
        bench.close();
        assertThat(bench.server.violations()).isEmpty();
    }

    private void workUntil(String method) {
        bench.desk.answerWith((_, typed) -> {
            seen(method);
            return FakeDesk.usual(typed);
        });
    }

    private JsonNode seen(String method) {
        return bench.server.await(
                Bench.SOON,
                () -> bench.server.traffic(method).stream().findFirst().map(t -> t.call()),
                "no " + method);
    }

    @Test
    void aloneWithSomebodyTheAnswerIsSeenBeingWritten() {
        workUntil("sendMessageDraft");

        long question = alone.say(anna, "https://news.paper.example/a?b=1").id();
        JsonNode draft = seen("sendMessageDraft");

        assertThat(draft.path("text").asText()).isEqualTo("Reading news.paper.example …");
        assertThat(draft.path("draft_id").asLong()).isEqualTo(question);
        assertThat(draft.path("chat_id").asLong()).isEqualTo(alone.id());
        bench.server.await(Bench.SOON, () -> alone.written().stream().findFirst(), "no answer");
        assertThat(bench.server.traffic("sendMessageDraft")).hasSize(1);
    }

    @Test
    void aBriefingIsSaidToBeWritten() {
        workUntil("sendMessageDraft");

        alone.say(anna, "/brief 5");

        assertThat(seen("sendMessageDraft").path("text").asText()).isEqualTo("Writing your briefing …");
    }

    @Test
    void amongSeveralWeAreSeenTyping() {
        workUntil("sendChatAction");
        Chat group = bench.server.supergroup("Town").join(anna, Standing.MEMBER);

        group.say(anna, "/summarize https://news.paper.example/a");

        assertThat(seen("sendChatAction").path("action").asText()).isEqualTo("typing");
        assertThat(bench.server.traffic("sendMessageDraft")).isEmpty();
    }

    @Test
    void whereDraftsAreNotKnownWeAreSeenTypingAndDoNotAskAgain() {
        bench.server.faults().always("sendMessageDraft", new Fault.Error(404, "Not Found: method not found"));
        workUntil("sendChatAction");

        alone.say(anna, "/brief").answer(Bench.SOON);
        alone.say(anna, "/brief").answer(Bench.SOON);

        assertThat(bench.server.traffic("sendMessageDraft")).hasSize(1);
    }

    @Test
    void whatIsQuickShowsNoSign() {
        alone.say(anna, "/brief").answer(Bench.SOON);
        alone.say(anna, "/latest").answer(Bench.SOON);

        assertThat(bench.server.traffic("sendMessageDraft")).isEmpty();
        assertThat(bench.server.traffic("sendChatAction")).isEmpty();
    }

    @Test
    void whoBlockedUsIsNotShownMoreSigns() {
        bench.server
                .faults()
                .always("sendMessageDraft", new Fault.Error(403, "Forbidden: bot was blocked by the user"));
        workUntil("sendMessageDraft");

        alone.say(anna, "/brief").answer(Bench.SOON);

        assertThat(bench.server.traffic("sendChatAction")).isEmpty();
        assertThat(bench.server.traffic("sendMessageDraft")).hasSize(1);
    }
}

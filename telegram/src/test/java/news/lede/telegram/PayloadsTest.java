package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import news.lede.alert.SeenDoors;
import news.lede.answer.Snapshot;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.ReaderView;
import news.lede.telegram.server.Said;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import news.lede.telegram.server.Traffic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of answer through the real library: what goes over the wire, and what a reader sees of it, compared with stored files. */
class PayloadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TelegramServer server;
    private static TelegramAdapter adapter;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        InstantSource noon = InstantSource.fixed(SampleStories.NOW);
        server = TelegramServer.start();
        adapter = new TelegramAdapter(
                TelegramServer.TOKEN,
                server.baseUrl(),
                new FakeDesk(),
                new FakeAskers(),
                new SeenDoors(),
                Bench.memory(),
                noon,
                Bench.QUICK);
        adapter.start();
        assertThat(adapter.awaitReady(SOON).isReady()).isTrue();
    }

    @AfterAll
    static void stop() {
        adapter.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "list, en, /latest",
        "list-german, de, /latest",
        "list-of-related, en, /related 4",
        "card, en, /story 4",
        "listing, en, /help",
        "notice, en, /start",
        "hostile-notice, en, <b>@everyone</b> & /start",
    })
    void aloneWithSomebody(String name, String language, String typed) throws JsonProcessingException {
        Person anna = server.person("Anna", language);

        store("alone/" + name, server.privateChat(anna).say(anna, typed));
    }

    @Test
    void inAGroupAndItsTopic() throws JsonProcessingException {
        Person anna = server.person("Anna", "en");
        Chat forum = server.forum("Newsroom").join(anna, Standing.MEMBER);

        store("forum/list", forum.sayIn(forum.topic("Harbour"), anna, "/latest"));
    }

    @Test
    void inAChannel() throws JsonProcessingException {
        Person anna = server.person("Anna", "en");

        store("channel/list", server.channel("Coast News").say(anna, "/latest"));
    }

    private static void store(String name, Said said) throws JsonProcessingException {
        BotMessage answer = said.answer(SOON);
        Traffic sent = server.await(
                SOON,
                () -> server.traffic("sendMessage").stream()
                        .filter(t -> t.call().path("chat_id").asLong() == answer.chat())
                        .findFirst(),
                "not in the traffic");
        ObjectNode call = ((ObjectNode) sent.call().deepCopy()).put("chat_id", "CHAT");
        if (call.has("message_thread_id")) {
            call.put("message_thread_id", "THREAD");
        }
        if (call.has("reply_parameters")) {
            ((ObjectNode) call.get("reply_parameters")).put("message_id", "QUESTION");
        }
        Snapshot.assertShown(
                "telegram/payloads/" + name + ".json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(call));
        Snapshot.assertShown("telegram/payloads/" + name + ".txt", ReaderView.of(answer));
    }
}

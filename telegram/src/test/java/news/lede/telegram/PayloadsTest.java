package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
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

/** Every command of the core through the real library: what goes over the wire, and what a reader sees of it, compared with stored files. */
class PayloadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TelegramServer server;
    private static TelegramAdapter adapter;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        SmallNewsroom newsroom = new SmallNewsroom();
        InstantSource noon = InstantSource.fixed(SmallNewsroom.NOON);
        server = TelegramServer.start(noon);
        adapter =
                new TelegramAdapter(TelegramServer.TOKEN, server.baseUrl(), newsroom.desk, newsroom, noon, Bench.QUICK);
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
        "latest, en, /latest",
        "latest-german, de, /latest",
        "latest-second-page, en, /latest count:1 page:2",
        "topic, en, /topic weather",
        "related, en, /related 1",
        "related-nothing, en, /related",
        "story, en, /story 1",
        "search, en, dam",
        "summarize, en, https://coastwire.example/unknown",
        "topics, en, /topics",
        "help, en, /help",
        "start, en, /start",
        "unknown-command, en, /latst",
        "hostile, en, /topic <b>@everyone</b> & /start",
    })
    void aloneWithSomebody(String name, String language, String typed) throws JsonProcessingException {
        Person anna = server.person("Anna", language);

        store("alone/" + name, server.privateChat(anna).say(anna, typed));
    }

    @Test
    void inAGroupAndItsTopic() throws JsonProcessingException {
        Person anna = server.person("Anna", "en");
        Chat forum = server.forum("Newsroom").join(anna, Standing.MEMBER);

        store("forum/latest", forum.sayIn(forum.topic("Harbour"), anna, "/latest"));
    }

    @Test
    void inAChannel() throws JsonProcessingException {
        Person anna = server.person("Anna", "en");

        store("channel/latest", server.channel("Coast News").say(anna, "/latest"));
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

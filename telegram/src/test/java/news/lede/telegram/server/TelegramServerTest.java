package news.lede.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramServerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private TelegramServer server;
    private Person anna;
    private Chat chat;

    @BeforeEach
    void start() throws IOException {
        server = TelegramServer.start();
        anna = server.person("Anna", "en");
        chat = server.privateChat(anna);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Nested
    class Receiving {
        @Test
        void whatAPersonWritesArrivesUntilItIsConfirmed() {
            chat.say(anna, "/latest");

            JsonNode first = call("getupdates", "{\"offset\":1,\"timeout\":5}").get("result");
            JsonNode again = call("getupdates", "{\"offset\":1,\"timeout\":5}").get("result");

            assertThat(first).hasSize(1).isEqualTo(again);
            assertThat(first.get(0).at("/message/text").asText()).isEqualTo("/latest");
            assertThat(first.get(0).at("/message/entities/0/type").asText()).isEqualTo("bot_command");
            int next = first.get(0).get("update_id").asInt() + 1;
            assertThat(call("getupdates", "{\"offset\":" + next + "}").get("result"))
                    .isEmpty();
            assertThat(server.unconfirmed()).isZero();
        }

        @Test
        void aWaitingPollIsAnsweredAsSoonAsSomethingHappens() {
            CompletableFuture<JsonNode> waiting = callLater("getUpdates", "{\"timeout\":50}");

            chat.say(anna, "hello");

            assertThat(waiting.join().at("/result/0/message/text").asText()).isEqualTo("hello");
        }

        @Test
        void aSecondPollerEndsTheFirst() {
            CompletableFuture<JsonNode> first = callLater("getUpdates", "{\"timeout\":50}");
            CompletableFuture<JsonNode> second = callLater("getUpdates", "{\"timeout\":50}");

            Object ended = CompletableFuture.anyOf(first, second).join();

            assertThat(((JsonNode) ended).get("error_code").asInt()).isEqualTo(409);
        }

        @Test
        void kindsNobodyAskedForAreLeftOut() {
            server.channel("News").say(anna, "a post");
            chat.say(anna, "hello");

            JsonNode updates =
                    call("getUpdates", "{\"allowed_updates\":[\"message\"]}").get("result");

            assertThat(updates).hasSize(1);
            assertThat(updates.get(0).has("message")).isTrue();
        }
    }

    @Nested
    class Sending {
        @Test
        void aGoodMessageStandsInTheChatAsReadersSeeIt() {
            Said said = chat.say(anna, "/latest");

            call(
                    "sendMessage",
                    send(
                            "<b>Dam</b> <a href=\\\"https://a.example/dam\\\">holds</a>",
                            ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Related\",\"callback_data\":\"1:/related 4\"}]]}"));

            BotMessage answer = said.answer(SOON);
            assertThat(ReaderView.of(answer))
                    .isEqualTo("Dam holds <https://a.example/dam>\n[preview of https://a.example/dam]\n[ Related ]");
            assertThat(server.violations()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "<u>x</b>| `` |can't parse entities",
                    "` `| `` |message text is empty",
                    "x|`,\"unknown\":1`|sendMessage.unknown is not described",
                    "x|`,\"disable_notification\":\"maybe\"`|is not a boolean",
                    "x|`,\"message_thread_id\":77`|message thread not found",
                    "x|`,\"reply_parameters\":{\"message_id\":4711}`|message to be replied not found",
                    "x|`,\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"x\"}]]}`|exactly one kind",
                    "x|`,\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"x\",\"callback_data\":\"äääääääääääääääääääääääääääääääää\"}]]}`|BUTTON_DATA_INVALID",
                })
        void whatBreaksARuleIsRefusedAndKept(String text, String more, String why) {
            JsonNode answer = call("sendMessage", send(text, more));

            assertThat(answer.get("error_code").asInt()).isEqualTo(400);
            assertThat(answer.get("description").asText()).contains(why);
            assertThat(server.violations()).hasSize(1);
        }

        @Test
        void lengthCountsAfterParsing() {
            assertThat(call("sendMessage", send("<b>" + "x".repeat(4096) + "</b>", ""))
                            .get("ok")
                            .asBoolean())
                    .isTrue();
            assertThat(call("sendMessage", send("x".repeat(4097), ""))
                            .get("description")
                            .asText())
                    .contains("message is too long");
        }

        @Test
        void aPersonWhoBlockedTheBotIsNoViolation() {
            chat.throwBotOut();

            JsonNode answer = call("sendMessage", send("x", ""));

            assertThat(answer.get("error_code").asInt()).isEqualTo(403);
            assertThat(server.violations()).isEmpty();
        }

        @Test
        void anEditThatChangesNothingIsRefused() {
            call("sendMessage", send("same", ""));
            long id = chat.messages().getFirst().id();

            JsonNode answer = call(
                    "editMessageText", "{\"chat_id\":" + anna.id() + ",\"message_id\":" + id + ",\"text\":\"same\"}");

            assertThat(answer.get("description").asText()).contains("message is not modified");
        }

        @Test
        void aGroupThatMovedNamesItsNewId() {
            Chat group = server.group("Old");
            Chat moved = group.moveToSupergroup();

            JsonNode answer = call("sendMessage", "{\"chat_id\":" + group.id() + ",\"text\":\"x\"}");

            assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(moved.id());
        }

        @Test
        void aTopicIsAddressedByItsThreadAndMayBeClosed() {
            Chat forum = server.forum("Town");
            int thread = forum.topic("Harbour");
            String message = "{\"chat_id\":" + forum.id() + ",\"message_thread_id\":" + thread + ",\"text\":\"x\"}";
            Said said = forum.sayIn(thread, anna, "/latest");

            call("sendMessage", message);
            forum.closeTopic(thread);

            assertThat(said.answer(SOON).thread()).hasValue(thread);
            assertThat(call("sendMessage", message).get("description").asText()).contains("TOPIC_CLOSED");
        }
    }

    @Test
    void aPressedButtonWaitsForExactlyOneAcknowledgement() {
        call(
                "sendMessage",
                send("x", ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Go\",\"callback_data\":\"d\"}]]}"));
        Press press = chat.press(anna, chat.messages().getFirst(), "Go");
        JsonNode query = call("getUpdates", "{}").at("/result/0/callback_query");
        String answer = "{\"callback_query_id\":\"" + query.get("id").asText() + "\",\"text\":\"ok\"}";

        assertThat(server.unacknowledged()).isEqualTo(1);
        call("answerCallbackQuery", answer);

        assertThat(press.acknowledgement(SOON).text()).isEqualTo("ok");
        assertThat(query.get("data").asText()).isEqualTo("d");
        assertThat(call("answerCallbackQuery", answer).get("description").asText())
                .contains("query is too old");
    }

    @Test
    void menusAreKeptPerScopeAndLanguage() {
        call(
                "setMyCommands",
                "{\"commands\":[{\"command\":\"latest\",\"description\":\"Neues\"}],\"scope\":{\"type\":\"all_chat_administrators\"},\"language_code\":\"de\"}");

        assertThat(server.menu("all_chat_administrators", "de")).isPresent();
        assertThat(server.menu("default", "")).isEmpty();
        assertThat(call("setMyCommands", "{\"commands\":[{\"command\":\"Latest\",\"description\":\"x\"}]}")
                        .get("description")
                        .asText())
                .contains("BOT_COMMAND_INVALID");
    }

    @Test
    void aWrongTokenIsUnauthorized() {
        assertThat(callAs("7000000001:other", "getMe", "{}").get("error_code").asInt())
                .isEqualTo(401);
        assertThat(callAs(TelegramServer.TOKEN, "GETME", "{}")
                        .at("/result/username")
                        .asText())
                .isEqualTo(TelegramServer.BOT_NAME);
    }

    @Nested
    class Faulty {
        @Test
        void aPlannedErrorIsAnsweredAsOftenAsPlanned() {
            server.faults().next("getMe", 1, new Fault.Error(500, "Internal Server Error"));
            server.faults().next("getMe", 1, new Fault.Flood(3));

            assertThat(call("getMe", "{}").get("error_code").asInt()).isEqualTo(500);
            assertThat(call("getMe", "{}").at("/parameters/retry_after").asInt())
                    .isEqualTo(3);
            assertThat(call("getMe", "{}").get("ok").asBoolean()).isTrue();
        }

        @Test
        void aCutConnectionHasDoneItsWorkOrNot() {
            server.faults().next("sendMessage", 1, new Fault.DropBefore());
            assertThatThrownBy(() -> call("sendMessage", send("one", ""))).hasRootCauseInstanceOf(IOException.class);
            server.faults().next("sendMessage", 1, new Fault.DropAfter());
            assertThatThrownBy(() -> call("sendMessage", send("two", ""))).hasRootCauseInstanceOf(IOException.class);

            assertThat(chat.messages()).extracting(BotMessage::text).containsExactly("two");
        }

        @Test
        void nobodyIsThereWhileItIsDown() throws IOException {
            server.goDown();
            assertThatThrownBy(() -> call("getMe", "{}")).hasRootCauseInstanceOf(IOException.class);
            server.comeUp();
            assertThat(call("getMe", "{}").get("ok").asBoolean()).isTrue();
        }

        @Test
        void anythingCanBeDeliveredAsAnUpdate() {
            server.deliver(JsonNodeFactory.instance.objectNode().put("message", "not an object"));

            assertThat(call("getUpdates", "{}").at("/result/0/message").asText())
                    .isEqualTo("not an object");
        }
    }

    @Test
    void theTrafficNamesNoToken() {
        call("getMe", "{}");

        assertThat(server.traffic()).singleElement().satisfies(t -> {
            assertThat(t.method()).isEqualTo("getMe");
            assertThat(t.line()).contains("getMe", "200").doesNotContain(TelegramServer.TOKEN);
        });
    }

    private String send(String text, String more) {
        return "{\"chat_id\":\"" + anna.id() + "\",\"parse_mode\":\"HTML\",\"text\":\"" + text + "\"" + more + "}";
    }

    private JsonNode call(String method, String body) {
        return callAs(TelegramServer.TOKEN, method, body);
    }

    private JsonNode callAs(String token, String method, String body) {
        return sendLater(token, method, body).join();
    }

    private CompletableFuture<JsonNode> callLater(String method, String body) {
        return sendLater(TelegramServer.TOKEN, method, body);
    }

    private CompletableFuture<JsonNode> sendLater(String token, String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/bot" + token + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        });
    }
}

package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import news.lede.discord.server.Asked;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Faults.Fault;
import news.lede.discord.server.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local server is as strict as Discord: without that, no other test here says anything. Spoken to by hand, without any library. */
class DiscordServerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SILENT = "'allowed_mentions':{'parse':[],'replied_user':false}";
    private static final String COMMANDS = """
            [{'name':'latest','description':'The newest','type':1,'contexts':['0','1'],'integration_types':['0','1'],
              'options':[{'name':'count','description':'How many','type':4}]},
             {'name':'setup','description':'Set up','type':1,'contexts':['0'],'integration_types':['0']},
             {'name':'Summarise links','type':3}]""";

    private final HttpClient http = HttpClient.newHttpClient();
    private DiscordServer server;
    private Bot bot;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = DiscordServer.start();
        bot = Bot.connect(http, server.gatewayUrl());
        bot.identify(server.token());
        bot.await("READY");
        bot.await("GUILD_CREATE");
        assertThat(send("PUT", "applications/1/commands", COMMANDS).statusCode())
                .isEqualTo(200);
        server.awaitBot(SOON);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        http.close();
    }

    @Test
    void aWrongTokenIsRefusedByRestAndGateway() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.restUrl() + "users/@me"))
                .header("Authorization", "Bot wrong")
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);

        Bot stranger = Bot.connect(http, server.gatewayUrl());
        stranger.identify("wrong");
        assertThat(stranger.awaitClose()).isEqualTo(4004);
    }

    @Test
    void heartbeatsAreAnswered() throws Exception {
        bot.say("{'op':1,'d':2}");
        assertThat(bot.awaitOp(11)).isNotNull();
    }

    @Test
    void theGatewayIsFoundByRest() throws Exception {
        assertThat(json(send("GET", "gateway", "")).path("url").asText()).isEqualTo(server.gatewayUrl());
        assertThat(json(send("GET", "gateway/bot", "")).path("shards").asInt()).isEqualTo(1);
    }

    @Nested
    class GivenACommandWasUsed {
        private Asked asked;

        @BeforeEach
        void ask() throws InterruptedException {
            asked = server.inServer().command("latest", Map.of("count", "3"));
            JsonNode event = bot.await("INTERACTION_CREATE");
            assertThat(event.path("data").path("options").path(0).path("value").asInt())
                    .isEqualTo(3);
        }

        @Test
        void whenAnsweredWithoutPings_thenTheReaderSeesIt() throws Exception {
            assertThat(first("{'type':4,'data':{'content':'**Hello** \\\\*you\\\\*'," + SILENT + "}}"))
                    .isEqualTo(200);

            assertThat(asked.awaitMessage(SOON).asSeen(Instant.EPOCH)).isEqualTo("Hello *you*");
            assertThat(server.traffic().violations()).isEmpty();
            assertThat(server.unanswered()).isEmpty();
        }

        @Test
        void whenDeferredAndEdited_thenTheMessageIsTheEdit() throws Exception {
            first("{'type':5,'data':{'flags':64}}");
            assertThat(edit("{'content':'at last'," + SILENT + "}")).isEqualTo(200);

            assertThat(asked.awaitFirst(SOON)).isEqualTo(Asked.First.DEFERRED);
            assertThat(asked.awaitMessage(SOON).ephemeral()).isTrue();
            assertThat(asked.awaitMessage(SOON).texts()).containsExactly("at last");
            assertThat(asked.awaitMessage(SOON).json().path("flags").asInt() & 64)
                    .isNotZero();
        }

        @Test
        void whenAnsweredTwice_thenTheSecondIsRefused() throws Exception {
            first("{'type':5}");
            assertThat(first("{'type':5}")).isEqualTo(400);
            assertThat(server.traffic().violations()).singleElement().asString().contains("second first answer");
        }

        @Test
        void whenAnsweredAfterThreeSeconds_thenItIsUnknownAndCountsAsUnanswered() throws Exception {
            asked.age(Duration.ofMillis(3001));
            assertThat(first("{'type':5}")).isEqualTo(404);
            assertThat(server.traffic().violations()).singleElement().asString().contains("too late");
            assertThat(server.unanswered()).hasSize(1);
        }

        @Test
        void whenEditedAfterFifteenMinutes_thenTheTokenIsInvalid() throws Exception {
            first("{'type':5}");
            asked.age(Duration.ofMinutes(15));
            assertThat(edit("{'content':'late'," + SILENT + "}")).isEqualTo(401);
        }

        @Test
        void whenEditedBeforeAnyAnswer_thenTheWebhookIsUnknown() throws Exception {
            assertThat(edit("{'content':'early'," + SILENT + "}")).isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                        not restricted        | {'content':'x'}
                        not restricted        | {'content':'x','allowed_mentions':{'parse':['everyone']}}
                        not restricted        | {'content':'x','allowed_mentions':{'parse':[],'replied_user':true}}
                        an empty message      | {'content':' ',SILENT}
                        fits                  | {'content':'x','embeds':[{'title':5}],SILENT}
                        exclude content       | {'content':'x','flags':32768,SILENT}
                        without its flag      | {'components':[{'type':10,'content':'x'}],SILENT}
                        custom id twice       | {'content':'x',SILENT,'components':[{'type':1,'components':[{'type':2,'style':2,'label':'a','custom_id':'i'},{'type':2,'style':2,'label':'b','custom_id':'i'}]}]}
                        has a custom id, or   | {'content':'x',SILENT,'components':[{'type':1,'components':[{'type':2,'style':5,'label':'a','custom_id':'i'}]}]}
                        without label         | {'content':'x',SILENT,'components':[{'type':1,'components':[{'type':2,'style':2,'custom_id':'i'}]}]}
                        scheme                | {'content':'x',SILENT,'components':[{'type':1,'components':[{'type':2,'style':5,'label':'a','url':'javascript:x'}]}]}
                        lacks                 | {'flags':32768,SILENT,'components':[{'type':9,'components':[{'type':10,'content':'x'}]}]}
                        blank                 | {'flags':32768,SILENT,'components':[{'type':10,'content':' '}]}
                        """)
        void whenTheMessageBreaksARule_thenItIsRefusedAndWrittenDown(String fault, String data) throws Exception {
            String body = "{'type':4,'data':" + data.replace("SILENT", SILENT) + "}";
            assertThat(first(body)).isEqualTo(400);
            assertThat(server.traffic().violations()).isNotEmpty();
            if (!fault.equals("fits")) {
                assertThat(server.traffic().violations().toString()).contains(fault);
            }
        }

        @Test
        void whenTextIsTooLong_thenItIsRefused() throws Exception {
            assertThat(first("{'type':4,'data':{'content':'" + "x".repeat(2001) + "'," + SILENT + "}}"))
                    .isEqualTo(400);
            String half = "x".repeat(3001);
            assertThat(first("{'type':4,'data':{'embeds':[{'description':'" + half + "'},{'description':'" + half
                            + "'}]," + SILENT + "}}"))
                    .isEqualTo(400);
            assertThat(server.traffic().violations().toString()).contains("2000", "6002 characters of 6000");
        }

        private int first(String body) throws Exception {
            return send("POST", "interactions/" + asked.id() + "/token-" + asked.id() + "/callback", body)
                    .statusCode();
        }

        private int edit(String body) throws Exception {
            return send("PATCH", "webhooks/1/token-" + asked.id() + "/messages/@original", body)
                    .statusCode();
        }
    }

    @Nested
    class GivenCommandsAreRegistered {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                        not a name         | [{'name':'Latest','description':'x'}]
                        command twice      | [{'name':'a','description':'x'},{'name':'a','description':'x'}]
                        description of     | [{'name':'a','description':' '}]
                        required option    | [{'name':'a','description':'x','options':[{'name':'b','description':'x','type':3},{'name':'c','description':'x','type':3,'required':true}]}]
                        unknown locale     | [{'name':'a','description':'x','name_localizations':{'en':'b'}}]
                        characters of 100  | [{'name':'a','description':'0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789X'}]
                        neither            | [{'name':'Menu','type':3,'description':'x'}]
                        """)
        void whenTheyBreakARule_thenTheyAreRefused(String fault, String commands) throws Exception {
            assertThat(send("PUT", "applications/1/commands", commands).statusCode())
                    .isEqualTo(400);
            assertThat(server.traffic().violations().toString()).contains(fault);
        }

        @Test
        void whenSomebodyIsWhereACommandIsNotOffered_thenTheyCannotUseIt() {
            assertThatThrownBy(() -> server.inDirectMessage().command("setup", Map.of()))
                    .hasMessageContaining("not offered");
            assertThatThrownBy(() -> server.inServer().command("latest", Map.of("size", "1")))
                    .hasMessageContaining("no such options");
        }

        @Test
        void whenUsedInADirectMessage_thenTheEventNamesAUserAndNoMember() throws Exception {
            server.inDirectMessage().as(Person.member("77", "bo")).command("latest", Map.of());
            JsonNode event = bot.await("INTERACTION_CREATE");
            assertThat(event.path("user").path("id").asText()).isEqualTo("77");
            assertThat(event.has("member")).isFalse();
            assertThat(event.path("context").asInt()).isEqualTo(1);
        }
    }

    @Nested
    class GivenThingsAreMadeToFail {
        @Test
        void whenAStatusIsPlanned_thenItComesAsOftenAsPlanned() throws Exception {
            server.faults().next(2, "GET /users", new Fault.Status(500));
            assertThat(send("GET", "users/@me", "").statusCode()).isEqualTo(500);
            assertThat(send("GET", "users/@me", "").statusCode()).isEqualTo(500);
            assertThat(send("GET", "users/@me", "").statusCode()).isEqualTo(200);
        }

        @Test
        void whenTooManyIsPlanned_thenTheHeadersTellTheWait() throws Exception {
            server.faults().next(1, "", new Fault.TooMany(2));
            HttpResponse<String> limited = send("GET", "users/@me", "");
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(limited.headers().firstValue("Via")).isPresent();
        }

        @Test
        void whenACutIsPlanned_thenThereIsNoAnswer() {
            server.faults().next(10, "GET /gateway", new Fault.Cut());
            assertThatThrownBy(() -> send("GET", "gateway", "")).isInstanceOf(IOException.class);
        }

        @Test
        void whenTheGatewayIsCut_thenAResumeBringsWhatWasMissed() throws Exception {
            server.cutGateway();
            Asked missed = server.inServer().command("latest", Map.of());
            Bot again = Bot.connect(http, server.gatewayUrl());
            again.say("{'op':6,'d':{'token':'" + server.token() + "','session_id':'session-1','seq':2}}");

            assertThat(again.await("INTERACTION_CREATE").path("id").asText()).isEqualTo(missed.id());
            again.await("RESUMED");
            // It is counted once that is said.
            server.awaitSessions(2, SOON);
            assertThat(server.resumes()).isEqualTo(1);
        }

        @Test
        void whenTheSessionIsInvalid_thenItCannotBeResumed() throws Exception {
            server.invalidateSession(false);
            assertThat(bot.awaitOp(9).path("d").asBoolean()).isFalse();
            Bot again = Bot.connect(http, server.gatewayUrl());
            again.say("{'op':6,'d':{'token':'" + server.token() + "','session_id':'session-1','seq':2}}");
            assertThat(again.awaitOp(9).path("d").asBoolean()).isFalse();
        }

        @Test
        void whenARouteIsUnknown_thenItIsWrittenDown() throws Exception {
            assertThat(send("GET", "guilds/100/bans", "").statusCode()).isEqualTo(404);
            assertThat(server.traffic().violations()).singleElement().asString().contains("guilds/100/bans");
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.restUrl() + path))
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .header("Authorization", "Bot " + server.token())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    /** The gateway's other side, as plain as can be. */
    private static final class Bot implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        static Bot connect(HttpClient http, String url) {
            Bot bot = new Bot();
            bot.socket =
                    http.newWebSocketBuilder().buildAsync(URI.create(url), bot).join();
            return bot;
        }

        void identify(String token) {
            say("{'op':2,'d':{'token':'" + token + "','intents':0,'properties':{}}}");
        }

        void say(String json) {
            Objects.requireNonNull(socket)
                    .sendText(json.replace('\'', '"'), true)
                    .join();
        }

        JsonNode await(String type) throws InterruptedException {
            return next("t", type).path("d");
        }

        JsonNode awaitOp(int op) throws InterruptedException {
            return next("op", Integer.toString(op));
        }

        int awaitClose() throws InterruptedException {
            return next("closed", "true").path("code").asInt();
        }

        private JsonNode next(String field, String value) throws InterruptedException {
            while (true) {
                JsonNode message = received.poll(30, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("nothing with " + field + " " + value);
                }
                if (message.path(field).asText().equals(value)) {
                    return message;
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                try {
                    received.add(MAPPER.readTree(partial.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            ObjectNode closed = MAPPER.createObjectNode().put("closed", "true").put("code", statusCode);
            received.add(closed);
            return null;
        }
    }
}

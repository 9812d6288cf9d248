package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What people ask where the bot is no member, and the prose limits of its answers. */
final class Queries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_RESULTS = 50;
    private static final int MAX_ID = 64;
    private static final int MAX_BUTTON = 64;

    private final World world;
    private final Map<String, Query> inline = new LinkedHashMap<>();
    private final Map<String, Query> guest = new LinkedHashMap<>();

    Queries(World world) {
        this.world = world;
    }

    Query ask(Person person, String words, String offset) {
        synchronized (world) {
            Query query = new Query(world);
            String id = world.nextQueryId();
            inline.put(id, query);
            ObjectNode json =
                    JSON.objectNode().put("id", id).put("query", words).put("offset", offset);
            json.set("from", world.json().user(person));
            world.happened("inline_query", json.put("chat_type", "supergroup"));
            return query;
        }
    }

    Query summon(Person person, String text) {
        synchronized (world) {
            Query query = new Query(world);
            String id = world.nextQueryId();
            guest.put(id, query);
            Chat foreign =
                    new Chat(world, -1_000_000_000_000L - Long.parseLong(id), Chat.Kind.SUPERGROUP, "Not ours", false);
            ObjectNode json = world.json().written(foreign, world.nextMessageId(), Chat.NO_THREAD, person, text);
            world.happened("guest_message", json.put("guest_query_id", id));
            return query;
        }
    }

    Press press(Person person, String data) {
        synchronized (world) {
            Chat nowhere = new Chat(world, 0, Chat.Kind.SUPERGROUP, "Not ours", false);
            Press press = new Press(world, new Said(world, nowhere, Chat.NO_THREAD, 0, 0));
            ObjectNode json = JSON.objectNode().put("inline_message_id", "im" + world.nextQueryId());
            json.set("from", world.json().user(person));
            world.pressed(press, json.put("chat_instance", "1").put("data", data));
            return press;
        }
    }

    void answer(JsonNode call) {
        synchronized (world) {
            JsonNode results = ApiDescription.unwrapped(call.path("results"));
            RequestRules.within(results.size(), 0, MOST_RESULTS, "RESULTS_TOO_MUCH");
            Set<String> ids = new HashSet<>();
            for (JsonNode result : results) {
                String id = result.path("id").asText();
                RequestRules.within(bytes(id), 1, MAX_ID, "RESULT_ID_INVALID");
                if (!ids.add(id)) {
                    throw Refusal.ofBadRequest("RESULT_ID_DUPLICATE");
                }
            }
            RequestRules.within(bytes(call.path("next_offset").asText("")), 0, MAX_ID, "NEXT_OFFSET_INVALID");
            JsonNode button = ApiDescription.unwrapped(call.path("button"));
            if (!button.isMissingNode()) {
                RequestRules.within(button.path("text").asText().length(), 1, MAX_BUTTON, "BUTTON_TEXT_INVALID");
                if (!button.path("start_parameter").asText().matches("[A-Za-z0-9_-]{1,64}")) {
                    throw Refusal.ofBadRequest("START_PARAM_INVALID");
                }
            }
            open(inline, call.path("inline_query_id").asText()).answer(call, results);
            world.changed();
        }
    }

    JsonNode answerGuest(JsonNode call) {
        synchronized (world) {
            JsonNode result = ApiDescription.unwrapped(call.path("result"));
            open(guest, call.path("guest_query_id").asText())
                    .answer(call, JSON.arrayNode().add(result));
            world.changed();
            return JSON.objectNode().put("inline_message_id", "im" + world.nextQueryId());
        }
    }

    private static Query open(Map<String, Query> queries, String id) {
        Query query = queries.get(id);
        if (query == null) {
            throw Refusal.ofBadRequest("query is too old and response timeout expired or query ID is invalid");
        }
        if (query.isAnswered()) {
            throw Refusal.ofState(
                    400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        return query;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.discord.server.Rest.Reply;

/**
 * What a bot does in channels: writes, edits, reads back, opens posts and direct messages. A nonce is remembered for some minutes; of a message that is read back, it is not
 * told, as on the real service. Thread-safe.
 */
final class Rooms {
    private static final Duration NONCES_REMEMBERED = Duration.ofMinutes(3);
    private static final Reply UNKNOWN_CHANNEL = Reply.error(404, 10003, "Unknown Channel");
    private static final Reply UNKNOWN_MESSAGE = Reply.error(404, 10008, "Unknown Message");
    private static final int COMPONENTS_V2 = MessageLimits.COMPONENTS_V2;

    private static final int ADDED = 1000;

    private record Remembered(ObjectNode message, Instant at) {}

    private final DiscordServer server;
    private final InstantSource clock;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Map<String, Remembered> nonces = new HashMap<>();

    Rooms(DiscordServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    Room add(String id, Room.Kind kind, String parent, String name) {
        return rooms.computeIfAbsent(id, _ -> new Room(id, kind, parent, name, clock.instant()));
    }

    Optional<Room> find(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    List<Room> all() {
        return rooms.values().stream()
                .sorted(Comparator.comparingLong(r -> Long.parseLong(r.id())))
                .toList();
    }

    /** What was there from the start, empty. */
    synchronized void beginAnew() {
        nonces.clear();
        rooms.values().removeIf(r -> Long.parseLong(r.id()) >= ADDED);
        rooms.values().forEach(Room::beginAnew);
    }

    Reply get(String channel) {
        return find(channel).map(r -> Reply.ok(described(r))).orElse(UNKNOWN_CHANNEL);
    }

    /** Alone it says whose it is, which its server's list of channels need not. */
    private static ObjectNode described(Room room) {
        return room.kind() == Room.Kind.DIRECT ? room.json() : room.json().put("guild_id", DiscordServer.GUILD);
    }

    synchronized Reply write(String channel, JsonNode body) {
        Room room = rooms.get(channel);
        if (room == null) {
            return UNKNOWN_CHANNEL;
        }
        if (room.kind() == Room.Kind.FORUM) {
            return Reply.error(400, 50008, "Cannot send messages in a non-text channel");
        }
        Optional<Reply> refused = refused(room, body);
        if (refused.isPresent()) {
            return refused.get();
        }
        String nonce = body.path("nonce").asText("");
        nonces.values().removeIf(r -> !r.at.plus(NONCES_REMEMBERED).isAfter(clock.instant()));
        Remembered same = nonces.get(nonce);
        if (body.path("enforce_nonce").asBoolean() && !nonce.isEmpty() && same != null) {
            return Reply.ok(same.message);
        }
        if (room.kind() == Room.Kind.THREAD && room.archived()) {
            return Reply.error(400, 50083, "Thread is archived");
        }
        ObjectNode message = message(channel, body);
        String reply = body.path("message_reference").path("message_id").asText("");
        if (!reply.isEmpty() && room.message(reply) != null) {
            message.putObject("message_reference").put("message_id", reply).put("channel_id", channel);
        } else if (!reply.isEmpty()
                && body.path("message_reference").path("fail_if_not_exists").asBoolean(true)) {
            return Rest.invalid(server, "message_reference", List.of("Unknown message"));
        }
        room.add(message, nonce.isEmpty() ? texts(message) : nonce);
        ObjectNode answered = message.deepCopy();
        if (!nonce.isEmpty()) {
            answered.put("nonce", nonce);
            nonces.put(nonce, new Remembered(answered, clock.instant()));
        }
        return Reply.ok(answered);
    }

    private Optional<Reply> refused(Room room, JsonNode body) {
        Room.Trouble trouble = room.trouble();
        if (trouble != Room.Trouble.NONE) {
            return Optional.of(Reply.error(trouble.status, trouble.code, trouble.message));
        }
        List<String> faults = new ArrayList<>(MessageLimits.faults(body));
        faults.addAll(MessageLimits.calls(body));
        return faults.isEmpty() ? Optional.empty() : Optional.of(Rest.invalid(server, room.toString(), faults));
    }

    private static String texts(ObjectNode message) {
        return String.join("\n", message.path("components").findValuesAsText("content"));
    }

    private ObjectNode message(String channel, JsonNode body) {
        ObjectNode message = server.newMessage(channel, DiscordServer.botUser());
        message.set("components", numbered(body.path("components")));
        message.put("content", body.path("content").asText(""));
        message.set("embeds", rich(body.path("embeds")));
        message.put("flags", body.path("flags").asInt());
        ArrayNode roles = message.putArray("mention_roles");
        body.path("allowed_mentions").path("roles").forEach(roles::add);
        return message;
    }

    /** Discord says of each embed that it is one of a bot's. */
    static JsonNode rich(JsonNode embeds) {
        ArrayNode rich = JsonNodeFactory.instance.arrayNode();
        embeds.forEach(e -> rich.add(((ObjectNode) e.deepCopy()).put("type", "rich")));
        return rich;
    }

    /** Discord shows pictures from an address of its own, and tells it beside theirs. */
    static void fetched(JsonNode components) {
        components
                .findValues("media")
                .forEach(m -> ((ObjectNode) m)
                        .put(
                                "proxy_url",
                                "https://pictures.example/" + m.path("url").hashCode()));
    }

    /** Parts without an id get one: the lowest that no other has. */
    private static JsonNode numbered(JsonNode components) {
        JsonNode copy = components.deepCopy();
        Set<Integer> used = new HashSet<>();
        List<ObjectNode> open = new ArrayList<>();
        collect(copy, used, open);
        int next = 1;
        for (ObjectNode component : open) {
            while (!used.add(next)) {
                next++;
            }
            component.put("id", next);
        }
        fetched(copy);
        return copy;
    }

    private static void collect(JsonNode components, Set<Integer> used, List<ObjectNode> open) {
        for (JsonNode component : components) {
            if (component.path("id").asInt() > 0) {
                if (!used.add(component.path("id").asInt())) {
                    throw new IllegalArgumentException("component id twice: " + component.path("id"));
                }
            } else {
                open.add((ObjectNode) component);
            }
            if (component.has("accessory")) {
                collect(alone(component.path("accessory")), used, open);
            }
            collect(component.path("components"), used, open);
        }
    }

    private static JsonNode alone(JsonNode component) {
        return JsonNodeFactory.instance.arrayNode().add(component);
    }

    synchronized Reply edit(String channel, String id, JsonNode body) {
        Room room = rooms.get(channel);
        if (room == null) {
            return UNKNOWN_CHANNEL;
        }
        ObjectNode message = room.message(id);
        if (message == null) {
            return UNKNOWN_MESSAGE;
        }
        if (room.archived()) {
            return Reply.error(400, 50083, "Thread is archived");
        }
        ObjectNode after = message.deepCopy();
        after.set("components", numbered(body.path("components")));
        boolean boxes = (message.path("flags").asInt() & COMPONENTS_V2) != 0;
        if (body.has("embeds")) {
            after.set("embeds", rich(body.path("embeds")));
        }
        if (boxes && (body.path("flags").asInt() & COMPONENTS_V2) == 0) {
            return Rest.invalid(server, room.toString(), List.of("the flag of components v2 cannot be taken away"));
        }
        Optional<Reply> refused = refused(room, body);
        if (refused.isPresent()) {
            return refused.get();
        }
        message.set("components", after.path("components"));
        message.set("embeds", after.path("embeds"));
        message.put("edited_timestamp", clock.instant().toString());
        return Reply.ok(message);
    }

    /** Hands a message on to those who follow its channel: once, and ten an hour. */
    synchronized Reply crosspost(String channel, String id) {
        Room room = rooms.get(channel);
        ObjectNode message = room == null ? null : room.message(id);
        if (room == null || message == null) {
            return UNKNOWN_MESSAGE;
        }
        if (room.kind() != Room.Kind.ANNOUNCEMENT) {
            return Reply.error(400, 50024, "Cannot execute action on this channel type");
        }
        if ((message.path("flags").asInt() & Room.CROSSPOSTED) != 0) {
            return Reply.error(400, 40033, "This message has already been crossposted.");
        }
        Optional<Duration> wait = room.crosspost(clock.instant());
        if (wait.isPresent()) {
            return new Reply(
                    429,
                    Json.object()
                            .put("message", "This resource is being rate limited.")
                            .put("retry_after", wait.get().toMillis() / 1000.0)
                            .put("global", false));
        }
        message.put("flags", message.path("flags").asInt() | Room.CROSSPOSTED);
        return Reply.ok(message);
    }

    synchronized Reply read(String channel, Map<String, String> query) {
        Room room = rooms.get(channel);
        if (room == null || room.trouble() == Room.Trouble.GONE) {
            return UNKNOWN_CHANNEL;
        }
        if (room.trouble() == Room.Trouble.HIDDEN) {
            return Reply.error(403, 50001, "Missing Access");
        }
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        long before = Long.parseLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
        List<ObjectNode> newest = room.all().reversed().stream()
                .filter(m -> m.path("id").asLong() < before)
                .limit(limit)
                .toList();
        return Reply.ok(Json.of(newest));
    }

    synchronized Reply readOne(String channel, String id) {
        Room room = rooms.get(channel);
        ObjectNode message = room == null ? null : room.message(id);
        return message == null ? UNKNOWN_MESSAGE : Reply.ok(message);
    }

    synchronized Reply post(String forum, JsonNode body) {
        Room room = rooms.get(forum);
        if (room == null) {
            return UNKNOWN_CHANNEL;
        }
        Optional<Reply> refused = refused(room, body.path("message"));
        if (refused.isPresent()) {
            return refused.get();
        }
        List<String> tags =
                body.path("applied_tags").valueStream().map(JsonNode::asText).toList();
        if (room.tagged() && tags.isEmpty()) {
            return Reply.error(400, 40067, "A tag is required to create a forum post in this channel");
        }
        ObjectNode message = message(forum, body.path("message"));
        Room thread = add(
                message.path("id").asText(),
                Room.Kind.THREAD,
                forum,
                body.path("name").asText());
        thread.applied(tags);
        message.put("channel_id", thread.id());
        thread.add(message, texts(message));
        ObjectNode answered = thread.json();
        answered.set("message", message);
        return Reply.ok(answered);
    }

    Reply change(String channel, JsonNode body) {
        Room room = rooms.get(channel);
        if (room == null) {
            return UNKNOWN_CHANNEL;
        }
        if (room.locked()) {
            return Reply.error(403, 50013, "Missing Permissions");
        }
        if (body.has("archived") && !body.path("archived").asBoolean()) {
            room.wake();
        }
        return Reply.ok(room.json());
    }

    Reply threads(String parent, boolean archived) {
        ObjectNode answer = Json.object().put("has_more", false);
        answer.putArray("members");
        ArrayNode threads = answer.putArray("threads");
        all().stream()
                .filter(r -> r.kind() == Room.Kind.THREAD && r.archived() == archived)
                .filter(r -> parent.isEmpty() || r.parent().equals(parent))
                .forEach(r -> threads.add(r.json()));
        return Reply.ok(answer);
    }

    Reply direct(JsonNode body) {
        String person = body.path("recipient_id").asText();
        Room room = add("5" + person, Room.Kind.DIRECT, "", "");
        return Reply.ok(room.json());
    }
}

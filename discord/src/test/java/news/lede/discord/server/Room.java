package news.lede.discord.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A channel, thread, forum or direct message of the local Discord, with what the bot wrote there and what keeps it from writing. Thread-safe. */
public final class Room {
    /** The kinds, by Discord's numbers. */
    public enum Kind {
        TEXT(0),
        DIRECT(1),
        ANNOUNCEMENT(5),
        THREAD(11),
        FORUM(15);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /** What Discord says to whoever writes there, instead of taking it. */
    public enum Trouble {
        NONE(0, 0, ""),
        HIDDEN(403, 50001, "Missing Access"),
        NO_RIGHTS(403, 50013, "Missing Permissions"),
        NOT_FOR_US(403, 50007, "Cannot send messages to this user"),
        GONE(404, 10003, "Unknown Channel"),
        BLOCKED_WORDS(400, 200000, "Message was blocked by automatic moderation"),
        SLOW(400, 20016, "This action cannot be performed due to slowmode rate limit");

        final int status;
        final int code;
        final String message;

        Trouble(int status, int code, String message) {
            this.status = status;
            this.code = code;
            this.message = message;
        }
    }

    static final int CROSSPOSTED = 1;
    private static final int TAG_REQUIRED = 1 << 4;
    private static final int CROSSPOSTS_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final String id;
    private final Kind kind;
    private final String parent;
    private final String name;
    private final Instant opened;
    private final List<ObjectNode> messages = new ArrayList<>();
    private final Map<String, Integer> accepted = new TreeMap<>();
    private final List<Instant> crossposts = new ArrayList<>();
    private Map<String, String> tags = Map.of();
    private boolean tagged;
    private List<String> applied = List.of();
    private Trouble trouble = Trouble.NONE;
    private boolean archived;
    private boolean locked;

    Room(String id, Kind kind, String parent, String name, Instant opened) {
        this.id = id;
        this.kind = kind;
        this.parent = parent;
        this.name = name;
        this.opened = opened;
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** Of a thread: the channel it is in; else empty. */
    public String parent() {
        return parent;
    }

    public String name() {
        return name;
    }

    /** Whatever is written from now on meets this. */
    public synchronized void trouble(Trouble now) {
        trouble = now;
    }

    synchronized void beginAnew() {
        messages.clear();
        accepted.clear();
        crossposts.clear();
        tags = Map.of();
        tagged = false;
        trouble = Trouble.NONE;
        archived = false;
        locked = false;
    }

    synchronized Trouble trouble() {
        return trouble;
    }

    /** Of a thread: asleep; {@code forGood}: nobody but moderators may wake it. */
    public synchronized void archive(boolean forGood) {
        archived = true;
        locked = forGood;
    }

    synchronized void wake() {
        archived = false;
    }

    public synchronized boolean archived() {
        return archived;
    }

    synchronized boolean locked() {
        return locked;
    }

    /** Of a forum: the tags of its posts by id, those of moderators alone with an exclamation mark; {@code required}: a post bears one. */
    public synchronized void tags(Map<String, String> byId, boolean required) {
        tags = new TreeMap<>(byId);
        tagged = required;
    }

    synchronized boolean tagged() {
        return tagged;
    }

    /** Of a post: its tags by id. */
    public synchronized List<String> applied() {
        return List.copyOf(applied);
    }

    synchronized void applied(List<String> ids) {
        applied = List.copyOf(ids);
    }

    /** How many messages were handed on to those who follow this channel. */
    public synchronized int crossposted() {
        return (int) messages.stream()
                .filter(m -> (m.path("flags").asInt() & CROSSPOSTED) != 0)
                .count();
    }

    /** Of this hour's messages that were handed on, one more; how long to wait when there were too many. */
    synchronized Optional<Duration> crosspost(Instant now) {
        crossposts.removeIf(at -> !at.plus(HOUR).isAfter(now));
        if (crossposts.size() >= CROSSPOSTS_AN_HOUR) {
            return Optional.of(Duration.between(now, crossposts.getFirst().plus(HOUR)));
        }
        crossposts.add(now);
        return Optional.empty();
    }

    /** Everything that stands there, oldest first. */
    public synchronized List<Shown> messages() {
        return messages.stream()
                .map(m -> new Shown(m.path("id").asText(), m, false))
                .toList();
    }

    /** How many messages stood there with each nonce; without one, with each text. */
    public synchronized Map<String, Integer> accepted() {
        return new TreeMap<>(accepted);
    }

    /** A message disappears, as when a moderator deletes it. */
    public synchronized void delete(String message) {
        messages.removeIf(m -> m.path("id").asText().equals(message));
    }

    synchronized void add(ObjectNode message, String named) {
        messages.add(message);
        accepted.merge(named, 1, Integer::sum);
    }

    synchronized @Nullable ObjectNode message(String message) {
        return messages.stream()
                .filter(m -> m.path("id").asText().equals(message))
                .findFirst()
                .orElse(null);
    }

    synchronized List<ObjectNode> all() {
        return new ArrayList<>(messages);
    }

    /** As the gateway and REST tell of it. */
    synchronized ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("type", kind.number).put("name", name);
        switch (kind) {
            case TEXT, ANNOUNCEMENT -> json.put("position", 0).putArray("permission_overwrites");
            case FORUM -> {
                json.put("position", 0).put("flags", tagged ? TAG_REQUIRED : 0).putArray("permission_overwrites");
                ArrayNode available = json.putArray("available_tags");
                tags.forEach((tag, called) -> available
                        .addObject()
                        .put("id", tag)
                        .put("name", called)
                        .put("moderated", called.startsWith("!")));
            }
            case DIRECT -> json.putArray("recipients");
            case THREAD -> {
                json.put("guild_id", DiscordServer.GUILD)
                        .put("parent_id", parent)
                        .put("owner_id", DiscordServer.BOT)
                        .put("member_count", 1)
                        .put("message_count", messages.size())
                        .put("rate_limit_per_user", 0);
                json.putObject("thread_metadata")
                        .put("archived", archived)
                        .put("locked", locked)
                        .put("auto_archive_duration", 1440)
                        .put("archive_timestamp", opened.toString())
                        .put("create_timestamp", opened.toString());
            }
        }
        return json;
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}

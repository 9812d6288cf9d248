package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The chats, people and happenings that the service knows. Its monitor guards all of it and is notified of every change. */
final class World {
    private final ApiDescription description;
    private final Wire json;
    private final Person bot;
    private final UpdateQueue updates = new UpdateQueue();
    private final Bringing bringing;
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Map<String, Press> presses = new LinkedHashMap<>();
    private final Map<String, JsonNode> menus = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Queries queries = new Queries(this);
    private final List<JsonNode> history = new ArrayList<>();
    private long lastMessage;
    private long lastId = 5_000_000_000L;

    World(ApiDescription description, InstantSource clock, Person bot) {
        this.description = description;
        this.bot = bot;
        this.json = new Wire(clock, bot);
        this.bringing = new Bringing(updates, clock);
    }

    Wire json() {
        return json;
    }

    Person bot() {
        return bot;
    }

    UpdateQueue updates() {
        return updates;
    }

    Bringing bringing() {
        return bringing;
    }

    Map<String, JsonNode> menus() {
        return menus;
    }

    /** What was said of the bot, by {@code field/language}. */
    Map<String, String> descriptions() {
        return descriptions;
    }

    Queries queries() {
        return queries;
    }

    List<JsonNode> history() {
        return history;
    }

    synchronized long nextMessageId() {
        return ++lastMessage;
    }

    synchronized Person person(String name, String language) {
        Person person = new Person(++lastId, name, language);
        people.put(person.id(), person);
        chats.put(person.id(), new Chat(this, person.id(), Chat.Kind.PRIVATE, name, false));
        return person;
    }

    synchronized Chat chat(Chat.Kind kind, String title, boolean forum) {
        long id = kind == Chat.Kind.GROUP ? - ++lastId : -1_000_000_000_000L - ++lastId;
        Chat chat = new Chat(this, id, kind, title, forum);
        chats.put(id, chat);
        return chat;
    }

    synchronized Optional<Chat> find(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    synchronized Optional<Chat> findPublic(String name) {
        return chats.values().stream()
                .filter(c -> c.publicName().equalsIgnoreCase(name))
                .findFirst();
    }

    synchronized String nextQueryId() {
        return String.valueOf(++lastId);
    }

    synchronized Optional<Person> findPerson(long id) {
        return id == bot.id() ? Optional.of(bot) : Optional.ofNullable(people.get(id));
    }

    /** Tells the bot of something that keeps the description; what does not is a fault of ours. */
    synchronized void happened(String kind, ObjectNode what) {
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.set(kind, what);
        update.put("update_id", 0);
        List<String> faults = description.faultsOfType("Update", update);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("an update the service would never send: " + faults);
        }
        updates.add(update);
        history.add(update);
    }

    synchronized void pressed(Press press, ObjectNode query) {
        String id = String.valueOf(++lastId);
        presses.put(id, press);
        happened("callback_query", query.put("id", id));
    }

    synchronized void acknowledge(JsonNode call) {
        Press press = presses.get(call.path("callback_query_id").asText());
        String tooOld = "query is too old and response timeout expired or query ID is invalid";
        if (press == null) {
            throw Refusal.ofBadRequest(tooOld);
        }
        if (press.isAcknowledged()) {
            // Whoever was killed in between cannot know that it is.
            throw Refusal.ofState(400, "Bad Request: " + tooOld);
        }
        press.acknowledged(
                call.path("text").asText(""),
                call.path("show_alert").asBoolean(false),
                call.path("url").asText(""));
        notifyAll();
    }

    synchronized long unacknowledged() {
        return presses.values().stream().filter(p -> !p.isAcknowledged()).count();
    }

    synchronized void wrote(Chat chat, BotMessage message) {
        chat.accept(message);
        notifyAll();
    }

    synchronized void changed() {
        notifyAll();
    }

    /** Waits until something is there. */
    synchronized <T> T await(Duration patience, Supplier<Optional<T>> wanted, String otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<T> found = wanted.get();
        while (found.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException(otherwise + " within " + patience);
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
            found = wanted.get();
        }
        return found.get();
    }
}

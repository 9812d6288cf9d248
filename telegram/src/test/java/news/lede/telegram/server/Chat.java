package news.lede.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A chat with the bot in it, and what people can do there. Everything a person does becomes an update. Thread-safe. */
public final class Chat {
    /** The kinds of chat, named as on the wire. */
    public enum Kind {
        PRIVATE,
        GROUP,
        SUPERGROUP,
        CHANNEL
    }

    static final int NO_THREAD = 0;

    private final World world;
    private final long id;
    private final Kind kind;
    private final String title;
    private final boolean forum;
    private final Map<Long, Standing> members = new LinkedHashMap<>();
    private final Map<Integer, Boolean> topicsOpen = new LinkedHashMap<>();
    private final List<BotMessage> messages = new ArrayList<>();
    private final Set<Long> written = new HashSet<>();
    private final Map<String, Integer> accepted = new HashMap<>();
    private String publicName = "";
    private boolean generalClosed;
    private boolean botWelcome = true;
    private long movedTo;

    Chat(World world, long id, Kind kind, String title, boolean forum) {
        this.world = world;
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.forum = forum;
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    boolean isForum() {
        return forum;
    }

    boolean botIsWelcome() {
        return botWelcome;
    }

    long movedTo() {
        return movedTo;
    }

    Map<Integer, Boolean> topicsOpen() {
        return topicsOpen;
    }

    List<BotMessage> messages() {
        return messages;
    }

    List<BotMessage> messagesIn(int thread) {
        return messages.stream()
                .filter(m -> m.thread().orElse(NO_THREAD) == thread)
                .toList();
    }

    /** Whether a message stands here, anybody's. */
    boolean holds(long message) {
        return written.contains(message) || message(message).isPresent();
    }

    Standing standing(long person) {
        return members.getOrDefault(person, kind == Kind.PRIVATE ? Standing.MEMBER : Standing.LEFT);
    }

    /** Lets somebody be something here. */
    public Chat join(Person person, Standing standing) {
        synchronized (world) {
            members.put(person.id(), standing);
            return this;
        }
    }

    /** Gives the chat a public name, without the {@code @}. */
    public Chat named(String name) {
        synchronized (world) {
            publicName = name;
            return this;
        }
    }

    String publicName() {
        return publicName;
    }

    boolean isGeneralClosed() {
        return generalClosed;
    }

    /** Closes or opens the topic that has no number. */
    public void general(boolean open) {
        synchronized (world) {
            generalClosed = !open;
            ObjectNode json = world.json().happening(this, world.nextMessageId(), NO_THREAD);
            json.putObject(open ? "general_forum_topic_unhidden" : "general_forum_topic_hidden");
            world.happened("message", json);
        }
    }

    /** Opens a topic of a forum, or of a private chat where the bot has them; its number is the thread id. */
    public int topic(String name) {
        synchronized (world) {
            if (!forum && kind != Kind.PRIVATE) {
                throw new IllegalStateException(title + " is no forum, so it has no topic " + name);
            }
            int thread = (int) world.nextMessageId();
            topicsOpen.put(thread, true);
            return thread;
        }
    }

    public void closeTopic(int thread) {
        synchronized (world) {
            topicsOpen.put(thread, false);
        }
    }

    /** In a private chat the person blocks the bot; elsewhere somebody removes it. */
    public void throwBotOut() {
        synchronized (world) {
            botWelcome = false;
            botBecame(kind == Kind.PRIVATE ? Standing.KICKED : Standing.LEFT);
        }
    }

    /** The person or the group lets the bot in again. */
    public void letBotIn() {
        synchronized (world) {
            botWelcome = true;
            botBecame(kind == Kind.CHANNEL ? Standing.CREATOR : Standing.MEMBER);
        }
    }

    /** An administrator makes the bot one too, as adding it to a channel does. */
    public void promoteBot(Person by) {
        synchronized (world) {
            botWelcome = true;
            world.happened("my_chat_member", world.json().change(this, by, Standing.MEMBER, Standing.ADMINISTRATOR));
        }
    }

    private void botBecame(Standing standing) {
        ObjectNode change = world.json().change(this, standing);
        world.happened("my_chat_member", change);
    }

    public void openTopic(int thread) {
        synchronized (world) {
            topicsOpen.put(thread, true);
            ObjectNode json = world.json().happening(this, world.nextMessageId(), thread);
            json.putObject("forum_topic_reopened");
            world.happened("message", json);
        }
    }

    /** How often each text was accepted here. */
    public Map<String, Integer> accepted() {
        synchronized (world) {
            return new TreeMap<>(accepted);
        }
    }

    void accept(BotMessage message) {
        messages.add(message);
        accepted.merge(message.text(), 1, Integer::sum);
    }

    /** The group becomes a supergroup with another id; what is sent to the old one is refused from now on. */
    public Chat moveToSupergroup() {
        synchronized (world) {
            Chat moved = world.chat(Kind.SUPERGROUP, title, false);
            moved.members.putAll(members);
            movedTo = moved.id;
            ObjectNode json = world.json().happening(this, world.nextMessageId(), NO_THREAD);
            world.happened("message", json.put("migrate_to_chat_id", moved.id));
            return moved;
        }
    }

    public Said say(Person person, String text) {
        return send(person, NO_THREAD, text, UnaryOperator.identity());
    }

    public Said sayIn(int thread, Person person, String text) {
        return send(person, thread, text, UnaryOperator.identity());
    }

    /** Writes in reply to a message of the bot. */
    public Said reply(Person person, BotMessage to, String text) {
        return send(
                person,
                to.thread().orElse(NO_THREAD),
                text,
                m -> m.set("reply_to_message", world.json().message(this, to)));
    }

    /** Writes something unusual: {@code change} may alter the message before it goes out. */
    public Said send(Person person, int thread, String text, UnaryOperator<ObjectNode> change) {
        synchronized (world) {
            long message = world.nextMessageId();
            written.add(message);
            if (kind == Kind.PRIVATE) {
                members.put(person.id(), Standing.MEMBER);
            }
            Said said = new Said(world, this, thread, messagesIn(thread).size(), message);
            ObjectNode json = world.json().written(this, message, thread, person, text);
            world.happened(kind == Kind.CHANNEL ? "channel_post" : "message", change.apply(json));
            return said;
        }
    }

    /** Presses a button that calls back. */
    public Press press(Person person, BotMessage message, String label) {
        Button button = message.button(label);
        return pressWith(
                person,
                message,
                button.data().orElseThrow(() -> new IllegalStateException("\"" + label + "\" does not call back")));
    }

    /** Calls back with any data, as a client that is not an honest one can. */
    public Press pressWith(Person person, BotMessage message, String data) {
        synchronized (world) {
            int thread = message.thread().orElse(NO_THREAD);
            Press press = new Press(
                    world, new Said(world, this, thread, messagesIn(thread).size(), 0));
            world.pressed(press, world.json().pressed(this, message, person, data));
            return press;
        }
    }

    /** Everything the bot wrote here, oldest first. */
    public List<BotMessage> written() {
        synchronized (world) {
            return List.copyOf(messages);
        }
    }

    Optional<BotMessage> message(long messageId) {
        return messages.stream().filter(m -> m.id() == messageId).findFirst();
    }

    static OptionalInt thread(int thread) {
        return thread == NO_THREAD ? OptionalInt.empty() : OptionalInt.of(thread);
    }
}

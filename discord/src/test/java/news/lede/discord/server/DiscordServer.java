package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The local Discord: start it, point a bot at {@link #restUrl()} (the gateway is found from there) with {@link #token()}, act through {@link #inServer()},
 * {@link #inDirectMessage()} or {@link #inForeignServer()}, and look at what the bot did. Thread-safe.
 */
public final class DiscordServer implements Closeable {
    /** The server that has the bot. */
    public static final String GUILD = "100";

    /** The bot's own id, also that of its application. */
    public static final String BOT = "1";

    /** A channel whose messages others may follow. */
    public static final String ANNOUNCEMENTS = "204";

    /** A channel where each message is a post of its own. */
    public static final String FORUM = "205";

    /** A thread in the first of {@link #channels()}. */
    public static final String THREAD = "206";

    private static final int FORM = 5;
    private static final int SHARD_BITS = 22;
    private static final long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;
    private static final List<String> CHANNELS = List.of("200", "201", "202", "203");
    private static final String EVERYONE_ROLE = """
            {'id':'100','name':'@everyone','position':0,'permissions':'274878024705','managed':false,
             'hoist':false,'mentionable':false,
             'colors':{'primary_color':0,'secondary_color':null,'tertiary_color':null}}""";
    private static final Person READER = Person.member("301", "ada");

    private final String token;
    private final List<String> files = new CopyOnWriteArrayList<>();
    private final Traffic traffic = new Traffic();
    private final Faults faults = new Faults();
    private final Map<String, Person> met = new ConcurrentHashMap<>();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Gateway gateway;
    private final InstantSource clock;
    private final Rooms rooms;
    private final Budgets budgets;
    private final Rest rest;
    private volatile JsonNode commands = Json.of(List.of());
    private volatile boolean commandsSet;
    private volatile int registrations;
    private volatile int shards = 1;
    private volatile int concurrency = 1;
    private volatile boolean reticent;

    private DiscordServer(int restPort, int gatewayPort, String token, InstantSource clock) throws IOException {
        this.token = token;
        this.clock = clock;
        this.rooms = new Rooms(this, clock);
        this.budgets = new Budgets(clock);
        CHANNELS.forEach(c -> rooms.add(c, Room.Kind.TEXT, "", "news-" + c));
        rooms.add(ANNOUNCEMENTS, Room.Kind.ANNOUNCEMENT, "", "announcements");
        rooms.add(FORUM, Room.Kind.FORUM, "", "forum");
        rooms.add(THREAD, Room.Kind.THREAD, CHANNELS.getFirst(), "harbour");
        this.gateway = new Gateway(gatewayPort, token, traffic, new Town());
        try {
            this.rest = new Rest(restPort, this);
        } catch (IOException e) {
            gateway.close();
            throw e;
        }
    }

    /** Starts on free ports of the loopback address. */
    public static DiscordServer start() throws IOException {
        return start(0, 0, "local.discord.token");
    }

    /** Starts on these ports (0: a free one) and lets in a bot with this token only. */
    public static DiscordServer start(int restPort, int gatewayPort, String token) throws IOException {
        return start(restPort, gatewayPort, token, InstantSource.system());
    }

    /** The same by a clock of the caller: it dates messages, and tells how long nonces are remembered and requests are counted. */
    public static DiscordServer start(int restPort, int gatewayPort, String token, InstantSource clock)
            throws IOException {
        return new DiscordServer(restPort, gatewayPort, token, clock);
    }

    /** For the setting {@code discord.api-base-url}. */
    public String restUrl() {
        return "http://127.0.0.1:" + rest.port() + "/api/v10/";
    }

    /** For the setting {@code discord.gateway-url}, which may also stay empty. */
    public String gatewayUrl() {
        return "ws://127.0.0.1:" + gateway.port() + "/gateway";
    }

    public String token() {
        return token;
    }

    /** The requests with files, each whole, with its files. */
    public List<String> files() {
        return files;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Faults faults() {
        return faults;
    }

    /** How much a bot may ask. */
    public Budgets budgets() {
        return budgets;
    }

    Rooms rooms() {
        return rooms;
    }

    /** One of the channels, by its id. */
    public Room room(String id) {
        return rooms.find(id).orElseThrow(() -> new IllegalArgumentException("no channel " + id));
    }

    /** Everything one can write to, also what came up meanwhile. */
    public List<Room> allRooms() {
        return rooms.all();
    }

    /** Adds text channels to the server; bots that are connected learn of them when they connect anew. */
    public List<Room> addChannels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rooms.add(Integer.toString(10_000 + i), Room.Kind.TEXT, "", "more-" + i))
                .toList();
    }

    /** A thread of the first channel that bots were not told of, as one that slept when they connected. */
    public Room sleepingThread(String name) {
        return rooms.add(newId(), Room.Kind.THREAD, CHANNELS.getFirst(), name);
    }

    /** Somebody opens a post in the forum. */
    public Room openPost(String title) {
        Room post = rooms.add(newId(), Room.Kind.THREAD, FORUM, title);
        gateway.dispatch("THREAD_CREATE", post.json().put("newly_created", true), () -> {});
        return post;
    }

    /** Tells bots how a channel is now. */
    public void changed(Room room) {
        gateway.dispatch("CHANNEL_UPDATE", room.json().put("guild_id", GUILD), () -> {});
    }

    /** Empties all channels, heals what was broken and forgets what was counted; connections stay. */
    public void beginAnew() {
        faults.clear();
        budgets.forget();
        rooms.beginAnew();
    }

    /** People talk in a channel, so many messages. */
    public void chatter(Room room, int messages) {
        for (int i = 0; i < messages; i++) {
            room.add(newMessage(room.id(), READER.user()).put("content", "so they say " + i), "chatter " + i);
        }
    }

    /** Somebody removes the bot from the server. */
    public void removeBot() {
        gateway.dispatch("GUILD_DELETE", Json.object().put("id", GUILD), () -> {});
    }

    /** Somebody lets the bot into the server again; or an outage ends. */
    public void letBotIn() {
        gateway.dispatch("GUILD_CREATE", new Town().guildData(0).getFirst(), () -> {});
    }

    /** The server cannot be reached for a while, by anybody. */
    public void outage() {
        gateway.dispatch("GUILD_DELETE", Json.object().put("id", GUILD).put("unavailable", true), () -> {});
    }

    /** Everybody, and so the bot, may do this in the whole server: a set of Discord's permission bits. */
    public void everyoneMay(long permissions) {
        ObjectNode role = Json.fixed(EVERYONE_ROLE).put("permissions", Long.toString(permissions));
        ObjectNode event = Json.object().put("guild_id", GUILD);
        event.set("role", role);
        gateway.dispatch("GUILD_ROLE_UPDATE", event, () -> {});
    }

    public Scene inServer() {
        return new Scene(this, Scene.Where.SERVER, READER, "en-US", CHANNELS.getFirst());
    }

    /** In the server on this shard. */
    public Scene inServerOf(int shard) {
        return inServer().of(guild(shard));
    }

    public Scene inDirectMessage() {
        return new Scene(this, Scene.Where.DIRECT_MESSAGE, READER, "en-US", "0");
    }

    /** In a server without the bot, by somebody who installed it for themselves. */
    public Scene inForeignServer() {
        return new Scene(this, Scene.Where.FOREIGN_SERVER, READER, "en-US", "901");
    }

    /** The channels of the server that has the bot. */
    public List<String> channels() {
        return CHANNELS;
    }

    /** The commands as registered, an array. */
    public JsonNode commands() {
        return commands;
    }

    /** Everything asked so far, oldest first. */
    public List<Asked> asked() {
        return asked.values().stream()
                .sorted(Comparator.comparingLong(a -> Long.parseLong(a.id())))
                .toList();
    }

    /** What got no first answer in time and will get none. */
    public List<String> unanswered() {
        return asked().stream()
                .filter(a -> !a.isLost())
                .filter(a -> a.firstAnswerAfter().orElse(a.sinceSent()).compareTo(Asked.FIRST_ANSWER) > 0)
                .map(Asked::what)
                .toList();
    }

    /** From now on bots are told to make so many connections, of which so many may identify at once. One server of ours is on each. */
    public void shards(int count, int atOnce) {
        shards = count;
        concurrency = atOnce;
    }

    /** Whoever begins a session from now on is not told what servers it has. */
    public void tellNoServers() {
        reticent = true;
    }

    /** The server on this shard that has the bot. */
    public String guild(int shard) {
        return shard == 0 ? GUILD : Long.toString(((long) shard << SHARD_BITS) + Long.parseLong(GUILD));
    }

    private int shardOf(String guild) {
        return (int) ((Long.parseLong(guild) >> SHARD_BITS) % shards);
    }

    /** From the next connection on, heartbeats are wanted this often. */
    public void heartbeatEvery(Duration interval) {
        gateway.heartbeatEvery((int) interval.toMillis());
    }

    /** Leaves heartbeats unanswered from now on, or answers them again. */
    public void ignoreHeartbeats(boolean ignored) {
        gateway.ignoreHeartbeats(ignored);
    }

    /** How often bots have begun a new session. */
    public int identifies() {
        return gateway.identifies();
    }

    /** How often bots have resumed one. */
    public int resumes() {
        return gateway.resumes();
    }

    /** Waits until a bot is connected and has registered commands. */
    public void awaitBot(Duration atMost) {
        await(atMost, () -> gateway.connected() && commandsSet, "no bot with commands");
    }

    /** Waits until the count of sessions resumed or begun reaches {@code n}. */
    public void awaitSessions(int n, Duration atMost) {
        await(
                atMost,
                () -> gateway.connected() && identifies() + resumes() >= n,
                "only " + (identifies() + resumes()) + " sessions of " + n);
    }

    private void await(Duration atMost, BooleanSupplier done, String otherwise) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " within " + atMost);
            }
            try {
                gateway.awaitChange(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        }
    }

    /** Op 7: please reconnect. */
    public void askToReconnect() {
        gateway.askToReconnect();
    }

    /** Op 9: your session is not valid. */
    public void invalidateSession(boolean resumable) {
        gateway.invalidate(resumable);
    }

    /** Cuts the gateway connection as a broken cable would. */
    public void cutGateway() {
        gateway.cut();
    }

    /** Closes the gateway connection with one of Discord's codes. */
    public void closeGateway(int code, String reason) {
        gateway.closeWith(code, reason);
    }

    /** Sends an event with any data, sensible or not. */
    public void sendEvent(String type, String json) {
        gateway.dispatch(type, Json.parse(json), () -> {});
    }

    /** Whoever acted there once is a member. */
    Rest.Reply member(String id) {
        Person person = met.get(id);
        return person == null
                ? Rest.Reply.error(404, 10007, "Unknown Member")
                : Rest.Reply.ok(person.member().put("nick", person.name() + " of the harbour"));
    }

    Asked ask(Scene scene, int type, ObjectNode data, String what) {
        return ask(scene, type, data, what, Json.object());
    }

    Asked ask(Scene scene, int type, ObjectNode data, String what, ObjectNode more) {
        met.put(scene.person().id(), scene.person());
        String id = newId();
        String where = scene.where() == Scene.Where.SERVER ? "" : " (" + scene.where() + ")";
        Asked interaction = new Asked(id, "token-" + id, scene.person().name() + " " + what + where, scene);
        asked.put(id, interaction);
        if (type == FORM) {
            interaction.sendsForm();
        }
        if (more.has("message")) {
            interaction.on(more.path("message"));
        }
        ObjectNode event = scene.envelope()
                .put("id", id)
                .put("application_id", BOT)
                .put("type", type)
                .put("token", interaction.token());
        event.set("data", data);
        event.setAll(more);
        if (!gateway.dispatch(
                shardOf(scene.guild()), "INTERACTION_CREATE", event, interaction::sentNow, interaction::sentAgain)) {
            interaction.lost();
        }
        return interaction;
    }

    /** Answers to this come in vain from now on: for whoever asks so much that it would fill the memory. */
    public void forget(Asked interaction) {
        asked.remove(interaction.id());
    }

    Optional<Asked> find(String interactionId) {
        return Optional.ofNullable(asked.get(interactionId));
    }

    Optional<Asked> findByToken(String interactionToken) {
        return find(interactionToken.replaceFirst("^token-", ""))
                .filter(a -> a.token().equals(interactionToken));
    }

    /** The command of this type and name that one may use there. */
    ObjectNode registered(int type, String name, Scene.Where where) {
        for (JsonNode command : commands) {
            if (command.path("type").asInt(1) == type
                    && command.path("name").asText().equals(name)) {
                if (!offered(command, where)) {
                    throw new IllegalArgumentException(name + " is not offered: " + where);
                }
                return (ObjectNode) command;
            }
        }
        throw new IllegalArgumentException("no command " + name + " is registered");
    }

    private static boolean offered(JsonNode command, Scene.Where where) {
        return switch (where) {
            case SERVER -> has(command.path("contexts"), 0) && has(command.path("integration_types"), 0);
            case DIRECT_MESSAGE -> has(command.path("contexts"), 1);
            case FOREIGN_SERVER -> has(command.path("contexts"), 0) && has(command.path("integration_types"), 1);
        };
    }

    private static boolean has(JsonNode numbers, int wanted) {
        return numbers.isMissingNode()
                || numbers.isNull()
                || numbers.valueStream().anyMatch(n -> n.asInt() == wanted);
    }

    /** How often bots have registered commands. */
    public int registrations() {
        return registrations;
    }

    synchronized JsonNode register(JsonNode wanted) {
        registrations++;
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode command : wanted) {
            ObjectNode known = command.deepCopy();
            all.add(known.put("id", newId()).put("application_id", BOT).put("version", newId()));
            if (!known.has("type")) {
                known.put("type", 1);
            }
        }
        commands = Json.of(all);
        commandsSet = true;
        return commands;
    }

    String newId() {
        // As Discord's ids: the time in the high bits.
        return Long.toString((clock.millis() - DISCORD_EPOCH_MILLIS << 22) + ids.incrementAndGet());
    }

    /** An empty message by {@code author} at the scene's channel. */
    ObjectNode newMessage(Scene scene, ObjectNode author) {
        return newMessage(scene.envelope().path("channel_id").asText(), author);
    }

    /** An empty message by {@code author} in a channel. */
    ObjectNode newMessage(String channel, ObjectNode author) {
        ObjectNode message = Json.object()
                .put("id", newId())
                .put("type", 0)
                .put("channel_id", channel)
                .put("content", "")
                .put("timestamp", clock.instant().toString())
                .put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", false)
                .put("flags", 0);
        message.set("author", author);
        for (String list : List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            message.putArray(list);
        }
        return message;
    }

    static ObjectNode botUser() {
        return Json.object()
                .put("id", BOT)
                .put("username", "lede")
                .put("discriminator", "0")
                .put("bot", true);
    }

    ObjectNode gatewayInfo() {
        ObjectNode info = Json.object().put("url", gatewayUrl()).put("shards", shards);
        info.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", 1000)
                .put("reset_after", 0)
                .put("max_concurrency", concurrency);
        return info;
    }

    @Override
    public void close() throws IOException {
        rest.close();
        gateway.close();
    }

    /** The one server with its channels. */
    private final class Town implements Gateway.World {
        @Override
        public int shards() {
            return shards;
        }

        @Override
        public int concurrency() {
            return concurrency;
        }

        @Override
        public JsonNode readyData(String sessionId, int shard) {
            ObjectNode ready =
                    Json.object().put("v", 10).put("session_id", sessionId).put("resume_gateway_url", gatewayUrl());
            ready.set("user", botUser());
            ready.putObject("application").put("id", BOT);
            ready.putArray("guilds").addObject().put("id", guild(shard)).put("unavailable", true);
            ready.putArray("private_channels");
            return ready;
        }

        @Override
        public List<JsonNode> guildData(int shard) {
            if (reticent) {
                return List.of();
            }
            ObjectNode guild = Json.fixed("""
                {'id':'100','name':'Harbour Town','owner_id':'2','member_count':2,'afk_timeout':300,
                 'roles':[{'id':'100','name':'@everyone','position':0,'permissions':'274878024705','managed':false,
                           'hoist':false,'mentionable':false,
                           'colors':{'primary_color':0,'secondary_color':null,'tertiary_color':null}},
                          {'id':'110','name':'Managers','position':1,'permissions':'32','managed':false,
                           'hoist':false,'mentionable':true,
                           'colors':{'primary_color':0,'secondary_color':null,'tertiary_color':null}}],
                 'channels':[],'members':[],'threads':[],'emojis':[],'voice_states':[],'guild_scheduled_events':[]}""");
            guild.put("id", guild(shard));
            ((ObjectNode) guild.path("roles").path(0)).put("id", guild(shard));
            for (Room room : shard == 0 ? rooms.all() : List.of(square(shard))) {
                switch (room.kind()) {
                    case TEXT, ANNOUNCEMENT, FORUM ->
                        guild.withArray("channels").add(room.json());
                    case THREAD -> guild.withArray("threads").add(room.json());
                    case DIRECT -> {
                        // In no server.
                    }
                }
            }
            ObjectNode bot = guild.withArray("members").addObject().put("joined_at", "2026-01-01T00:00:00Z");
            bot.set("user", botUser());
            bot.putArray("roles");
            return List.of(guild);
        }

        /** Its only channel. */
        private Room square(int shard) {
            return new Room(
                    Long.toString(Long.parseLong(guild(shard)) + 1), Room.Kind.TEXT, "", "square", clock.instant());
        }
    }
}

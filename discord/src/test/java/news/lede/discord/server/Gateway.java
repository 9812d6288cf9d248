package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** Gateway v10: sessions that outlive their connections, so that a bot can resume and get what it missed. */
final class Gateway implements Closeable {
    private static final int PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15;
    private static final int SESSIONS = 64;
    private static final int EVENTS = 1_000;
    private static final int DISPATCH = 0;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    /** Five seconds, less what a clock may be off. */
    private static final long IDENTIFY_NANOS = 4_900_000_000L;

    private final String token;
    private final Traffic traffic;
    private final World world;
    /** The latest: whoever comes back for an older one, or for older events, has to begin anew. */
    private final Map<String, Session> sessions = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > SESSIONS;
        }
    });

    private final AtomicInteger identifies = new AtomicInteger();
    private final AtomicInteger resumes = new AtomicInteger();
    private final Object change = new Object();
    private final WebSocketServer sockets;
    private volatile int heartbeatMillis = 41_250;
    private volatile boolean deaf;
    private final Map<Integer, Session> current = new ConcurrentHashMap<>();
    private final Map<Integer, Long> identified = new ConcurrentHashMap<>();

    /** What a session starts with. */
    interface World {
        JsonNode readyData(String sessionId, int shard);

        List<JsonNode> guildData(int shard);

        /** How many connections the bot is to make. */
        int shards();

        /** How many of them may identify at once, every five seconds. */
        int concurrency();
    }

    Gateway(int port, String token, Traffic traffic, World world) throws IOException {
        this.token = token;
        this.traffic = traffic;
        this.world = world;
        this.sockets = WebSocketServer.start(port, Line::new);
    }

    int port() {
        return sockets.port();
    }

    void heartbeatEvery(int millis) {
        heartbeatMillis = millis;
    }

    int identifies() {
        return identifies.get();
    }

    int resumes() {
        return resumes.get();
    }

    /** Leaves heartbeats unanswered from now on, or answers them again. */
    void ignoreHeartbeats(boolean ignored) {
        deaf = ignored;
    }

    private Session current(int shard) {
        return current.getOrDefault(shard, new Session("none", shard));
    }

    /**
     * Sends an event to the first shard, or keeps it until that resumes. {@code sent} runs when it goes out for the first time. False when there is no session that could ever get it: then it is lost, as
     * on the real service.
     */
    boolean dispatch(String type, JsonNode data, Runnable sent) {
        return dispatch(0, type, data, sent);
    }

    /** The same for a shard. */
    boolean dispatch(int shard, String type, JsonNode data, Runnable sent) {
        return dispatch(shard, type, data, sent, () -> {});
    }

    /** {@code again} runs when it goes out once more, over another connection. */
    boolean dispatch(int shard, String type, JsonNode data, Runnable sent, Runnable again) {
        Session session = current(shard);
        return sessions.containsKey(session.id) && session.dispatch(type, data, sent, again);
    }

    boolean connected() {
        return IntStream.range(0, world.shards())
                .allMatch(shard -> current(shard).connected());
    }

    /** Asks the first shard to reconnect and resume. */
    void askToReconnect() {
        current(0).send(op(RECONNECT));
    }

    /** Tells the first shard that its session is not valid. */
    void invalidate(boolean resumable) {
        Session session = current(0);
        if (!resumable) {
            sessions.remove(session.id);
        }
        session.send(op(INVALID_SESSION).put("d", resumable));
    }

    void cut() {
        current(0).cut();
    }

    void closeWith(int code, String reason) {
        current(0).closeWith(code, reason);
    }

    void awaitChange(long millis) throws InterruptedException {
        synchronized (change) {
            change.wait(millis);
        }
    }

    private void changed() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }

    private static ObjectNode op(int code) {
        return Json.object().put("op", code);
    }

    /** {@code again} runs when it goes out once more. */
    private record Event(int sequence, ObjectNode payload, Runnable sent, Runnable again) {}

    /** What one identify began. */
    private final class Session {
        private final String id;
        private final int shard;
        private final Deque<Event> events = new ArrayDeque<>();
        private int last;
        private int delivered;
        private @Nullable Line line;

        Session(String id, int shard) {
            this.id = id;
            this.shard = shard;
        }

        synchronized boolean connected() {
            return line != null;
        }

        synchronized boolean dispatch(String type, JsonNode data, Runnable sent, Runnable again) {
            last++;
            Event event = new Event(last, op(DISPATCH).put("t", type).put("s", last), sent, again);
            event.payload.set("d", data);
            events.add(event);
            if (events.size() > EVENTS) {
                events.removeFirst();
            }
            deliver(event);
            return true;
        }

        private void deliver(Event event) {
            if (line != null) {
                if (event.sequence > delivered) {
                    event.sent.run();
                    delivered = event.sequence;
                } else {
                    event.again.run();
                }
                line.send(event.payload);
            }
        }

        synchronized void attach(Line to, int seen) {
            line = to;
            events.stream().filter(e -> e.sequence > seen).toList().forEach(this::deliver);
        }

        synchronized void detach(Line from) {
            if (line == from) {
                line = null;
            }
        }

        synchronized void send(ObjectNode payload) {
            if (line != null) {
                line.send(payload);
            }
        }

        synchronized void cut() {
            if (line != null) {
                Line gone = line;
                line = null;
                gone.connection.cut();
            }
        }

        synchronized void closeWith(int code, String reason) {
            if (line != null) {
                Line gone = line;
                line = null;
                gone.connection.close(code, reason);
            }
        }
    }

    /** One connection. */
    private final class Line implements WebSocketServer.Handler {
        private final WebSocketServer.Connection connection;
        private final boolean compressed;
        private final Deflater deflater = new Deflater();
        private Session session = new Session("none", 0);

        Line(WebSocketServer.Connection connection) {
            this.connection = connection;
            this.compressed = connection.target().contains("compress=zlib-stream");
        }

        @Override
        public void opened() {
            ObjectNode hello = op(10);
            hello.putObject("d").put("heartbeat_interval", heartbeatMillis);
            send(hello);
        }

        @Override
        public void text(String message) {
            JsonNode payload = Json.parse(message);
            JsonNode data = payload.path("d");
            int op = payload.path("op").asInt(-1);
            traffic.said("<-", "gateway op " + op, op == 2 || op == 6 ? "" : message);
            switch (op) {
                case 1 -> {
                    if (!deaf) {
                        send(op(11));
                    }
                }
                case 2 -> identify(data);
                case 3, 4, 8 -> {}
                case 6 -> resume(data);
                default -> connection.close(4001, "Unknown opcode.");
            }
        }

        private void identify(JsonNode data) {
            if (!data.path("token").asText().equals(token)) {
                connection.close(4004, "Authentication failed.");
            } else if ((data.path("intents").asInt() & PRIVILEGED_INTENTS) != 0) {
                traffic.violated("privileged intents: " + data.path("intents"));
                connection.close(4014, "Disallowed intent(s).");
            } else {
                begin(data.path("shard").path(0).asInt());
            }
        }

        private void begin(int shard) {
            if (tooSoon(shard)) {
                traffic.violated("shard " + shard + " identified too soon after another of its bucket");
            }
            session = new Session("session-" + identifies.incrementAndGet(), shard);
            sessions.put(session.id, session);
            session.attach(this, 0);
            session.dispatch("READY", world.readyData(session.id, shard), () -> {}, () -> {});
            world.guildData(shard).forEach(g -> session.dispatch("GUILD_CREATE", g, () -> {}, () -> {}));
            current.put(shard, session);
            changed();
        }

        /** Of one bot with one shard we do not know whether two identifies are of one process. */
        private boolean tooSoon(int shard) {
            long now = System.nanoTime();
            Long before = identified.put(shard % world.concurrency(), now);
            return world.shards() > 1 && before != null && now - before < IDENTIFY_NANOS;
        }

        private void resume(JsonNode data) {
            Session known = sessions.get(data.path("session_id").asText());
            if (known == null || !data.path("token").asText().equals(token)) {
                send(op(INVALID_SESSION).put("d", false));
                return;
            }
            session = known;
            session.attach(this, data.path("seq").asInt());
            session.dispatch("RESUMED", Json.object(), () -> {}, () -> {});
            current.put(session.shard, session);
            resumes.incrementAndGet();
            changed();
        }

        @Override
        public void closed() {
            session.detach(this);
            deflater.end();
            changed();
        }

        synchronized void send(ObjectNode payload) {
            traffic.said(
                    "->",
                    "gateway op " + payload.path("op") + " " + payload.path("t").asText(""),
                    payload.path("d").toString());
            try {
                if (compressed) {
                    connection.binary(deflated(payload.toString()));
                } else {
                    connection.text(payload.toString());
                }
            } catch (IOException gone) {
                session.detach(this);
            }
        }

        /** One continuous zlib stream, flushed after each message. */
        private byte[] deflated(String text) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DeflaterOutputStream zlib = new DeflaterOutputStream(out, deflater, 4096, true);
            zlib.write(text.getBytes(StandardCharsets.UTF_8));
            zlib.flush();
            return out.toByteArray();
        }
    }
}

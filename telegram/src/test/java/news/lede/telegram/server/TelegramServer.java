package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A Bot API server on a free port of the loopback address, for one bot. It answers as the service would, refuses what the service's description and prose
 * refuse, keeps every request that broke a rule, and can be told to fail. Thread-safe; close it when done.
 */
public final class TelegramServer implements AutoCloseable {
    /** A token of the right form; no account has it. */
    public static final String TOKEN = "7000000001:LOCAL-not-a-secret-token-of-nobody";

    public static final String BOT_NAME = "lede_news_bot";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDescription description = ApiDescription.load();
    private final World world;
    private final BotMethods methods;
    private final Faults faults = new Faults();
    private final Budgets budgets;
    private final Deque<Traffic> traffic = new ArrayDeque<>();
    private volatile int remembered = Integer.MAX_VALUE;
    private final List<Consumer<Traffic>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Traffic>> answerWatchers = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    /** Bound to our port and never listening: it keeps the port ours while we are down, and whoever connects is refused. */
    private final Socket place;

    private HttpServer http;

    private TelegramServer(InstantSource clock, Socket place, HttpServer http) {
        this.clock = clock;
        this.place = place;
        this.http = http;
        this.world = new World(description, clock, new Person(7_000_000_001L, BOT_NAME, ""));
        this.methods = new BotMethods(world);
        this.budgets = new Budgets(clock);
    }

    /** Starts one on a free port. */
    public static TelegramServer start() throws IOException {
        return start(InstantSource.system());
    }

    /** Starts one whose messages are dated by a clock of the caller. */
    public static TelegramServer start(InstantSource clock) throws IOException {
        Socket place = new Socket();
        place.setReuseAddress(true);
        place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        TelegramServer server = new TelegramServer(clock, place, listen(place));
        server.serve();
        return server;
    }

    /** What {@code telegram.api-base-url} is set to. */
    public String baseUrl() {
        return "http://127.0.0.1:" + place.getLocalPort();
    }

    /** Goes down: connections are refused until {@link #comeUp}. What happened stays. */
    public synchronized void goDown() {
        http.stop(0);
        world.updates().end();
    }

    public synchronized void comeUp() throws IOException {
        http = listen(place);
        serve();
    }

    public Person person(String name, String language) {
        return world.person(name, language);
    }

    public Chat privateChat(Person person) {
        return world.find(person.id()).orElseThrow();
    }

    public Chat group(String title) {
        return world.chat(Chat.Kind.GROUP, title, false);
    }

    public Chat supergroup(String title) {
        return world.chat(Chat.Kind.SUPERGROUP, title, false);
    }

    /** A supergroup with topics. */
    public Chat forum(String title) {
        return world.chat(Chat.Kind.SUPERGROUP, title, true);
    }

    public Chat channel(String title) {
        return world.chat(Chat.Kind.CHANNEL, title, false);
    }

    /** Follows a link into the private chat with the bot, as a tap on it does: {@code https://t.me/BOT?start=…}. */
    public Said open(Person person, String link) {
        String start = "https://t.me/" + BOT_NAME + "?start=";
        if (!link.startsWith(start)) {
            throw new IllegalArgumentException("not a link into this bot: " + link);
        }
        return privateChat(person).say(person, "/start " + link.substring(start.length()));
    }

    /** Types words behind the bot's name in some chat's input field; {@code offset} is the one an answer gave for more, or empty. */
    public Query search(Person person, String words, String offset) {
        return world.queries().ask(person, words, offset);
    }

    /** Calls the bot into a chat it is no member of. */
    public Query summon(Person person, String text) {
        return world.queries().summon(person, text);
    }

    /** Presses a button under a message that was sent by way of the bot into a chat it does not know. */
    public Press pressAfar(Person person, String data) {
        return world.queries().press(person, data);
    }

    /** What the bot says of itself: {@code description} or {@code short_description}, in a language (empty: every other). */
    public Optional<String> selfDescription(String what, String language) {
        synchronized (world) {
            return Optional.ofNullable(world.descriptions().get(what + "/" + language));
        }
    }

    public Faults faults() {
        return faults;
    }

    /** How fast the bot may write; anything goes until {@link Budgets#enforce}. */
    public Budgets budgets() {
        return budgets;
    }

    /** Another program polls with the same token, or no longer. */
    public void secondPoller(boolean present) {
        world.updates().secondPoller(present);
    }

    /** Delivers anything as an update; only its {@code update_id} is ours. */
    public int deliver(ObjectNode anything) {
        return world.updates().add(anything);
    }

    /** Delivers the latest update once more, as soon as the bot has confirmed it. */
    public void deliverLatestAgain() throws InterruptedException {
        world.updates().addAgain(history(1).getFirst());
    }

    /** The last updates that sensible people caused, oldest first. */
    public List<JsonNode> history(int last) {
        synchronized (world) {
            List<JsonNode> all = world.history();
            return List.copyOf(all.subList(all.size() - last, all.size()));
        }
    }

    /** How many updates the bot has not confirmed. */
    public int unconfirmed() {
        return world.updates().unconfirmed();
    }

    /** The commands shown in a scope ({@code default}, {@code all_chat_administrators}) and language (empty: every other). */
    public Optional<JsonNode> menu(String scope, String language) {
        synchronized (world) {
            return Optional.ofNullable(world.menus().get(scope + "/" + language));
        }
    }

    /** Buttons that were pressed and never acknowledged. */
    public long unacknowledged() {
        return world.unacknowledged();
    }

    /** Keeps no more requests than that from now on, for whoever makes so many that they would fill the memory. */
    public void remember(int requests) {
        remembered = requests;
    }

    /** Every request so far, oldest first. */
    public List<Traffic> traffic() {
        synchronized (traffic) {
            return List.copyOf(traffic);
        }
    }

    public List<Traffic> traffic(String method) {
        return traffic().stream().filter(t -> t.method().equals(method)).toList();
    }

    /** Waits until a method was called so many times, however that went. */
    public List<Traffic> awaitTraffic(String method, int times, Duration patience) {
        return world.await(
                patience,
                () -> Optional.of(traffic(method)).filter(t -> t.size() >= times),
                "fewer than " + times + " calls of " + method);
    }

    /** What the bot did that the service does not allow. */
    public List<String> violations() {
        return traffic().stream()
                .filter(t -> !t.violation().isEmpty())
                .map(t -> t.method() + ": " + t.violation())
                .toList();
    }

    /** Calls somebody at every request that was answered. */
    public void watch(Consumer<Traffic> watcher) {
        watchers.add(watcher);
    }

    /** Calls somebody when the last byte of an answer was given to its connection. Of answers that were cut, or found nobody, nothing is said. */
    public void watchAnswers(Consumer<Traffic> watcher) {
        answerWatchers.add(watcher);
    }

    /** Waits until something is so in this world. */
    public <T> T await(Duration patience, java.util.function.Supplier<Optional<T>> wanted, String otherwise) {
        return world.await(patience, wanted, otherwise);
    }

    @Override
    public synchronized void close() {
        world.bringing().close();
        http.stop(0);
        world.updates().end();
        threads.shutdownNow();
        try {
            place.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done meanwhile reaches the bot together. */
    public void atOnce(Runnable happenings) {
        synchronized (world) {
            synchronized (world.updates()) {
                happenings.run();
            }
        }
    }

    private static HttpServer listen(Socket place) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.getLocalPort()), 0);
    }

    private void serve() {
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long began = System.nanoTime();
        String[] path = exchange.getRequestURI().getPath().split("/", 3);
        String called = path.length == 3 ? path[2] : "";
        Optional<String> method = description.method(called);
        JsonNode call = JSON.createObjectNode();
        Outcome outcome;
        try (exchange) {
            try {
                call = parameters(exchange);
                outcome = outcome(path[1], method.orElse(called), method.isPresent(), call);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome = Outcome.cut("");
            } catch (RuntimeException e) {
                outcome = Outcome.error(500, "Internal Server Error", null, "this server failed: " + e);
            }
            Traffic one = record(began, method.orElse(called), call, outcome);
            if (outcome.status() > 0) {
                byte[] bytes = outcome.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(outcome.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().close();
                answerWatchers.forEach(w -> w.accept(one));
            }
        }
    }

    private Outcome outcome(String segment, String method, boolean known, JsonNode call) throws InterruptedException {
        if (!segment.equals("bot" + TOKEN)) {
            return segment.contains(":")
                    ? Outcome.error(401, "Unauthorized", null, "")
                    : Outcome.error(404, "Not Found", null, "");
        }
        if (!known) {
            return Outcome.error(404, "Not Found", null, "no such method");
        }
        Optional<Fault> fault = faults.take(method, call.path("chat_id").asLong());
        if (fault.isPresent()) {
            switch (fault.get()) {
                case Fault.Error(int code, String description) -> {
                    return Outcome.error(code, description, null, "");
                }
                case Fault.Flood(int seconds) -> {
                    return refused(Refusal.ofFlood(seconds));
                }
                case Fault.NoJson(int code) -> {
                    return new Outcome(code, "<html><body>Bad Gateway</body></html>", "");
                }
                case Fault.DropBefore() -> {
                    return Outcome.cut("");
                }
                case Fault.DropAfter() -> {
                    return Outcome.cut(perform(method, call).violation());
                }
                case Fault.Late(Duration by) -> {
                    Outcome outcome = perform(method, call);
                    Thread.sleep(by);
                    return outcome;
                }
                case Fault.Slow(Duration by) -> Thread.sleep(by);
            }
        }
        return perform(method, call);
    }

    private Outcome perform(String method, JsonNode call) throws InterruptedException {
        List<String> broken = description.faultsOfCall(method, call);
        if (!broken.isEmpty()) {
            return refused(Refusal.ofBadRequest(String.join("; ", broken)));
        }
        OptionalInt wait = budgets.take(method, call.path("chat_id").asLong());
        if (wait.isPresent()) {
            return refused(Refusal.ofFlood(wait.getAsInt()));
        }
        try {
            ObjectNode body = JSON.createObjectNode().put("ok", true);
            body.set("result", methods.call(method, call));
            return new Outcome(200, body.toString(), "");
        } catch (Refusal refusal) {
            return refused(refusal);
        } catch (UpdateQueue.Ended down) {
            return Outcome.cut("");
        } catch (BotMethods.Moved moved) {
            return Outcome.error(400, String.valueOf(moved.getMessage()), moved.parameters(), "");
        }
    }

    private static Outcome refused(Refusal refusal) {
        ObjectNode parameters = refusal.retryAfter().isPresent()
                ? JSON.createObjectNode()
                        .put("retry_after", refusal.retryAfter().getAsInt())
                : null;
        return Outcome.error(
                refusal.code(), refusal.description(), parameters, refusal.isViolation() ? refusal.description() : "");
    }

    private static JsonNode parameters(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (type.startsWith("application/json") && !body.isBlank()) {
            return JSON.readTree(body);
        }
        ObjectNode call = JSON.createObjectNode();
        String query = exchange.getRequestURI().getRawQuery();
        addForm(call, query == null ? "" : query);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            addForm(call, body);
        }
        return call;
    }

    private static void addForm(ObjectNode call, String form) {
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                call.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private Traffic record(long began, String method, JsonNode call, Outcome outcome) {
        Traffic one = new Traffic(
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - began),
                method,
                call,
                outcome.status(),
                outcome.body(),
                outcome.violation());
        synchronized (traffic) {
            traffic.add(one);
            if (traffic.size() > remembered) {
                traffic.removeFirst();
            }
        }
        world.changed();
        watchers.forEach(w -> w.accept(one));
        return one;
    }

    /** What goes back; status 0 cuts the connection. */
    private record Outcome(int status, String body, String violation) {
        static Outcome cut(String violation) {
            return new Outcome(0, "", violation);
        }

        static Outcome error(
                int code,
                String description,
                @org.jspecify.annotations.Nullable ObjectNode parameters,
                String violation) {
            ObjectNode body = JSON.createObjectNode()
                    .put("ok", false)
                    .put("error_code", code)
                    .put("description", description);
            if (parameters != null) {
                body.set("parameters", parameters);
            }
            return new Outcome(code, body.toString(), violation);
        }
    }

    /** The menus that were set, by {@code scope/language}. */
    public Map<String, JsonNode> menus() {
        synchronized (world) {
            return Map.copyOf(world.menus());
        }
    }
}

package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** REST v10 at {@code /api/v10/}: finds the route, holds the request against description and limits, and lets {@link Answers} do the work. */
final class Rest implements Closeable {
    static {
        // The JDK's server answers in two writes; without this every other answer waits 40 ms for the client's
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String ROOT = "/api/v10";
    /** What counts against a bot's requests in all. */
    private static final Pattern COUNTED = Pattern.compile(ROOT + "/(channels|guilds|users)/.+");

    private static final String INTERACTION_FOLLOW_UP = "/webhooks/" + DiscordServer.BOT + "/([^/]+)";

    /** What is said to one request. A body of null node is an answer without one. */
    record Reply(int status, JsonNode body) {
        static Reply ok(JsonNode body) {
            return new Reply(200, body);
        }

        static Reply nothing() {
            return new Reply(204, NullNode.getInstance());
        }

        static Reply error(int status, int code, String message) {
            return new Reply(status, Json.object().put("message", message).put("code", code));
        }
    }

    /** Does the work of a route: path parts, body and query in, reply out. */
    interface Work {
        Reply of(Matcher path, JsonNode body, Map<String, String> query);
    }

    /** {@code described}: the operation of the description that holds for the body, empty for none. {@code open}: works without the bot's token. */
    private record Route(String method, Pattern path, String described, boolean open, Work work) {}

    private final DiscordServer server;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Schemas schemas = new Schemas();
    private final List<Route> routes;

    Rest(int port, DiscordServer server) throws IOException {
        this.server = server;
        this.routes = Stream.concat(routes(new Answers(server)).stream(), channels(server.rooms()).stream())
                .toList();
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    private List<Route> routes(Answers answers) {
        String commands = "/applications/" + DiscordServer.BOT + "/commands";
        return List.of(
                route("GET", "/gateway", "", true, (p, b, q) -> Reply.ok(server.gatewayInfo())),
                route("GET", "/gateway/bot", "", false, (p, b, q) -> Reply.ok(server.gatewayInfo())),
                route("GET", "/users/@me", "", false, (p, b, q) -> Reply.ok(DiscordServer.botUser())),
                route("GET", "/guilds/\\d+/members/(\\d+)", "", false, (p, b, q) -> server.member(p.group(1))),
                route("GET", commands, "", false, (p, b, q) -> Reply.ok(server.commands())),
                route(
                        "PUT",
                        commands,
                        "PUT /applications/{application_id}/commands",
                        false,
                        (p, b, q) -> Reply.ok(server.register(b))),
                route(
                        "POST",
                        "/interactions/([^/]+)/([^/]+)/callback",
                        "POST /interactions/{interaction_id}/{interaction_token}/callback",
                        true,
                        (p, b, q) -> answers.first(p.group(1), p.group(2), b)),
                route(
                        "POST",
                        INTERACTION_FOLLOW_UP,
                        "POST /webhooks/{webhook_id}/{webhook_token}",
                        true,
                        (p, b, q) -> answers.followUp(p.group(1), b)),
                route(
                        "GET",
                        INTERACTION_FOLLOW_UP + "/messages/@original",
                        "",
                        true,
                        (p, b, q) -> answers.original(p.group(1))),
                route(
                        "PATCH",
                        INTERACTION_FOLLOW_UP + "/messages/([^/]+)",
                        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
                        true,
                        (p, b, q) -> answers.edit(p.group(1), p.group(2), b)),
                route(
                        "DELETE",
                        INTERACTION_FOLLOW_UP + "/messages/@original",
                        "",
                        true,
                        (p, b, q) -> answers.deleteOriginal(p.group(1))));
    }

    private static List<Route> channels(Rooms rooms) {
        String channel = "/channels/(\\d+)";
        return List.of(
                route(
                        "POST",
                        channel + "/messages",
                        "POST /channels/{channel_id}/messages",
                        false,
                        (p, b, q) -> rooms.write(p.group(1), b)),
                route("GET", channel + "/messages", "", false, (p, b, q) -> rooms.read(p.group(1), q)),
                route(
                        "GET",
                        channel + "/messages/(\\d+)",
                        "",
                        false,
                        (p, b, q) -> rooms.readOne(p.group(1), p.group(2))),
                route(
                        "PATCH",
                        channel + "/messages/(\\d+)",
                        "PATCH /channels/{channel_id}/messages/{message_id}",
                        false,
                        (p, b, q) -> rooms.edit(p.group(1), p.group(2), b)),
                route(
                        "POST",
                        channel + "/messages/(\\d+)/crosspost",
                        "",
                        false,
                        (p, b, q) -> rooms.crosspost(p.group(1), p.group(2))),
                route("GET", channel, "", false, (p, b, q) -> rooms.get(p.group(1))),
                route(
                        "PATCH",
                        channel,
                        "PATCH /channels/{channel_id}",
                        false,
                        (p, b, q) -> rooms.change(p.group(1), b)),
                route(
                        "POST",
                        channel + "/threads",
                        "POST /channels/{channel_id}/threads",
                        false,
                        (p, b, q) -> rooms.post(p.group(1), b)),
                route(
                        "GET",
                        channel + "/threads/archived/public",
                        "",
                        false,
                        (p, b, q) -> rooms.threads(p.group(1), true)),
                route("GET", "/guilds/\\d+/threads/active", "", false, (p, b, q) -> rooms.threads("", false)),
                route("POST", "/users/@me/channels", "POST /users/@me/channels", false, (p, b, q) -> rooms.direct(b)));
    }

    private static Route route(String method, String path, String described, boolean open, Work work) {
        return new Route(method, Pattern.compile(ROOT + path), described, open, work);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String what = exchange.getRequestMethod() + " " + path.replaceFirst(ROOT, "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                .startsWith("multipart/")) {
            server.files().add(body);
            body = payload(body);
        }
        server.traffic().said("<-", what, body);
        Optional<Faults.Fault> fault = server.faults().take(what);
        if (fault.isPresent() && !survives(exchange, fault.get(), path, body)) {
            return;
        }
        if (COUNTED.matcher(path).matches()) {
            Budgets.Verdict verdict = server.budgets().take(exchange.getRequestMethod() + bucket(path));
            if (verdict.refusedFor().isPresent()) {
                sendTooMany(exchange, verdict.refusedFor().get(), verdict.global());
                return;
            }
            var headers = exchange.getResponseHeaders();
            headers.set("X-RateLimit-Limit", Integer.toString(server.budgets().ofARoute()));
            headers.set("X-RateLimit-Remaining", Integer.toString(verdict.left()));
            headers.set(
                    "X-RateLimit-Reset-After", "%.3f".formatted(verdict.reset().toMillis() / 1000.0));
        }
        send(exchange, answer(exchange, path, body));
    }

    /** The part of a message with files that says all but these. */
    private static String payload(String parts) {
        int named = parts.indexOf("name=\"payload_json\"");
        int begin = parts.indexOf("\r\n\r\n", named) + 4;
        JsonNode payload = Json.parse(parts.substring(begin, parts.indexOf("\r\n--", begin)));
        // The number of a file stands for its id; the service takes it as a number, which its description does not say.
        payload.findParents("filename")
                .forEach(file -> ((ObjectNode) file).put("id", file.path("id").asText()));
        return payload.toString();
    }

    /** Whether the request still gets its proper answer. */
    private boolean survives(HttpExchange exchange, Faults.Fault fault, String path, String body) throws IOException {
        switch (fault) {
            case Faults.Fault.Status(int code) -> send(exchange, Reply.error(code, 0, "made to fail"));
            case Faults.Fault.TooMany(int seconds) -> sendTooMany(exchange, Duration.ofSeconds(seconds), false);
            case Faults.Fault.TooManyOfAll(int seconds) -> sendTooMany(exchange, Duration.ofSeconds(seconds), true);
            case Faults.Fault.ShutOut(int seconds) -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
                exchange.sendResponseHeaders(429, -1);
                exchange.close();
            }
            case Faults.Fault.Cut() -> exchange.close();
            case Faults.Fault.CutAfter() -> {
                answer(exchange, path, body);
                exchange.close();
            }
            case Faults.Fault.Late(Duration length) -> {
                Reply reply = answer(exchange, path, body);
                pause(length);
                send(exchange, reply);
            }
            case Faults.Fault.Delay(Duration length) -> {
                pause(length);
                return true;
            }
        }
        return false;
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendTooMany(HttpExchange exchange, Duration wait, boolean global) throws IOException {
        // Discord's header knows whole seconds only; the body is exact.
        exchange.getResponseHeaders().set("Retry-After", Long.toString((wait.toMillis() + 999) / 1000));
        exchange.getResponseHeaders().set("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
            exchange.getResponseHeaders().set("X-RateLimit-Global", "true");
        }
        ObjectNode limited = Json.object().put("message", "You are being rate limited.");
        send(
                exchange,
                new Reply(
                        429,
                        limited.put("retry_after", wait.toMillis() / 1000.0).put("global", global)));
    }

    /** Requests of one kind to one channel share a bucket, whichever message they name. */
    private static String bucket(String path) {
        return path.replaceFirst("/messages/\\d+$", "/messages/id");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
    }

    private Reply answer(HttpExchange exchange, String path, String body) {
        String method = exchange.getRequestMethod();
        for (Route route : routes) {
            Matcher match = route.path.matcher(path);
            if (route.method.equals(method) && match.matches()) {
                String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                if (!route.open && !("Bot " + server.token()).equals(authorization)) {
                    return Reply.error(401, 0, "401: Unauthorized");
                }
                return described(route, match, body, query(exchange));
            }
        }
        server.traffic().violated("no such route: " + method + " " + path);
        return Reply.error(404, 0, "404: Not Found");
    }

    private Reply described(Route route, Matcher match, String text, Map<String, String> query) {
        JsonNode body;
        try {
            body = text.isEmpty() ? NullNode.getInstance() : Json.parse(text);
        } catch (IllegalArgumentException e) {
            server.traffic().violated("body of " + match.group() + ": " + e.getMessage());
            return Reply.error(400, 50109, "The request body contains invalid JSON.");
        }
        if (!route.described.isEmpty()) {
            List<String> faults = schemas.faults(route.described, body);
            if (faults.isEmpty() && route.described.endsWith("/commands")) {
                faults = CommandLimits.faults(body);
            }
            if (!faults.isEmpty()) {
                return invalid(server, route.described, faults);
            }
        }
        return route.work.of(match, body, query);
    }

    static Reply invalid(DiscordServer server, String what, List<String> faults) {
        faults.forEach(f -> server.traffic().violated(what + ": " + f));
        Reply reply = Reply.error(400, 50035, "Invalid Form Body");
        ((ObjectNode) reply.body).putObject("errors").put("faults", faults.toString());
        return reply;
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Via", "1.1 google");
        headers.set("Content-Type", "application/json");
        String major =
                exchange.getRequestURI().getPath().replaceAll(".*/(interactions|webhooks|channels)/([^/]+).*", "$1-$2");
        headers.set("X-RateLimit-Bucket", Integer.toHexString(major.hashCode()));
        if (!headers.containsKey("X-RateLimit-Limit")) {
            headers.set("X-RateLimit-Limit", "50");
            headers.set("X-RateLimit-Remaining", reply.status == 429 ? "0" : "49");
            headers.set("X-RateLimit-Reset-After", "1.000");
        }
        byte[] body = reply.body.isNull() ? new byte[0] : reply.body.toString().getBytes(StandardCharsets.UTF_8);
        server.traffic().said("->", Integer.toString(reply.status), new String(body, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}

package news.lede.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.utils.data.DataObject;
import news.lede.okhttp.Written;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks Discord's REST API once and says what came of it. JDA's own requests wait and repeat by themselves, so that nobody can say of one whether it was sent; what is
 * delivered from the outbox must know. Thread-safe; blocks.
 */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final int CONNECTIONS = 32;
    private static final Duration WHEN_NOT_SAID = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final OkHttpClient http;
    private final String baseUrl;
    private final String token;
    private final Buckets buckets;
    private final RefusalCount refusals;

    /**
     * @param permit asked right before a request leaves, which it only does if that says yes
     * @param baseUrl with a slash at its end
     * @param refusals those of all requests of this process
     */
    Requests(
            OkHttpClient.Builder http,
            BooleanSupplier permit,
            String baseUrl,
            String token,
            RefusalCount refusals,
            InstantSource clock) {
        this.http = Written.watching(http, permit)
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .callTimeout(LONGEST)
                // OkHttp would post again by itself on a connection that died.
                .retryOnConnectionFailure(false)
                .build();
        this.baseUrl = baseUrl;
        this.token = token;
        this.buckets = new Buckets(clock);
        this.refusals = refusals;
    }

    Reply get(String path, String route) {
        return call("GET", path, route, Optional.empty());
    }

    Reply post(String path, String route, DataObject body) {
        return call("POST", path, route, Optional.of(body));
    }

    Reply patch(String path, String route, DataObject body) {
        return call("PATCH", path, route, Optional.of(body));
    }

    /** {@code path} without a slash at its beginning; {@code route} names what Discord counts together: the kind of request and its channel. */
    private Reply call(String method, String path, String route, Optional<DataObject> body) {
        Optional<Duration> shut = refusals.pause();
        if (shut.isPresent()) {
            return new Reply.TooMany(shut.get(), true, "held back: Discord refused too much within ten minutes");
        }
        Optional<Duration> usedUp = buckets.pause(method + route);
        if (usedUp.isPresent()) {
            return new Reply.TooMany(usedUp.get(), false, "held back: this channel has had its requests");
        }
        Request request = new Request.Builder()
                .url(baseUrl + path)
                .header("Authorization", "Bot " + token)
                .header("User-Agent", "DiscordBot (lede, 1)")
                .method(
                        method,
                        body.map(b -> RequestBody.create(b.toJson(), JSON_TYPE)).orElse(null))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return reply(response, method + route);
        } catch (Written.Never e) {
            return new Reply.NotSent(String.valueOf(e.getCause()));
        } catch (IOException e) {
            return new Reply.Lost(e.toString());
        }
    }

    private Reply reply(Response response, String route) throws IOException {
        int status = response.code();
        seconds(response, "X-RateLimit-Reset-After")
                .filter(s -> "0".equals(response.header("X-RateLimit-Remaining")))
                .ifPresent(after -> buckets.usedUp(route, after));
        if (RefusalCount.counts(status)) {
            refusals.add();
        }
        String text = response.body().string();
        if (response.isSuccessful()) {
            return new Reply.Done(json(text));
        }
        if (status >= 500) {
            return new Reply.Lost("status " + status);
        }
        JsonNode body = json(text);
        if (status == 429) {
            return tooMany(response, body, route);
        }
        return new Reply.Refused(
                status, body.path("code").asInt(0), body.path("message").asText(response.message()));
    }

    private Reply tooMany(Response response, JsonNode body, String route) {
        Duration after = body.path("retry_after").isNumber()
                ? millis(body.path("retry_after").asDouble())
                : seconds(response, "Retry-After").orElse(WHEN_NOT_SAID);
        boolean account = body.path("global").asBoolean()
                || response.header("X-RateLimit-Global") != null
                || "global".equals(response.header("X-RateLimit-Scope"))
                // No answer of Discord's own: what stands before it has shut our address out.
                || response.header("Via") == null;
        if (!account) {
            buckets.usedUp(route, after);
        }
        return new Reply.TooMany(after, account, "429 " + body.path("message").asText("too many requests"));
    }

    private static Optional<Duration> seconds(Response response, String header) {
        String value = response.header(header);
        try {
            return value == null ? Optional.empty() : Optional.of(millis(Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.max(0, (long) Math.ceil(seconds * 1000)));
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    void close() {
        http.connectionPool().evictAll();
    }
}

package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings updates to the address that the bot named, one after the other, each until it is taken. Thread-safe. */
final class Bringing implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 20;

    private final UpdateQueue updates;
    private final InstantSource clock;
    private Optional<Target> target = Optional.empty();
    private String lastError = "";
    private long lastErrorDate;

    Bringing(UpdateQueue updates, InstantSource clock) {
        this.updates = updates;
        this.clock = clock;
    }

    private record Target(URI address, String secret, HttpClient http) {}

    synchronized JsonNode set(JsonNode call) {
        String url = call.path("url").asText("");
        String secret = call.path("secret_token").asText("");
        if (!url.startsWith("https://") && !url.startsWith("http://127.0.0.1:")) {
            throw Refusal.ofState(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
            throw Refusal.ofBadRequest("secret token contains unallowed characters");
        }
        RequestRules.within(call.path("max_connections").asInt(40), 1, 100, "max_connections must be 1 to 100");
        delete();
        Target mine = new Target(
                URI.create(url),
                secret,
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        target = Optional.of(mine);
        updates.brought(true, call);
        Thread.ofVirtual().name("bringing").start(() -> bring(mine));
        return BooleanNode.TRUE;
    }

    synchronized JsonNode delete() {
        target.ifPresent(last -> last.http().shutdown());
        target = Optional.empty();
        updates.brought(false, JSON.objectNode());
        return BooleanNode.TRUE;
    }

    synchronized JsonNode info() {
        ObjectNode info = JSON.objectNode()
                .put("url", target.map(t -> t.address().toString()).orElse(""))
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.unconfirmed());
        if (lastErrorDate > 0) {
            info.put("last_error_date", lastErrorDate).put("last_error_message", lastError);
        }
        return info;
    }

    private synchronized boolean isCurrent(Target one) {
        return target.filter(t -> t == one).isPresent();
    }

    private void bring(Target to) {
        try {
            while (isCurrent(to)) {
                Optional<JsonNode> next = updates.next(Duration.ofMillis(PAUSE_MILLIS));
                if (next.isPresent() && isCurrent(to)) {
                    bring(to, next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(Target to, JsonNode update) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(to.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", to.secret())
                .POST(HttpRequest.BodyPublishers.ofString(update.toString()))
                .build();
        try {
            int status = to.http()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                updates.confirmed(update.get("update_id").asInt());
                return;
            }
            failed("Wrong response from the webhook: " + status);
        } catch (IOException e) {
            failed("Connection refused");
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private synchronized void failed(String reason) {
        lastError = reason;
        lastErrorDate = clock.instant().getEpochSecond();
    }

    @Override
    public void close() {
        delete();
    }
}

package news.lede.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between the library's polling and the network: says what goes wrong once, waits, and gives the library an answer without updates so that it polls
 * again. The library itself would write a stack trace for every failed poll and wait 15 minutes in the end. Thread-safe.
 */
final class PatientPolling implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final int MAX_ERROR_BYTES = 16_384;

    private final OkHttpClient network;
    private final Health health;
    private final Token token;
    private final Pace pace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int failures;

    /** @param network what really calls; a call of its own, since the library would see that one of its calls was cut short */
    PatientPolling(OkHttpClient network, Health health, Token token, Pace pace) {
        this.network = network;
        this.health = health;
        this.token = token;
        this.pace = pace;
    }

    /** Cuts a waiting poll short; from now on failures are not worth a word and nothing is waited for. */
    void stop() {
        stopping.countDown();
        network.dispatcher().cancelAll();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        boolean polling = request.url().encodedPath().toLowerCase(Locale.ROOT).endsWith("/getupdates");
        while (true) {
            Duration pause;
            try {
                Response response = network.newCall(request).execute();
                if (response.isSuccessful()) {
                    failures = 0;
                    if (polling) {
                        health.ready();
                    }
                    return response;
                }
                pause = noted(response);
                response.close();
            } catch (IOException e) {
                pause = pauseAfterFailure();
                if (!isStopping()) {
                    health.troubled(
                            "unreachable",
                            "cannot reach the Telegram service at "
                                    + request.url().host() + ":"
                                    + request.url().port() + " (" + token.hiddenIn(String.valueOf(e.getMessage()))
                                    + "); check the network and telegram.api-base-url");
                }
            }
            if (await(pause, polling)) {
                // What the library asked for last does not matter any more; it stops after this answer.
                return answer(request, polling ? "[]" : "true");
            }
            if (polling) {
                return answer(request, "[]");
            }
        }
    }

    /** Says what an error answer means and tells how long to wait. */
    private Duration noted(Response response) throws IOException {
        JsonNode body = body(response);
        String description = token.hiddenIn(body.path("description").asText(""));
        Duration pause = pauseAfterFailure();
        switch (response.code()) {
            case 401, 404 -> {
                health.failed(
                        "token",
                        "Telegram refuses the token (" + response.code()
                                + "); it was revoked or mistyped: get the right one from @BotFather, set telegram.token, start again");
                return pace.longestPause();
            }
            case 409 ->
                health.troubled(
                        "conflict",
                        description.contains("webhook")
                                ? "a webhook is set for this bot, so polling is refused (409); another program set it; stop that one, or restart to have it removed"
                                : "another program polls with the same token (409); stop it, or give each its own bot");
            case 429 -> {
                Duration asked = Duration.ofSeconds(
                        body.path("parameters").path("retry_after").asLong(1));
                health.troubled("flood", "Telegram asks us to poll more slowly (429)");
                return asked.compareTo(pause) > 0 ? asked : pause;
            }
            default -> health.troubled("error", "the Telegram service answers with error " + response.code());
        }
        return pause;
    }

    private static JsonNode body(Response response) throws IOException {
        try {
            return JSON.readTree(response.peekBody(MAX_ERROR_BYTES).string());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private Duration pauseAfterFailure() {
        failures++;
        return pace.pauseAfter(failures);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits; true when we are stopping. */
    private boolean await(Duration pause, boolean polling) throws InterruptedIOException {
        try {
            return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (polling || isStopping()) {
                // Only who stops us interrupts a poll, and the library would write an exception of it into the log.
                return true;
            }
            throw new InterruptedIOException("stopped while waiting to poll again");
        }
    }

    private static Response answer(Request request, String result) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create("{\"ok\":true,\"result\":" + result + "}", JSON_TYPE))
                .build();
    }
}

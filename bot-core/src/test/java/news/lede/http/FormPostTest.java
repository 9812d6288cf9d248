package news.lede.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import news.lede.fetch.AddressRules;
import news.lede.fetch.AllowedAddress;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.HostGate;
import news.lede.fetch.PolitePoster;
import news.lede.fetch.Politeness;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, sent by the real client to a real server on loopback. */
class FormPostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private HttpFetcher client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        client = client("127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private static HttpFetcher client(String allowed) {
        return new HttpFetcher(
                new AddressRules(List.of(AllowedAddress.parse(allowed))),
                FetchLimits.DEFAULT,
                "Lede/test (+https://lede.example/bot)",
                InstantSource.fixed(Instant.parse("2026-05-04T08:00:00Z")));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int status, String... headers) {
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + path + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
                }
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    private FetchOutcome post(String path) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", "https://a.example/?x=1&y=ü");
        return client.post(at(path), form, PATIENCE);
    }

    @Test
    void theFormArrivesAsItWasMeantAndTheStatusIsTold() {
        answer("/hub", 202);
        assertThat(post("/hub")).isEqualTo(new FetchOutcome.Status(202));
        assertThat(asked)
                .containsExactly("POST /hub application/x-www-form-urlencoded hub.mode=subscribe&hub.topic="
                        + "https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D%C3%BC");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void aRedirectThatKeepsTheFormIsFollowed(int status) {
        answer("/hub", status, "Location", "/there");
        answer("/there", 202);
        assertThat(post("/hub")).isEqualTo(new FetchOutcome.Status(202));
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast()).startsWith("POST /there").endsWith("%C3%BC");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void oneThatDoesNotIsNot(int status) {
        answer("/hub", status, "Location", "/there");
        assertThat(post("/hub")).isEqualTo(new FetchOutcome.Status(status));
    }

    @Test
    void redirectsEndSomewhere() {
        answer("/hub", 307, "Location", "/hub");
        assertThat(post("/hub")).isInstanceOf(FetchOutcome.Broken.class);
        answer("/lost", 307);
        assertThat(post("/lost")).isInstanceOf(FetchOutcome.Broken.class);
        assertThat(asked).hasSizeLessThan(9);
    }

    @Test
    void aWishToWaitIsTold() {
        answer("/hub", 429, "Retry-After", "90");
        assertThat(post("/hub")).isEqualTo(new FetchOutcome.Throttled(429, Optional.of(Duration.ofSeconds(90))));
        answer("/gone", 410);
        assertThat(post("/gone")).isEqualTo(new FetchOutcome.Gone());
    }

    @Test
    void noPrivateAddressIsWrittenToNotEvenBehindARedirect() {
        answer("/hub", 307, "Location", "http://127.0.0.1:1/");
        assertThat(post("/hub")).isInstanceOf(FetchOutcome.Refused.class);
        assertThat(asked).hasSize(1);
        try (HttpFetcher strict = client("10.0.0.1:9")) {
            assertThat(strict.post(at("/hub"), Map.of(), PATIENCE)).isInstanceOf(FetchOutcome.Refused.class);
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void nobodyThereIsAnOutcome() throws IOException {
        // Bound and not listening: nobody else is given it meanwhile.
        try (Socket closed = new Socket();
                HttpFetcher other = client("127.0.0.1")) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI at = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/hub");
            assertThat(other.post(at, Map.of(), PATIENCE)).isInstanceOf(FetchOutcome.Broken.class);
        }
    }

    @Test
    void aHostThatRestsIsNotWrittenTo() throws InterruptedException {
        SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
        HostGate gate = new HostGate(new Politeness(1, Duration.ZERO), clock);
        gate.rest("hub.example", clock.instant().plusSeconds(60));
        PolitePoster polite = new PolitePoster(
                (_, _, _) -> {
                    throw new AssertionError("written to");
                },
                gate,
                clock);
        assertThat(polite.post(URI.create("https://hub.example/"), Map.of(), PATIENCE))
                .isEqualTo(new FetchOutcome.Throttled(429, Optional.of(Duration.ofSeconds(60))));
    }
}

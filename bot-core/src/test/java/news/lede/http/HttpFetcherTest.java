package news.lede.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import news.lede.fetch.AddressRules;
import news.lede.fetch.AllowedAddress;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Validators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real client against a real server on loopback. */
class HttpFetcherTest {
    private static final int BODY_LIMIT = 100_000;

    private final List<String> asked = new ArrayList<>();
    private final List<HttpExchange> exchanges = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private HttpFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        fetcher = fetcher("127.0.0.1:" + port(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        over.countDown();
        fetcher.close();
        server.stop(0);
    }

    private HttpFetcher fetcher(String allowed, Duration total) {
        return new HttpFetcher(
                new AddressRules(List.of(AllowedAddress.parse(allowed))),
                FetchLimits.DEFAULT.within(total).withBodyBytes(BODY_LIMIT),
                "Lede/test (+https://lede.example/bot)",
                InstantSource.fixed(Instant.parse("2026-05-04T08:00:00Z")));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(FetchRequest.of(at(path)));
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            synchronized (asked) {
                asked.add(exchange.getRequestURI().toString());
                exchanges.add(exchange);
            }
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private void redirect(String from, int status, String to) {
        serve(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            send(exchange, status, new byte[0]);
        });
    }

    @Test
    void aGoodAnswerComesWithEverythingNeededToAskAgain() {
        serve("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=ISO-8859-2");
            exchange.getResponseHeaders().set("ETag", "W/\"a,b\"");
            exchange.getResponseHeaders().set("Last-Modified", "Mon,  04 May 2026 07:00:00 GMT");
            exchange.getResponseHeaders().set("Cache-Control", "max-age=300");
            exchange.getResponseHeaders().set("Set-Cookie", "spy=1");
            send(exchange, 200, "<rss/>".getBytes(UTF_8));
        });
        assertThat(fetch("/feed")).isInstanceOfSatisfying(Fetched.class, f -> {
            assertThat(f.body()).asString(UTF_8).isEqualTo("<rss/>");
            assertThat(f.contentType()).contains("application/rss+xml");
            assertThat(f.charset()).contains("ISO-8859-2");
            assertThat(f.validators().etag()).contains("W/\"a,b\"");
            assertThat(f.freshFor()).contains(Duration.ofMinutes(5));
            assertThat(f.moved()).isEmpty();
        });
        fetch("/feed");
        assertThat(exchanges.getLast().getRequestHeaders()).doesNotContainKey("Cookie");
        assertThat(exchanges.getLast().getRequestHeaders().getFirst("User-Agent"))
                .isEqualTo("Lede/test (+https://lede.example/bot)");
    }

    @Test
    void validatorsAreSentBackAsTheyCameAndNotModifiedIsAnAnswer() {
        serve("/feed", exchange -> {
            boolean known = "\"x\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "yesterday".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().set("ETag", "\"y\"");
            send(exchange, known ? 304 : 500, new byte[0]);
        });
        FetchOutcome outcome = fetcher.fetch(
                new FetchRequest(at("/feed"), new Validators(Optional.of("\"x\""), Optional.of("yesterday"))));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotModified.class,
                        n -> assertThat(n.validators().etag()).contains("\"y\""));
    }

    @Test
    void statusesThatDecideHaveOutcomesOfTheirOwn() {
        serve("/gone", exchange -> send(exchange, 410, new byte[0]));
        serve("/missing", exchange -> send(exchange, 404, new byte[0]));
        serve("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "90");
            send(exchange, 429, new byte[0]);
        });
        serve("/down", exchange -> send(exchange, 503, new byte[0]));
        assertThat(fetch("/gone")).isEqualTo(new Gone());
        assertThat(fetch("/missing")).isEqualTo(new Status(404));
        assertThat(fetch("/busy")).isEqualTo(new Throttled(429, Optional.of(Duration.ofSeconds(90))));
        assertThat(fetch("/down")).isEqualTo(new Throttled(503, Optional.empty()));
    }

    @Nested
    class GivenRedirects {
        @Test
        void permanentOnesNameTheNewAddress() {
            redirect("/old", 301, "/older");
            redirect("/older", 308, "/new");
            serve("/new", exchange -> send(exchange, 200, "here".getBytes(UTF_8)));
            assertThat(fetch("/old"))
                    .isInstanceOfSatisfying(
                            Fetched.class, f -> assertThat(f.moved()).contains(at("/new")));
        }

        @Test
        void oneTemporaryHopMakesTheMoveTemporary() {
            redirect("/old", 301, "/today");
            redirect("/today", 302, "/new");
            serve("/new", exchange -> send(exchange, 200, "here".getBytes(UTF_8)));
            assertThat(fetch("/old")).isInstanceOfSatisfying(Fetched.class, f -> {
                assertThat(f.address()).isEqualTo(at("/new"));
                assertThat(f.moved()).isEmpty();
            });
        }

        @Test
        void validatorsStayWithTheAddressTheyBelongTo() {
            redirect("/old", 301, "/new");
            serve("/new", exchange -> send(exchange, 200, "here".getBytes(UTF_8)));
            fetcher.fetch(new FetchRequest(at("/old"), new Validators(Optional.of("\"x\""), Optional.empty())));
            assertThat(exchanges.getLast().getRequestHeaders()).doesNotContainKey("If-none-match");
        }

        @Test
        void aLoopEndsAfterTheLimit() {
            redirect("/loop", 302, "/loop");
            assertThat(fetch("/loop"))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TOO_MANY_HOPS));
            assertThat(asked).hasSize(6);
        }

        @Test
        void oneWithoutADestinationIsABadAnswer() {
            serve("/nowhere", exchange -> send(exchange, 302, new byte[0]));
            redirect("/odd", 302, "http://[broken");
            assertThat(fetch("/nowhere"))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.BAD_ANSWER));
            assertThat(fetch("/odd"))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.BAD_ANSWER));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/",
                    "http://2130706433:1/", "http://127.1:1/", "http://0.0.0.0:1/", "http://169.254.169.254/meta"
                })
        void oneIntoAPrivateAddressIsRefusedHoweverItIsSpelled(String inside) {
            redirect("/out", 302, inside);
            assertThat(fetch("/out"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.refusal()).isIn(Refusal.PRIVATE_ADDRESS, Refusal.ODD_SPELLING));
        }

        @ParameterizedTest
        @ValueSource(strings = {"file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/"})
        void oneToAnotherSchemeIsRefused(String elsewhere) {
            redirect("/out", 302, elsewhere);
            assertThat(fetch("/out"))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NOT_HTTP));
        }
    }

    @Test
    void aPortThatIsNotAllowedIsNeverAsked() {
        serve("/feed", exchange -> send(exchange, 200, "secret".getBytes(UTF_8)));
        try (HttpFetcher elsewhere = fetcher("127.0.0.1:1", Duration.ofSeconds(5))) {
            assertThat(elsewhere.fetch(FetchRequest.of(at("/feed")))).isInstanceOf(Refused.class);
        }
        assertThat(asked).isEmpty();
    }

    @Nested
    class GivenAServerThatMeansHarm {
        @Test
        void aBodyOverTheLimitIsCut() {
            serve("/huge", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] block = new byte[10_000];
                try (OutputStream out = exchange.getResponseBody()) {
                    for (int i = 0; i < 10_000; i++) {
                        out.write(block);
                    }
                }
            });
            assertThat(fetch("/huge"))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TOO_LARGE));
        }

        @Test
        void aCompressedBombIsMeasuredUnpacked() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[BODY_LIMIT * 50]);
            }
            assertThat(packed.size()).isLessThan(BODY_LIMIT);
            serve("/bomb", exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, packed.toByteArray());
            });
            assertThat(fetch("/bomb"))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TOO_LARGE));
        }

        @Test
        void plainTextLabelledGzipIsABadAnswer() {
            serve("/lie", exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, "plain".getBytes(UTF_8));
            });
            assertThat(fetch("/lie"))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.BAD_ANSWER));
        }

        @Test
        void aBodyShorterThanPromisedIsNoAnswer() {
            serve("/short", exchange -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("half".getBytes(UTF_8));
            });
            assertThat(fetch("/short")).isInstanceOf(Broken.class);
        }

        @Test
        void aTrickleIsCutAtTheTotalTime() {
            serve("/trickle", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                OutputStream out = exchange.getResponseBody();
                try {
                    do {
                        out.write('.');
                        out.flush();
                    } while (!over.await(50, TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            try (HttpFetcher hurried = fetcher("127.0.0.1:" + port(), Duration.ofMillis(400))) {
                assertThat(hurried.fetch(FetchRequest.of(at("/trickle"))))
                        .isInstanceOfSatisfying(
                                Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TIMEOUT));
            }
        }

        @Test
        void headersWithoutEndAreCut() {
            serve("/headers", exchange -> {
                for (int i = 0; i < 1_000; i++) {
                    exchange.getResponseHeaders().set("X-Filler-" + i, "x".repeat(100));
                }
                send(exchange, 200, "late".getBytes(UTF_8));
            });
            assertThat(fetch("/headers")).isInstanceOf(Broken.class);
        }
    }

    @Test
    void aNameThatDoesNotExistIsSaidToBeUnknown() {
        assertThat(fetcher.fetch(FetchRequest.of(URI.create("http://no-such-host.invalid/"))))
                .isInstanceOfSatisfying(Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.UNKNOWN_HOST));
    }

    @Test
    void aClosedPortIsSaidToRefuse() throws IOException {
        // Bound and not listening: nobody else is given it meanwhile.
        try (Socket closed = new Socket();
                HttpFetcher other = fetcher("127.0.0.1", Duration.ofSeconds(20))) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(other.fetch(FetchRequest.of(URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/"))))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.CONNECT));
        }
    }
}

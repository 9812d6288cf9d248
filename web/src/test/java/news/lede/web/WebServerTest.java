package news.lede.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.community.Asker;
import news.lede.time.SettableClock;
import news.lede.web.access.Access;
import news.lede.web.health.Alive;
import news.lede.web.health.Condition;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import news.lede.web.page.Visit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private static final String TOKEN = "a-word-that-nobody-guesses";

    private final SettableClock clock = new SettableClock("2026-05-04T08:00:00Z");
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicReference<String> mark = new AtomicReference<>("1");
    private WebServer server = serve(Optional.empty());

    /** A page of this test. */
    private record OnePage(String path, String name, AtomicInteger posts, Optional<AtomicReference<String>> marked)
            implements Page {
        @Override
        public boolean takesPosts() {
            return path.equals("/form");
        }

        @Override
        public Optional<String> mark() {
            return marked.map(AtomicReference::get);
        }

        @Override
        public Reply answer(Visit visit) {
            if (visit.isPost()) {
                posts.incrementAndGet();
                return Reply.elsewhere(path);
            }
            if (visit.query().text("fail").isPresent()) {
                throw new IllegalStateException("a secret of the inside");
            }
            if (visit.query().text("deep").isPresent()) {
                throw new StackOverflowError("a secret of the inside");
            }
            if (visit.query().text("unlinked").isPresent()) {
                throw new NoClassDefFoundError("a secret of the inside");
            }
            return visit.query().text("undrawable").isPresent()
                    ? Reply.page(name, "failed.jte", "not what the template draws")
                    : Reply.page(
                            name,
                            "failed.jte",
                            new Failure("<b>&\"" + visit.query().text("said").orElse("")));
        }
    }

    /** Takes a body from whoever knows the word, and says how long it was. */
    private record Door() implements Endpoint {
        @Override
        public String path() {
            return "/door";
        }

        @Override
        public Audience audience() {
            return Audience.ANYBODY;
        }

        @Override
        public boolean takesPosts() {
            return true;
        }

        @Override
        public Optional<Reply> unread(Visit visit) {
            if (visit.query().text("fail").isPresent()) {
                throw new IllegalStateException("a secret of the inside");
            }
            assertThat(visit.body()).isEmpty();
            return visit.header("x-word").filter("harbour"::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(Reply.text(401, "Who is there?"));
        }

        @Override
        public Reply answer(Visit visit) {
            return Reply.text(200, visit.body().length + " bytes");
        }
    }

    /** Seats that nobody sits on in this test. */
    private record TwoSeats() implements Seats {
        @Override
        public List<Seat> all() {
            return List.of(new Seat("", "This installation"), new Seat("telegram:-7", "Harbour Club"));
        }

        @Override
        public Asker take(String key) {
            throw new UnsupportedOperationException(key);
        }
    }

    private WebServer serve(Optional<String> token) {
        try {
            return new WebServer(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    new Access(token, Optional.empty(), true, clock),
                    new TwoSeats(),
                    List.of(
                            new OnePage("/", "First", posts, Optional.of(mark)),
                            new OnePage("/form", "Form", posts, Optional.empty())),
                    List.of(new Alive(Condition.of(List::of), _ -> false), new Door()),
                    clock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String cookie)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> response) {
        String set = response.headers().firstValue("set-cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void aPageStandsInItsFrameWithItsPlaceInTheNavigation() throws Exception {
        Document page = Jsoup.parse(get("/form").body());

        assertThat(page.title()).isEqualTo("Form · Lede");
        assertThat(page.select("nav a").eachText()).containsExactly("First", "Form");
        assertThat(page.select("nav a[aria-current]").eachText()).containsExactly("Form");
        assertThat(page.select("main h1").eachText()).containsExactly("Form");
        assertThat(page.select("main").hasAttr("data-live")).isFalse();
    }

    @Test
    void whatOthersWroteIsTextAndNeverMarkup() throws Exception {
        Document page =
                Jsoup.parse(get("/?said=%3Cscript%3Ealert(1)%3C/script%3E").body());

        assertThat(page.select("main p").text()).isEqualTo("<b>&\"<script>alert(1)</script>");
        assertThat(page.select("main script, main b")).isEmpty();
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() throws Exception {
        for (String path : List.of("/", "/healthz", "/nothing", "/assets/nothing.css")) {
            HttpResponse<String> response = get(path);
            assertThat(response.headers().firstValue("content-security-policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
            assertThat(response.headers().firstValue("referrer-policy")).contains("same-origin");
        }
        assertThat(get("/").headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void noPageHasAnInlineScriptOrStyle() throws Exception {
        Document page = Jsoup.parse(get("/").body());

        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    @Test
    void stylesAreKeptForGoodUnderTheAddressOfTheirVersion() throws Exception {
        String style =
                Jsoup.parse(get("/").body()).select("link[rel=stylesheet]").attr("href");
        HttpResponse<String> kept = get(style);

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("content-type")).contains("text/css; charset=utf-8");
        assertThat(kept.headers().firstValue("cache-control"))
                .hasValueSatisfying(v -> assertThat(v).contains("immutable"));
        assertThat(get("/assets/desk.css?v=old").headers().firstValue("cache-control"))
                .contains("no-cache");
        assertThat(get("/assets/../WebServer.class").statusCode()).isEqualTo(404);
        assertThat(get("/assets/%2e%2e/WebServer.class").statusCode()).isEqualTo(404);
    }

    @Test
    void aFailureOfOursIsSaidWithoutItsInside() throws Exception {
        for (String path : List.of("/?fail=1", "/?undrawable=1", "/?deep=1", "/?unlinked=1")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(500);
            assertThat(response.body()).contains("The fault is ours").doesNotContain("secret", "Exception");
        }
    }

    @Test
    void anUnknownAddressIsAPageThatSaysSo() throws Exception {
        HttpResponse<String> response = get("/nothing/here");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(response.body()).select("nav a")).isNotEmpty();
    }

    @Test
    void aFormWithoutItsKeyIsNotTaken() throws Exception {
        HttpResponse<String> page = get("/form");
        String cookie = cookie(page);

        assertThat(post("/form", "a=1", cookie).statusCode()).isEqualTo(403);
        assertThat(posts).hasValue(0);
    }

    @Test
    void methodsAndBodiesThatNobodyTakesAreRefused() throws Exception {
        assertThat(post("/", "a=1", "x=1").statusCode()).isEqualTo(405);
        HttpResponse<String> put = client.send(
                request("/").PUT(HttpRequest.BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("allow")).contains("GET, HEAD");
        assertThat(post("/form", "a".repeat(70_000), "x=1").statusCode()).isEqualTo(413);
        HttpResponse<String> head = client.send(
                request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    /** What the server says to a head whose body never comes. */
    private String answerToHead(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(60_000);
            String head = String.join("\r\n", lines) + "\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void noBodyIsWaitedForFromWhoeverIsTurnedAway() throws Exception {
        assertThat(answerToHead("POST /door HTTP/1.1")).contains(" 401 ");
        assertThat(answerToHead("POST /door HTTP/1.1", "X-Word: sea")).contains(" 401 ");
        assertThat(answerToHead("POST /door?fail=1 HTTP/1.1")).contains(" 500 ");

        HttpResponse<String> known = client.send(
                request("/door")
                        .header("X-Word", "harbour")
                        .POST(HttpRequest.BodyPublishers.ofString("a".repeat(1_000)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(known.body()).isEqualTo("1000 bytes");
    }

    @Test
    void aPageIsToldWhenItWouldLookAnotherWay() throws Exception {
        String live = Jsoup.parse(get("/").body()).select("main").attr("data-live");
        HttpResponse<InputStream> stream = client.send(request(live).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(stream.headers().firstValue("content-type")).contains("text/event-stream");
            assertThat(lines.readLine()).startsWith("retry:");
            mark.set("2");
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("event: changed");
        }
    }

    @Test
    void closingEndsWhatFlows() throws Exception {
        HttpResponse<InputStream> stream = client.send(request("/live?page=/").build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isEqualTo('r');

        server.close();

        await().until(() -> {
            try {
                return stream.body().read() < 0;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void aSeatIsTakenAndKept() throws Exception {
        HttpResponse<String> page = get("/form");
        String cookie = cookie(page);
        String key =
                Jsoup.parse(page.body()).select("form.seat input[name=key]").attr("value");

        HttpResponse<String> taken = post("/seat", "key=" + key + "&seat=telegram%3A-7&to=%2Fform", cookie);

        assertThat(taken.headers().firstValue("location")).contains("/form");
        String seat = cookie(taken);
        assertThat(seat).isEqualTo("lede-seat=telegram:-7");
        Document again = Jsoup.parse(client.send(
                        request("/form").header("Cookie", cookie + "; " + seat).build(), BodyHandlers.ofString())
                .body());
        assertThat(again.select("form.seat option[selected]").eachText()).containsExactly("Harbour Club");
        assertThat(cookie(post("/seat", "key=" + key + "&seat=x%0d%0aSet-Cookie:y", cookie)))
                .isEqualTo("lede-seat=");
    }

    @Test
    void whoTakesASeatComesBackWhereverTheyWere() throws Exception {
        HttpResponse<String> page = get("/form/%C5%BEena%20x");
        Document drawn = Jsoup.parse(page.body());
        String key = drawn.select("form.seat input[name=key]").attr("value");
        String to = drawn.select("form.seat input[name=to]").attr("value");

        assertThat(to).isEqualTo("/form/%C5%BEena%20x");
        assertThat(post("/seat", "key=" + key + "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), cookie(page))
                        .headers()
                        .firstValue("location"))
                .contains(to);
        assertThat(post("/seat", "key=" + key + "&to=/%C4%8D%C4%8ASet-Cookie:x", cookie(page))
                        .headers()
                        .firstValue("location"))
                .contains("/");
    }

    /** Before the first server of this process was made. */
    @ParameterizedTest
    @ValueSource(strings = {"sun.net.httpserver.maxReqTime", "jdk.httpserver.maxConnections"})
    void nobodyTakesUpMoreThanTheServerCanSpare(String limit) {
        assertThat(Integer.getInteger(limit)).isPositive().isLessThanOrEqualTo(400);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A proxy before us that is set up by its first line alone. */
    @Test
    void whoHandsRequestsOnAndDoesNotSaySoFindsTheDeskClosed() throws IOException {
        assertThat(raw("GET / HTTP/1.0\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n\r\n"))
                .contains(" 403 ", "hands requests from outside on");
        assertThat(raw("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")).contains(" 200 ");
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
    }

    /** Waits for as long as the server does. */
    @Test
    @Tag("long")
    void whoNeverEndsARequestIsNotWaitedFor() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nX-Slow: ")).isEmpty();
    }

    @Test
    void twoAtOneAddressAreAMistakeOfOurs() {
        assertThatThrownBy(() -> new WebServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        new Access(Optional.empty(), Optional.empty(), true, clock),
                        new TwoSeats(),
                        List.of(),
                        List.of(
                                new Alive(Condition.of(List::of), _ -> false),
                                new Alive(Condition.of(List::of), _ -> false)),
                        clock))
                .hasMessageContaining("/healthz");
    }

    @Test
    void withATokenOneSignsInFirstAndOutAgain() throws Exception {
        server.close();
        server = serve(Optional.of(TOKEN));
        HttpResponse<String> stranger = get("/form");
        assertThat(stranger.statusCode()).isEqualTo(303);
        assertThat(stranger.headers().firstValue("location")).contains("/sign-in?to=%2Fform");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        Document form = Jsoup.parse(get("/sign-in?to=%2Fform").body());
        assertThat(form.select("nav")).isEmpty();
        assertThat(form.select("input[name=to]").attr("value")).isEqualTo("/form");

        HttpResponse<String> signedIn = post("/sign-in", "token=" + TOKEN + "&to=%2Fform", "x=1");
        String cookie = cookie(signedIn);
        Document page = Jsoup.parse(
                client.send(request("/form").header("Cookie", cookie).build(), BodyHandlers.ofString())
                        .body());
        String key = page.select("form.out input[name=key]").attr("value");

        assertThat(post("/form", "key=" + key, cookie).statusCode()).isEqualTo(303);
        assertThat(posts).hasValue(1);
        HttpResponse<String> out = post("/sign-out", "key=" + key, cookie);
        assertThat(out.headers().firstValue("set-cookie"))
                .hasValueSatisfying(v -> assertThat(v).contains("Max-Age=0"));

        assertThat(post("/form", "key=" + key, cookie).statusCode()).isEqualTo(401);
        assertThat(posts).hasValue(1);
        assertThat(client.send(request("/form").header("Cookie", cookie).build(), BodyHandlers.ofString())
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
    }
}

package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's work with sources, through the whole program, with a publisher on this machine. */
class SourceJobTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title>Harbour Courier</title>
            <item><title>Ferry Alma runs aground off Port Ellery</title><link>%1$s/alma</link>
            <pubDate>Mon, 04 May 2026 09:00:00 GMT</pubDate>
            <description>The ferry ran aground on Monday with ninety people on board.</description></item>
            <item><title>Council of Port Ellery votes for a harbour tunnel</title><link>%1$s/tunnel</link>
            <pubDate>Mon, 04 May 2026 08:00:00 GMT</pubDate>
            <description>Nine years of dispute end with a vote of eleven to four.</description></item>
            </channel></rss>
            """;
    private static final String HOME =
            "<html><head><title>Harbour Courier</title><link rel='alternate' type='application/rss+xml' href='/feed'>"
                    + "</head><body><h1>Harbour Courier</h1></body></html>";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private HttpServer publisher;
    private String site = "";
    private Path folder;
    private Program program;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        program = new Program(folder.resolve("data"));
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", exchange -> {
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            String page = pages.get(exchange.getRequestURI().getPath());
            byte[] body = (page == null ? "not here" : page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        publisher.start();
        site = "http://127.0.0.1:" + publisher.getAddress().getPort();
        pages.put("/feed", FEED.formatted(site));
        pages.put("/", HOME);
    }

    @AfterEach
    void close() {
        publisher.stop(0);
    }

    private Ended lede(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.add("--set=fetch.allow-addresses=" + site.substring("http://".length()));
        all.add("--set=embedding.enabled=false");
        return program.run(all.toArray(String[]::new));
    }

    private String done(String... words) {
        Ended ended = lede(words);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    private JsonNode json(String... words) throws IOException {
        return new ObjectMapper().readTree(done(words));
    }

    private JsonNode only(JsonNode sources) {
        List<JsonNode> feeds = new ArrayList<>();
        sources.forEach(source -> {
            if (source.get("kind").asText().equals("feed")) {
                feeds.add(source);
            }
        });
        assertThat(feeds).hasSize(1);
        return feeds.getFirst();
    }

    @Test
    void anAddedFeedIsPolledItsHealthIsToldAndItsArticlesAreTakenBackWithIt() throws IOException {
        assertThat(done("source", "add", site + "/feed")).contains("Harbour Courier", site + "/feed");
        assertThat(done("poll", "--once")).contains("1 answered", "2 new articles");
        assertThat(done("ask", "/latest")).contains("Ferry Alma", "harbour tunnel");

        JsonNode listed = only(json("source", "list", "--json"));
        assertThat(listed.get("health").asText()).isEqualTo("fine");
        assertThat(listed.get("outcome").asText()).isEqualTo("read, 2 entries");
        assertThat(listed.get("failures").asInt()).isZero();
        assertThat(json("doctor", "--json").get("ok").asBoolean()).isTrue();

        assertThat(done("source", "remove", "Harbour Courier", "--purge")).contains("2 articles");
        assertThat(done("ask", "/latest")).doesNotContain("Ferry Alma", "harbour tunnel");
        assertThat(json("articles", "--json")).isEmpty();
    }

    @Test
    void publishersSeeWhoAsksAndHowToReachThem() {
        assertThat(done("doctor")).contains("Publishers see: Lede/", "no way to reach you", "fetch.contact");

        done("source", "add", site + "/feed", "--set=fetch.contact=desk@harbour.example");
        assertThat(agents.getLast()).startsWith("Lede/").contains("(+desk@harbour.example");
        assertThat(lede("doctor", "--set=fetch.contact=me (or you)").code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aHomePageMeansItsFeed() throws IOException {
        assertThat(done("source", "add", site + "/")).contains(site + "/feed");
        assertThat(only(json("source", "list", "--json")).get("address").asText())
                .isEqualTo(site + "/feed");
    }

    @Test
    void aSourceIsNotAskedAgainWithinTheFloorWhoeverWishes() {
        done("source", "add", site + "/feed");
        done("poll", "--once");

        assertThat(done("poll", "--once")).contains("none is asked again within 15 minutes", "source.min-interval");
    }

    @Test
    void whatFailsIsToldWithItsReason() throws IOException {
        done("source", "add", site + "/feed");
        pages.remove("/feed");

        Ended polled = lede("poll", "--once");
        assertThat(polled.code()).isEqualTo(ExitCode.FAILED);
        assertThat(polled.out()).contains("Harbour Courier", "status 404");
        JsonNode listed = only(json("source", "list", "--json"));
        assertThat(listed.get("failures").asInt()).isEqualTo(1);
        assertThat(listed.get("outcome").asText()).isEqualTo("status 404");
    }

    @Test
    void anAddressInsideIsRefusedInPlainWordsAndNothingIsAdded() throws IOException {
        Ended refused = lede("source", "add", "http://169.254.169.254/latest");

        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("private network", "fetch.allow-addresses");
        assertThat(json("source", "list", "--json")).hasSize(1);
    }

    @Test
    void whatIsExportedCanBeImportedElsewhere() throws IOException {
        done("source", "add", site + "/feed");
        Path list = folder.resolve("sources.opml");
        done("source", "export", "--out", list.toString());
        assertThat(Files.readString(list)).contains(site + "/feed");

        program = new Program(folder.resolve("elsewhere"));
        assertThat(done("source", "import", list.toString(), "--dry-run")).contains("1");
        assertThat(json("source", "list", "--json")).hasSize(1);
        done("source", "import", list.toString());
        assertThat(only(json("source", "list", "--json")).get("address").asText())
                .isEqualTo(site + "/feed");
    }
}

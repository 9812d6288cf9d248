package news.lede.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.community.Askers;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.hub.HubSubscription.State;
import news.lede.source.PollSchedule;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.TelegramServer;
import news.lede.web.health.Condition;
import news.lede.web.page.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program behind a public address: a hub and Telegram find its doors, over real connections. */
class InboundJobTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** So long until the next poll as a net that what comes sooner came by the hub. */
    private static final PollSchedule SCHEDULE = new PollSchedule(Duration.ofSeconds(5), Duration.ofDays(1));

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile String titles = "";
    private volatile String callback = "";
    private HttpServer publisher;
    private TelegramServer telegram;

    @BeforeEach
    void start() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        publisher.createContext("/feed", exchange -> answer(exchange, 200, feed()));
        publisher.createContext("/hub", this::subscribe);
        publisher.start();
        telegram = TelegramServer.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
        telegram.close();
        client.shutdownNow();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + publisher.getAddress().getPort() + path;
    }

    private String feed() {
        StringBuilder items = new StringBuilder();
        titles.lines()
                .forEach(title -> items.append("<item><title>%s</title><link>https://paper.example/%s</link>"
                                .formatted(title, title.replace(' ', '-')))
                        .append("<description>%s, the harbour master said on Monday.</description>".formatted(title))
                        .append("<pubDate>%s</pubDate></item>".formatted(Instant.now())));
        return "<rss version=\"2.0\" xmlns:a=\"http://www.w3.org/2005/Atom\"><channel><title>Paper</title>"
                + "<a:link rel=\"hub\" href=\"" + at("/hub") + "\"/>" + items + "</channel></rss>";
    }

    /** Answers, and asks back as a hub does, on its own connection. */
    private void subscribe(HttpExchange exchange) throws IOException {
        Parameters form = Parameters.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        answer(exchange, 202, "");
        String back = form.text("hub.callback").orElseThrow();
        URI verify = URI.create(back
                + "?hub.mode=subscribe&hub.challenge=of-this-hub&hub.lease_seconds=86400&hub.topic=" + at("/feed"));
        client.sendAsync(HttpRequest.newBuilder(verify).build(), BodyHandlers.ofString())
                .thenAccept(answer -> callback = answer.body().equals("of-this-hub") ? back : "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    /** Bound to a port and never listening, so that nobody else is given it before the desk listens there. */
    private static Socket place() throws IOException {
        Socket place = new Socket();
        place.setReuseAddress(true);
        place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return place;
    }

    private Settings settings(int port) {
        List<String> sets = List.of(
                "web.port=" + port,
                "web.public-url=http://127.0.0.1:" + port,
                "web.token=a-word-that-nobody-guesses",
                "fetch.allow-addresses=127.0.0.1:" + publisher.getAddress().getPort(),
                "embedding.enabled=false",
                "telegram.token=" + TelegramServer.TOKEN,
                "telegram.api-base-url=" + telegram.baseUrl());
        return switch (SettingsReader.read(Optional.empty(), Map.of(), sets)) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    @Test
    void newsAndQuestionsComeByThemselves() throws Exception {
        try (Socket place = place()) {
            comeByThemselves(settings(place.getLocalPort()));
        }
    }

    private void comeByThemselves(Settings settings) throws Exception {
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        InstantSource clock = InstantSource.system();
        titles = "Old lighthouse lit";
        try (Lede lede = new Lede(folder, settings, Lede.Use.RUN, clock);
                HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), clock);
                Platforms platforms = new Platforms(
                        settings,
                        lede.desk(),
                        new Askers(lede.store().communities(), lede.store().delegations(), settings.moderators()),
                        lede.telling().doors(),
                        lede.store(),
                        clock);
                Inbound inbound = new Inbound(PublicAddress.of(settings), platforms::telegramHook);
                WebDesk web = WebDesk.open(
                        lede,
                        settings,
                        new WrittenSettings(Optional.empty(), Map.of(), List.of(), Optional::empty),
                        Condition.of(platforms::parts),
                        inbound);
                PollLoop polling = new PollLoop(lede, fetcher, SCHEDULE)) {
            Source paper = lede.store().sources().addIfAbsent(SourceKind.FEED, at("/feed"), "Paper");
            assertThat(polling.once()).isEqualTo(1);
            polling.start();
            inbound.begin(lede, fetcher, polling);
            platforms.start();

            await().atMost(SOON).until(() -> !callback.isEmpty());
            assertThat(callback).startsWith(web.address().orElseThrow() + "hubs/");
            assertThat(lede.store().hubs().find(paper.id()).orElseThrow().state())
                    .isEqualTo(State.ACTIVE);
            titles = "Ferry aground off Koru\n" + titles;
            assertThat(SourceRow.all(lede, settings))
                    .filteredOn(row -> row.source().equals(paper))
                    .singleElement()
                    .satisfies(row -> assertThat(row.healthLine()).endsWith("; 127.0.0.1 brings what is new"));
            assertThat(post(callback)).isEqualTo(200);
            await().atMost(SOON).until(() -> articles(lede).contains("Ferry aground off Koru"));

            Person anna = telegram.person("Anna", "en");
            assertThat(telegram.privateChat(anna)
                            .say(anna, "/help")
                            .answer(SOON)
                            .text())
                    .contains("/latest");
            assertThat(telegram.traffic("getUpdates")).isEmpty();
            assertThat(telegram.violations()).isEmpty();
            assertThat(post(callback.replaceFirst("hubs/.*", "telegram/webhook")))
                    .isEqualTo(401);
        }
    }

    private int post(String address) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .POST(HttpRequest.BodyPublishers.ofString("<rss/>"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static List<String> articles(Lede lede) {
        return lede.store().articles().after(new ArticleId(0), 100).stream()
                .map(Article::title)
                .toList();
    }
}

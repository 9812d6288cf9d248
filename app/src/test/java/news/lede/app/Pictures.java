package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import news.lede.answer.Answer;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Role;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.SourceKind;
import news.lede.time.SettableClock;
import news.lede.web.chat.Adapters.Turn;
import news.lede.web.chat.DiscordDrawing;
import news.lede.web.chat.Scene;
import news.lede.web.chat.Service;
import news.lede.web.chat.TelegramDrawing;
import news.lede.web.health.Condition;
import news.lede.web.settings.SettingsCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures in {@code docs/pictures}, those of the chats from what the adapters would send of the sample newsroom: {@code mvn -pl app -am test -Dtest=Pictures -Dsurefire.failIfNoSpecifiedTests=false}. Needs Chromium;
 * run by hand when the look of something changed, since two browsers draw no letter quite alike. What each command is answered with is checked by other tests.
 */
class Pictures {
    private static final Path OUT = Path.of("..", "docs", "pictures");
    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Window CHAT = new Window(600, 3_000, "1.25");
    private static final Window DESK = new Window(1_100, 980, "1");
    /** A wall of one colour, and no round corners, which a picture has no use for. */
    private static final String PLAIN =
            " body{margin:0} .chat{border-radius:0} .chat-telegram{background:var(--tg-wall)}";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a browser shows at once, in its pixels, and how many of the picture's each of them is. */
    private record Window(int width, int height, String scale) {}

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T08:00:00Z"));
    private final List<String> drawn = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void ofBothChats() throws Exception {
        try (NewsroomServer papers = new NewsroomServer(SampleNews.shipped(), clock)) {
            Settings settings = settings(List.of(
                    "fetch.allow-addresses=127.0.0.1:" + papers.port(), "embedding.enabled=false", "web.port=0"));
            try (Lede lede = new Lede(folder.resolve("data"), settings, Lede.Use.RUN, clock)) {
                lede.desk().answer(lede.consoleAsker(Role.MODERATOR), "/subscribe everything confirm:yes");
                read(papers, lede, settings);
                PlatformDrafts drafts = new PlatformDrafts(lede::desk, true, clock);
                Asker asker = lede.consoleAsker(Role.OWNER).speaking(Locale.ENGLISH);
                String story = lede.desk().answer(asker, "/latest count:9") instanceof Answer.StoryList list
                        ? list.stories().stream()
                                .filter(item -> item.view().publishers().size() > 2)
                                .findFirst()
                                .orElseThrow()
                                .view()
                                .id()
                                .toString()
                        : "1";
                for (Service service : Service.values()) {
                    String name = service.platform();
                    both(name + "-story", chat(service, drafts, asker, "/latest count:3", "/story " + story));
                    both(name + "-setup", chat(service, drafts, asker, "/setup", "/setup topics"));
                    for (String language : List.of("ar", "zh")) {
                        Asker other = asker.speaking(Locale.forLanguageTag(language));
                        String page = chat(service, drafts, other, "/story " + story, "/setup");
                        taken(page, name + "-" + language, true, CHAT);
                    }
                }
                desk(lede, settings);
            }
        }
        assertThat(drawn).hasSize(15);
    }

    private void desk(Lede lede, Settings settings) throws IOException, InterruptedException {
        SettingsCheck nothing = () -> new SettingsCheck.Report(List.of(), List.of(), List.of());
        try (WebDesk web = WebDesk.open(lede, settings, nothing, Condition.of(List::of), Inbound.NONE)) {
            String address = web.address().orElseThrow();
            both("desk-today", address, DESK);
            taken(address + "preview/1?as=discord", "desk-preview", true, DESK);
        }
    }

    private void read(NewsroomServer papers, Lede lede, Settings settings) {
        for (NewsroomServer.Address address : papers.addresses()) {
            SourceKind kind = address.feed() ? SourceKind.FEED : SourceKind.PAGE;
            var source = lede.store().sources().addIfAbsent(kind, address.url(), address.title());
            lede.store().sources().addToPack(Communities.DEFAULT_PACK, source.id());
        }
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        PollSchedule eager = new PollSchedule(Duration.ofSeconds(2), Duration.ofSeconds(3));
        try (HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), clock);
                PollLoop polling = new PollLoop(lede, fetcher, eager)) {
            Instant all = clock.instant().plus(papers.lasts());
            do {
                polling.once();
                lede.telling().planner().run();
                clock.advance(Duration.ofSeconds(30));
            } while (clock.instant().isBefore(all.plusSeconds(60)));
        }
        clock.advance(Duration.ofMinutes(7));
    }

    /** The address of a page with what somebody says, and what comes back. */
    private String chat(Service service, PlatformDrafts drafts, Asker asker, String... said) throws IOException {
        Scene scene = new Scene(clock.instant(), ZoneOffset.UTC, asker.locale(), false);
        StringBuilder chat = new StringBuilder();
        for (String words : said) {
            chat.append(
                    switch (service) {
                        case DISCORD ->
                            "<div class=\"dc-used\"><b>Ada</b> used <span class=\"dc-mention\">" + words
                                    + "</span></div>";
                        case TELEGRAM ->
                            "<div class=\"tg-own\"><div class=\"tg-bubble\"><div class=\"tg-text\">" + words
                                    + "</div></div></div>";
                    });
            for (JsonNode payload : ((Turn.Said) drafts.typed(service, asker, words)).messages()) {
                JsonNode shown = abroad(payload);
                chat.append(
                        switch (service) {
                            case DISCORD -> DiscordDrawing.message(shown, scene);
                            case TELEGRAM -> TelegramDrawing.message(shown, scene);
                        });
            }
        }
        Path page = Files.createTempFile(folder, "chat", ".html");
        Files.writeString(
                page,
                "<!doctype html><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"><style>"
                        + style() + PLAIN + "</style><div class=\"chat chat-" + service.platform() + "\" lang=\""
                        + asker.locale().toLanguageTag() + "\">" + chat + "</div>");
        return page.toUri().toString();
    }

    /** The papers stand on this machine; in a picture they have addresses of their own. */
    private static JsonNode abroad(JsonNode payload) throws IOException {
        return JSON.readTree(
                payload.toString().replaceAll("http://127\\.0\\.0\\.1:\\d+/([a-z-]+)/", "https://$1.example/"));
    }

    private static String style() throws IOException {
        try (InputStream css = Service.class.getResourceAsStream("/news/lede/web/assets/chat.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void both(String name, String page) throws IOException, InterruptedException {
        both(name, page, CHAT);
    }

    /** Light and dark. */
    private void both(String name, String page, Window window) throws IOException, InterruptedException {
        taken(page, name, true, window);
        taken(page, name + "-dark", false, window);
    }

    private void taken(String page, String name, boolean light, Window window)
            throws IOException, InterruptedException {
        Path shot = folder.resolve(name + ".png");
        Process browser = new ProcessBuilder(
                        browser(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--force-device-scale-factor=" + window.scale(),
                        "--default-background-color=00000000",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--blink-settings=preferredColorScheme=" + (light ? 1 : 0),
                        "--window-size=" + window.width() + "," + window.height(),
                        "--screenshot=" + shot,
                        page)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        if (!browser.waitFor(60, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
        }
        assertThat(shot)
                .as("the browser's picture; it says %s", folder.resolve("browser.log"))
                .exists();
        Files.createDirectories(OUT);
        ImageIO.write(
                cut(ImageIO.read(shot.toFile())),
                "png",
                OUT.resolve(name + ".png").toFile());
        drawn.add(name);
    }

    private static String browser() {
        return BROWSERS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium at any of " + BROWSERS + "; install the package chromium"));
    }

    /** Without the empty rest below. */
    private static BufferedImage cut(BufferedImage shot) {
        int bottom = shot.getHeight() - 1;
        while (bottom > 0 && (shot.getRGB(shot.getWidth() / 2, bottom) >>> 24) == 0) {
            bottom--;
        }
        BufferedImage cut = new BufferedImage(shot.getWidth(), bottom + 1, BufferedImage.TYPE_INT_RGB);
        cut.createGraphics().drawImage(shot, 0, 0, null);
        return cut;
    }

    private static Settings settings(List<String> sets) {
        return switch (SettingsReader.read(Optional.empty(), Map.of(), sets)) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }
}

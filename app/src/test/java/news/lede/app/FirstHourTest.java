package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.belongings.CommunityJson;
import news.lede.community.Askers;
import news.lede.community.Communities;
import news.lede.community.WorkspaceId;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.discord.server.DiscordServer;
import news.lede.fetch.AddressRules;
import news.lede.fetch.FetchLimits;
import news.lede.http.HttpFetcher;
import news.lede.source.PollSchedule;
import news.lede.source.SourceKind;
import news.lede.telegram.server.TelegramServer;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A moderator's first hour on both platforms, against the local servers, with the real adapters and the real store: from the invitation to the bot that was thrown out and comes back. What they saw stands in
 * {@code docs/first-hour.md}; {@code -Dsnapshots=write} writes it anew.
 */
class FirstHourTest {
    private static final Path DOCS = Path.of("../docs/first-hour.md");
    private static final Map<String, List<String>> TOLD = new LinkedHashMap<>();

    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");
    private final List<String> transcript = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void begin() {
        TOLD.clear();
    }

    @AfterAll
    static void isWhatTheDocumentTells() throws IOException {
        StringBuilder page = new StringBuilder("""
                # A moderator's first hour

                What a moderator does and sees, from a run of the real adapters over the platforms' own protocols against local servers (`FirstHourTest`; `-Dsnapshots=write` writes this page anew). The news is
                that of the sample newsroom. What they type or press stands behind `>`, buttons in brackets, menus with a small triangle.
                """);
        TOLD.forEach((platform, lines) -> {
            page.append("\n## In ").append(platform).append("\n\n");
            lines.forEach(line -> page.append(line).append('\n'));
        });
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.writeString(DOCS, page);
        }
        String told = Files.readString(DOCS);
        TOLD.values()
                .forEach(lines -> assertThat(lines.stream().filter(line -> line.startsWith("**>")))
                        .allMatch(told::contains));
    }

    @Test
    void onDiscord() throws Exception {
        try (DiscordServer discord = DiscordServer.start()) {
            List<String> there = List.of(
                    "discord.token=" + discord.token(),
                    "discord.api-base-url=" + discord.restUrl(),
                    "discord.gateway-url=" + discord.gatewayUrl(),
                    "telegram.token=");
            hour(there, "discord", new DiscordSeat(discord, clock), () -> discord.awaitBot(Duration.ofSeconds(60)));
            assertThat(discord.traffic().violations()).isEmpty();
        }
    }

    @Test
    void onTelegram() throws Exception {
        try (TelegramServer telegram = TelegramServer.start()) {
            List<String> there = List.of(
                    "discord.token=",
                    "telegram.token=" + TelegramServer.TOKEN,
                    "telegram.api-base-url=" + telegram.baseUrl());
            hour(there, "telegram", new TelegramSeat(telegram), () -> {});
            assertThat(telegram.violations()).isEmpty();
        }
    }

    private void hour(List<String> there, String platform, Seat seat, Runnable ready) throws Exception {
        try (NewsroomServer papers = new NewsroomServer(SampleNews.shipped(), clock)) {
            List<String> sets = new ArrayList<>(there);
            sets.add("fetch.allow-addresses=127.0.0.1:" + papers.port());
            sets.add("embedding.enabled=false");
            Settings settings = settings(sets);
            AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
            try (Lede lede = new Lede(folder, settings, Lede.Use.RUN, clock);
                    HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, UserAgent.of(settings), clock);
                    Telling telling = new Telling(lede, List.of());
                    PollLoop polling = new PollLoop(
                            lede,
                            fetcher,
                            new PollSchedule(Duration.ofSeconds(2), Duration.ofSeconds(3)),
                            telling.news(),
                            telling::announced)) {
                NewsroomServer.Address own = follow(papers, lede);
                assertThat(polling.once()).isPositive();
                Platforms adapters = started(settings, lede);
                try {
                    ready.run();
                    setUp(seat, own);
                    if (seat instanceof TelegramSeat) {
                        // A group takes 20 messages a minute, which a restart forgets.
                        adapters.close();
                        adapters = started(settings, lede);
                        transcript.add("*The bot is started anew meanwhile. Its buttons work on.*");
                        transcript.add("");
                    }
                    goOn(seat, papers);
                    thereAndBack(seat, lede, platform);
                } finally {
                    adapters.close();
                }
            }
        }
        TOLD.put(
                seat.platform(),
                transcript.stream()
                        .map(line -> line.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:9000"))
                        .toList());
    }

    private Platforms started(Settings settings, Lede lede) {
        Platforms adapters = new Platforms(
                settings,
                lede.desk(),
                new Askers(lede.store().communities(), lede.store().delegations(), settings.moderators()),
                lede.telling().doors(),
                lede.store(),
                clock);
        adapters.start();
        return adapters;
    }

    private static Settings settings(List<String> sets) {
        return switch (SettingsReader.read(Optional.empty(), Map.of(), sets)) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    /** All papers but one, which the community adds by itself. */
    private static NewsroomServer.Address follow(NewsroomServer papers, Lede lede) {
        List<NewsroomServer.Address> feeds =
                papers.addresses().stream().filter(NewsroomServer.Address::feed).toList();
        for (NewsroomServer.Address address : feeds.subList(1, feeds.size())) {
            var source = lede.store().sources().addIfAbsent(SourceKind.FEED, address.url(), address.title());
            lede.store().sources().addToPack(Communities.DEFAULT_PACK, source.id());
        }
        return feeds.getFirst();
    }

    /** People need a moment for everything, and paces go by the clock. */
    private String said(String typed, String seen) {
        clock.set(clock.instant().plusSeconds(5));
        transcript.add("**> " + typed + "**");
        transcript.add("");
        transcript.add("```");
        seen.lines().forEach(transcript::add);
        transcript.add("```");
        transcript.add("");
        return seen;
    }

    private String say(Seat seat, String command, Map<String, String> options) {
        StringBuilder typed = new StringBuilder("/" + command);
        options.forEach(
                (option, value) -> typed.append(' ').append(option).append(':').append(value));
        return said(typed.toString(), seat.say(command, options));
    }

    private String press(Seat seat, String label) {
        return said("[" + label + "]", seat.press(label));
    }

    private String pick(Seat seat, String label) {
        return said("chooses " + label, seat.pick(label));
    }

    private static Map<String, String> options(String... pairs) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return options;
    }

    private void setUp(Seat seat, NewsroomServer.Address own) {
        assertThat(say(seat, "setup", Map.of())).contains("Setting this place up", "no topics yet");
        assertThat(press(seat, "Time zone")).contains("Step 2 of 7");
        assertThat(pick(seat, "Berlin")).contains("Europe/Berlin");
        assertThat(press(seat, "Packs of sources")).contains("Step 3 of 7");
        assertThat(press(seat, "Topics")).contains("Step 4 of 7");
        assertThat(pick(seat, "everything")).contains("everything");
        assertThat(press(seat, "Look")).contains("Step 5 of 7");
        assertThat(pick(seat, "headline and one sentence")).contains("headline and one sentence");
        assertThat(press(seat, "Schedule")).contains("every day at 08:00 (Europe/Berlin)");
        assertThat(pick(seat, "18:00")).contains("every day at 18:00 (Europe/Berlin)");
        assertThat(press(seat, "Budget")).contains("Step 7 of 7");
        assertThat(pick(seat, "6 messages a day")).contains("6 messages a day");
        assertThat(press(seat, "Last 24 hours")).contains("The last 24 hours, as this place is set up", "digest");

        assertThat(say(seat, "source", options("action", "add", "source", own.url())))
                .contains(own.title());
        assertThat(say(seat, "tune", options("topic", "ferries", "words", "ferry, ferries, harbour")))
                .contains("ferry");
    }

    private void goOn(Seat seat, NewsroomServer papers) {
        assertThat(press(seat, "Save")).containsIgnoringCase("ferries");
        assertThat(say(seat, "setup", options("topics", "ferries"))).contains("everything and Ferries");
        handOver(seat);
        String link = papers.addresses().getFirst().url().replaceFirst("/[^/]+(/feed)?$", "") + "/harbour/1001";
        assertThat(say(seat, "why", options("story", link))).isNotBlank();
        assertThat(say(seat, "health", Map.of())).contains("Sources", "answer");
    }

    /** A member may not set anything here, until it is handed to them; and what they change is told to whoever handed it over. */
    private void handOver(Seat seat) {
        Map<String, String> quiet = options("quiet", "22:00-07:00");
        assertThat(said("a member: /channel quiet:22:00-07:00", seat.memberSays("channel", quiet)))
                .contains("moderators");
        assertThat(say(seat, "grant", options("person", seat.member(), "role", "editor")))
                .contains("this place");
        assertThat(said("the same member: /channel quiet:22:00-07:00", seat.memberSays("channel", quiet)))
                .contains("from 22:00 to 07:00");
        assertThat(say(seat, "audit", Map.of())).contains("22:00-07:00");
    }

    /** What they set is theirs to take along, and there again when the bot comes back. */
    private void thereAndBack(Seat seat, Lede lede, String platform) {
        WorkspaceId workspace = lede.store()
                .communities()
                .workspace(platform, seat.workspaceKey(), "")
                .id();
        String before = settled(lede, workspace);
        said(
                "./lede community export " + platform + ":" + seat.workspaceKey(),
                before.lines().limit(12).reduce("", (a, b) -> a + b + "\n") + "…");
        String overview = say(seat, "setup", Map.of());

        transcript.add("*The bot is thrown out, and invited again an hour later.*");
        transcript.add("");
        seat.throwBotOut();
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        seat.letBotIn();

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            clock.set(clock.instant().plusSeconds(5));
            assertThat(seat.say("setup", Map.of())).isEqualTo(overview);
        });
        said("/setup", overview);
        assertThat(settled(lede, workspace)).isEqualTo(before);
    }

    /** Everything the community set, without the time at which that was written. */
    private static String settled(Lede lede, WorkspaceId workspace) {
        return CommunityJson.write(lede.belongings().communityExport().of(workspace))
                .lines()
                .filter(line -> !line.contains("\"exported\"") && !line.contains("\"at\""))
                .reduce("", (all, line) -> all + line + "\n");
    }
}

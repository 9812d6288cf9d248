package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.app.demo.NewsroomServer;
import news.lede.app.demo.SampleNews;
import news.lede.app.metrics.MeteredEmbedder;
import news.lede.app.metrics.MeteredMessenger;
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
import news.lede.topic.Embedder;
import news.lede.web.health.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a working Lede counts, and that nothing which alerts and the dashboard look at is missing or misspelt. */
class FiguresTest {
    private static final Path OPERATIONS = Path.of("../docs/operations");
    private static final Pattern FIGURE = Pattern.compile("\\b(?:lede|jvm|process)_[a-z_]*[a-z]\\b");
    private static final PollSchedule EAGER = new PollSchedule(Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    private static Settings settings(int port) {
        return switch (SettingsReader.read(
                Optional.empty(),
                Map.of(),
                List.of("embedding.enabled=false", "fetch.allow-addresses=127.0.0.1:" + port))) {
            case SettingsReader.Result.Read(Settings settings) -> settings;
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    /** Refuses everything. */
    private static Messenger refusing() {
        return (Messenger) java.lang.reflect.Proxy.newProxyInstance(
                Messenger.class.getClassLoader(),
                new Class<?>[] {Messenger.class},
                (_, method, _) -> method.getName().equals("platform")
                        ? "telegram"
                        : new Messenger.Result.Refused("a fault of ours"));
    }

    private static final Embedder MODEL = new Embedder() {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public String model() {
            return "m";
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(_ -> new float[1]).toList();
        }
    };

    /** Does a little of everything that is counted. */
    private void live(Lede lede, Settings settings, NewsroomServer papers) {
        for (NewsroomServer.Address address : papers.addresses()) {
            var source = lede.store()
                    .sources()
                    .addIfAbsent(address.feed() ? SourceKind.FEED : SourceKind.PAGE, address.url(), address.title());
            lede.store().sources().addToPack(Communities.DEFAULT_PACK, source.id());
        }
        AddressRules rules = new AddressRules(settings.fetch().allowAddresses());
        try (HttpFetcher fetcher = new HttpFetcher(rules, FetchLimits.DEFAULT, "test", clock);
                PollLoop polling = new PollLoop(lede, fetcher, EAGER)) {
            assertThat(polling.once()).isPositive();
        }
        Asker asker = lede.consoleAsker(Role.MEMBER);
        lede.desk().answer(asker, "/latest");
        lede.desk().answer(asker, "what 7000000071 typed");
        lede.desk().complete(asker, "topic", "topic", "im");
        var story = lede.store().stories().newest(asker.viewer().sources(), 1).getFirst();
        lede.store()
                .deliveries()
                .plan(new Deliveries.Planned(
                        asker.conversation().id(),
                        Delivery.Kind.FIRST,
                        Optional.of(story),
                        0,
                        1,
                        Lane.ALERT,
                        clock.instant().minusSeconds(60),
                        clock.instant().minusSeconds(60)));
        Messenger messenger = new MeteredMessenger(refusing(), lede.meters(), System::nanoTime);
        messenger.send(new Messenger.Outgoing(
                asker.conversation().place(),
                "1",
                new Answer.Notice("Title", "Text", List.of()),
                Phrases.of(asker, clock.instant()),
                false,
                Optional.empty(),
                Optional.empty()));
        new MeteredEmbedder(MODEL, lede.meters(), System::nanoTime).embed(List.of("a", "b"));
    }

    @Test
    void whatIsLookedAtIsThereAndNamesNobody() throws IOException {
        try (NewsroomServer papers = new NewsroomServer(SampleNews.shipped(), clock)) {
            Settings settings = settings(papers.port());
            try (Lede lede = new Lede(folder, settings, Lede.Use.RUN, clock);
                    Supervision supervision = lede.upkeep().supervision()) {
                lede.meters().begin();
                Vitals vitals = lede.upkeep()
                        .vitals(() -> List.of(new Part("telegram", Part.State.WAITING, "away")), supervision);
                vitals.begin();
                live(lede, settings, papers);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !vitals.figures().isEmpty());

                String page = vitals.figures();

                Set<String> there = page.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("[{ ]", 2)[0])
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(named()).isNotEmpty().allMatch(name -> there.contains(name) || ofWatchdog(name));
                assertThat(page)
                        .contains(
                                "lede_answers_seconds_count{command=\"latest\",outcome=\"answer\",platform=\"console\"} 1")
                        .contains("command=\"other\"")
                        .contains(
                                "lede_messages_seconds_count{platform=\"telegram\",result=\"refused\",what=\"send\"} 1")
                        .contains("lede_model_texts_total 2.0")
                        .contains("lede_lane_waiting{lane=\"alert\",platform=\"console\"} 1.0")
                        .contains("lede_lane_late_seconds{lane=\"alert\",platform=\"console\"} 60.0")
                        .contains("lede_part_up{part=\"telegram\"} 0.0")
                        .contains("lede_store_up 1.0")
                        .doesNotContain("7000000071");
                assertThat(vitals.alive()).isTrue();
                assertThat(vitals.told(false)).containsEntry("status", "alive");
                assertThat(String.valueOf(vitals.told(false).get("backlog"))).contains("console alert={");
            }
        }
    }

    /** Has rows only while there is somebody to watch. */
    private static boolean ofWatchdog(String name) {
        return name.equals("lede_part_restarts") || name.equals("lede_part_silent_seconds");
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("alerts.yml", "grafana-lede.json")) {
            Matcher name = FIGURE.matcher(Files.readString(OPERATIONS.resolve(file)));
            while (name.find()) {
                names.add(name.group());
            }
        }
        return names;
    }
}

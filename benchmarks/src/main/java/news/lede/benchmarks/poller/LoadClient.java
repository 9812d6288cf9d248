package news.lede.benchmarks.poller;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.extract.DocumentExtractor;
import news.lede.feed.FeedParser;
import news.lede.fetch.AddressRules;
import news.lede.fetch.AllowedAddress;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;
import news.lede.fetch.Politeness;
import news.lede.http.HttpFetcher;
import news.lede.ingest.EntryJson;
import news.lede.ingest.Intake;
import news.lede.ingest.PollBooks;
import news.lede.ingest.Poller;
import news.lede.ingest.Storing;
import news.lede.ingest.Web;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.source.Spread;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.StoryGrouping;

/**
 * The poller as the bot runs it, in a process of its own, over a store on disk; prints a line of figures for each thing measured. Arguments: the role, the data folder, the server's port, then
 * the role's own.
 */
final class LoadClient {
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);

    private final Store store;
    private final int port;
    private final JumpingClock clock = new JumpingClock();

    private LoadClient(Path folder, int port) {
        this.port = port;
        this.store = SqliteStore.open(folder, Store.Mode.ALONE);
    }

    /** The machine's clock, set forward by leaps: an hour of waiting costs nothing. */
    private static final class JumpingClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        void jump(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        LoadClient client = new LoadClient(Path.of(args[1]), Integer.parseInt(args[2]));
        try (Store _ = client.store) {
            switch (args[0]) {
                case "add" -> client.add(Integer.parseInt(args[3]));
                case "round" -> client.round();
                case "again" -> client.again(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
                case "steady" -> client.steady(Duration.ofSeconds(Long.parseLong(args[3])));
                case "floor" ->
                    client.floor(
                            Duration.ofMillis(Long.parseLong(args[3])), Duration.ofSeconds(Long.parseLong(args[4])));
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    /** Sources, each on an address of its own. */
    private void add(int count) {
        store.transactor().inTransaction(() -> {
            for (int i = 0; i < count; i++) {
                String host = "127." + (1 + i / 60_000) + "." + (i / 250 % 240) + "." + (1 + i % 250);
                store.sources().addIfAbsent(SourceKind.FEED, "http://" + host + ":" + port + "/feed", "Source " + i);
            }
            return count;
        });
    }

    /** Everything that is due, once; the process has just started. */
    private void round() {
        try (HttpFetcher fetcher = fetcher();
                Poller poller = poller(fetcher, PollSchedule.over(Duration.ofMinutes(15)))) {
            say("first", measured(poller), store.inbox().backlog());
        }
    }

    /** The same sources again and again, a day later each time, beginning {@code ahead} days from now. */
    private void again(int rounds, int ahead) {
        clock.jump(Duration.ofDays(ahead - 1));
        try (HttpFetcher fetcher = fetcher();
                Poller poller = poller(fetcher, PollSchedule.over(Duration.ofMinutes(15)))) {
            for (int i = 0; i < rounds; i++) {
                clock.jump(Duration.ofDays(1));
                say("again", measured(poller), store.inbox().backlog());
            }
        }
    }

    private record Measured(Poller.Round round, double wall, double cpu) {}

    private static Measured measured(Poller poller) {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        Poller.Round round = poller.pollDue();
        return new Measured(round, (System.nanoTime() - wall) / 1e9, (cpuNanos() - cpu) / 1e9);
    }

    private void say(String what, Measured measured, long backlog) {
        System.out.printf(
                "%s polled=%d entries=%d backlog=%d wall=%.2f cpu=%.2f%n",
                what, measured.round().polled(), measured.round().entries(), backlog, measured.wall(), measured.cpu());
        failures().forEach((outcome, times) -> System.out.println("  failed " + times + " times: " + outcome));
    }

    private Map<String, Integer> failures() {
        Map<String, Integer> failures = new TreeMap<>();
        store.sources().all().stream()
                .flatMap(source -> store.pollStates().find(source.id()).stream())
                .filter(state -> state.failures() > 0)
                .forEach(state -> failures.merge(state.outcome(), 1, Integer::sum));
        return failures;
    }

    /** As the bot runs for hours: every source once an hour, spread over it. */
    private void steady(Duration time) throws InterruptedException, IOException {
        Duration hour = Duration.ofHours(1);
        Instant now = clock.instant();
        List<PollState> spread = new ArrayList<>();
        for (Source source : store.sources().all()) {
            store.pollStates()
                    .find(source.id())
                    .map(state -> state.dueAt(now.plusMillis((long) (hour.toMillis() * Spread.share(source.id(), 9)))))
                    .ifPresent(spread::add);
        }
        store.pollStates().saveAll(spread);
        try (HttpFetcher fetcher = fetcher();
                Poller poller = poller(fetcher, new PollSchedule(hour, hour))) {
            poller.start();
            // What starting costs is no part of the steady state.
            Thread.sleep(BETWEEN_SAMPLES);
            long began = System.nanoTime();
            long cpu = cpuNanos();
            long most = 0;
            while (System.nanoTime() - began < time.toNanos()) {
                Thread.sleep(BETWEEN_SAMPLES);
                most = Math.max(most, anonymousKilobytes());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "steady seconds=%.0f core=%.3f%% rssAnonMB=%.1f%n",
                    seconds, (cpuNanos() - cpu) / 1e9 / seconds * 100, most / 1024.0);
        }
    }

    /** Polls on and on over a short floor, until the time is over or the process is killed. */
    private void floor(Duration floor, Duration time) throws InterruptedException {
        try (HttpFetcher fetcher = fetcher();
                Poller poller = poller(fetcher, new PollSchedule(floor, floor))) {
            poller.start();
            System.out.println("running");
            Thread.sleep(time);
        }
    }

    private HttpFetcher fetcher() {
        return new HttpFetcher(rules(), FetchLimits.DEFAULT, "Lede/benchmark", clock);
    }

    private AddressRules rules() {
        return new AddressRules(List.of(AllowedAddress.parse("127.0.0.0/8:" + port)));
    }

    private Poller poller(HttpFetcher fetcher, PollSchedule schedule) {
        DocumentExtractor extractor = new DocumentExtractor();
        FeedParser feeds = new FeedParser();
        Storing storing = new Storing(
                store.transactor(),
                store.articles(),
                store.revisits(),
                store.vectors(),
                store.sources(),
                new StoryGrouping(store.stories(), store.articles()),
                store.announcements(),
                clock);
        return new Poller(
                new PollBooks(
                        store.transactor(),
                        store.sources(),
                        store.pollStates(),
                        store.inbox(),
                        store.sourceEvents(),
                        store.hostRests()),
                new Web(fetcher, new HostGate(Politeness.DEFAULT, rules(), clock), PageRules.NONE),
                schedule,
                new Poller.Reading(
                        extractor::extract,
                        document -> feeds.parse(document.bytes(), document.address(), document.charset()),
                        EntryJson::carry,
                        _ -> Optional.empty(),
                        new Intake(storing)),
                () -> {},
                clock);
    }

    /** Of the whole process: compiling and collecting included. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long anonymousKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}

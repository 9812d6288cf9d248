package news.lede.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.lede.benchmarks.local.InventedStory;
import news.lede.benchmarks.local.LocalBot;
import news.lede.benchmarks.local.LocalFeed;
import news.lede.benchmarks.local.ManyFeeds;
import news.lede.benchmarks.local.ProcessorTime;
import news.lede.benchmarks.local.Subscribers;
import news.lede.community.Communities;
import news.lede.discord.server.DiscordServer;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.store.PostgresStore;
import news.lede.store.Store;
import news.lede.telegram.server.TelegramServer;

/**
 * How fast one, two and three processes on one PostgreSQL take in news and plan what is told to whom, which processors that took, and what it costs that a delivery is begun by one alone. Prints tables.
 */
public final class ClusterSpeed implements AutoCloseable {
    private static final int MOST_PROCESSES = 3;
    private static final int FEEDS = 8;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final int articles;
    private final int subscribers;
    private final int stories;
    private final Random random = new Random(1);
    private final Path folder = Files.createTempDirectory("lede-cluster-speed");
    private final PostgresServer postgres = new PostgresServer(folder);
    private final DiscordServer discord = DiscordServer.start();
    private final TelegramServer telegram = TelegramServer.start();
    private final ManyFeeds feeds;
    private final LocalFeed feed = new LocalFeed();
    private final Store store;
    private final Connection connection;
    private final List<LocalBot> bots = new ArrayList<>();

    private ClusterSpeed(int articles, int subscribers, int stories)
            throws IOException, InterruptedException, SQLException {
        this.articles = articles;
        this.subscribers = subscribers;
        this.stories = stories;
        this.feeds = new ManyFeeds(FEEDS, articles / FEEDS);
        this.store = PostgresStore.open(postgres.url(), "", "", Store.Mode.BESIDE);
        this.connection = DriverManager.getConnection(postgres.url());
        telegram.remember(1);
    }

    /** Arguments: articles to take in, subscribers, stories that are told to all of them, the command that runs the bot. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        System.out.println(
                "| processes | articles taken in | a second | processors: bots | PostgreSQL | planned | a second"
                        + " | processors: bots | PostgreSQL |\n|---|---|---|---|---|---|---|---|---|");
        for (int processes = 1; processes <= MOST_PROCESSES; processes++) {
            try (ClusterSpeed speed =
                    new ClusterSpeed(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
                speed.run(processes, List.of(args).subList(3, args.length));
                if (processes == MOST_PROCESSES) {
                    speed.stop();
                    new Claims(speed.postgres.url(), speed.connection).tell();
                }
            }
        }
        System.exit(0);
    }

    /** What passed between two looks: how much a second, and how many processors the bots and the server kept busy. */
    private record Pace(double aSecond, double bots, double server) {}

    private record Look(long at, long count, Duration bots, Duration server) {
        Pace since(Look before) {
            double seconds = (at - before.at) / 1e9;
            return new Pace(
                    (count - before.count) / seconds,
                    bots.minus(before.bots).toMillis() / 1e3 / seconds,
                    server.minus(before.server).toMillis() / 1e3 / seconds);
        }
    }

    private void run(int processes, List<String> command) throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < articles; i++) {
            feeds.publish(i % FEEDS, InventedStory.of(i, random), Instant.now().minusSeconds(i));
        }
        for (int i = 0; i < FEEDS; i++) {
            Source source = store.sources().addIfAbsent(SourceKind.FEED, feeds.address(i), "Paper " + i);
            store.sources().addToPack(Communities.DEFAULT_PACK, source.id());
        }
        for (int i = 0; i < processes; i++) {
            Path own = Files.createDirectories(folder.resolve("process-" + i));
            bots.add(new LocalBot(
                    command,
                    own,
                    discord,
                    telegram,
                    List.of(
                            "store.url=" + postgres.url(),
                            "fetch.allow-addresses=" + feed.allowed() + "," + feeds.allowed(),
                            "source.min-interval=1s",
                            "web.port=-1")));
        }
        Pace intake = pace("SELECT COUNT(*) FROM story_member", articles);
        subscribe();
        feed.publish(InventedStory.of(articles, random));
        Subscribers.read(store, feed);
        await(() -> feed.polled(articles).isPresent());
        Thread.sleep(LOOK.multipliedBy(100));
        for (int i = 1; i <= stories; i++) {
            feed.publish(InventedStory.of(articles + i, random));
        }
        long all = (long) stories * subscribers;
        Pace planning = pace("SELECT COALESCE(MAX(id), 0) FROM delivery", all);
        System.out.printf(
                "| %d | %d | %.0f | %.2f | %.2f | %d | %.0f | %.2f | %.2f |%n",
                processes,
                articles,
                intake.aSecond(),
                intake.bots(),
                intake.server(),
                all,
                planning.aSecond(),
                planning.bots(),
                planning.server());
    }

    /** From the first row that {@code counting} finds until it finds {@code all}. */
    private Pace pace(String counting, long all) throws InterruptedException, IOException, SQLException {
        Look first = look(counting);
        Look last = first;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (last.count < all) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(last.count + " of " + all + " after " + LONGEST + "; see " + folder);
            }
            Thread.sleep(LOOK);
            last = look(counting);
            if (first.count == 0) {
                first = last;
            }
        }
        return last.since(first);
    }

    private Look look(String counting) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(counting)) {
            row.next();
            return new Look(
                    System.nanoTime(),
                    row.getLong(1),
                    bots.stream().map(bot -> ProcessorTime.of(bot.pid())).reduce(Duration.ZERO, Duration::plus),
                    ProcessorTime.ofPostgres(folder.resolve("postgres")));
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + LONGEST);
            }
            Thread.sleep(LOOK);
        }
    }

    /** People alone with the bot who want to be told everything, and chose no budget. */
    private void subscribe() throws SQLException {
        long first = telegram.person("Reader", "en").id();
        for (int i = 1; i < subscribers; i++) {
            telegram.person("Reader", "en");
        }
        String ids = " FROM generate_series(" + first + ", " + (first + subscribers - 1) + ") AS person";
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "INSERT INTO workspace (platform, key, title, language, zone) SELECT 'telegram', CAST(person AS TEXT),"
                            + " 'Reader', 'en', 'Z'" + ids,
                    "INSERT INTO workspace_pack (workspace_id, pack) SELECT id, '" + Communities.DEFAULT_PACK
                            + "' FROM workspace",
                    "INSERT INTO conversation (workspace_id, platform, chat, thread)"
                            + " SELECT id, 'telegram', key, '' FROM workspace",
                    "INSERT INTO wish (kind, subject, filter, languages, least) VALUES ('EVERYTHING', '', '', '', 1)",
                    "INSERT INTO subscription (wish_id, conversation_id, workspace_id, instant, schedule, zone, created,"
                            + " platform, person) SELECT w.id, c.id, c.workspace_id, 1, '', '', "
                            + Instant.now().toEpochMilli()
                            + ", 'telegram', c.chat FROM wish AS w CROSS JOIN conversation AS c",
                    "ANALYZE")) {
                statement.executeUpdate(sql);
            }
        }
    }

    private void stop() throws InterruptedException {
        for (LocalBot bot : bots) {
            bot.close();
        }
        bots.clear();
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IOException("closing the connection that counted", e);
        }
        store.close();
        feed.close();
        feeds.close();
        discord.close();
        telegram.close();
        postgres.close();
    }
}

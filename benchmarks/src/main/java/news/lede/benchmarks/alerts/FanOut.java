package news.lede.benchmarks.alerts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import news.lede.alert.Planner;
import news.lede.alert.TopicFits;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.NewArticle;
import news.lede.community.Communities;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.lucene.LuceneSavedSearches;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.Publishers;
import news.lede.story.Story;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.text.Language;

/**
 * What one announcement costs: matching it from stores of few and of many subscriptions, and planning it for all who wish for it while something else is written all the time. Prints a table.
 */
public final class FanOut {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TOPICS = 2_000;
    private static final int PER_CHAT = 10;
    private static final int MATCHED = 200;
    private static final int WARM_UP = 150;
    private static final Instant CREATED = Instant.parse("2026-05-04T08:00:00Z");

    private FanOut() {}

    /** Arguments: a folder that may be there, then numbers of subscriptions, ten to a chat. A tenth of them wish for the topic that is told to all. */
    public static void main(String[] args) throws Exception {
        System.out.printf(
                "%14s %12s %12s %12s %12s %14s %14s %14s%n",
                "subscriptions",
                "match, ms",
                "CPU, ms",
                "planned",
                "planning, s",
                "writes",
                "write p99, ms",
                "longest, ms");
        for (int i = 1; i < args.length; i++) {
            measure(Path.of(args[0]).resolve("fan-out-" + args[i]), Integer.parseInt(args[i]));
        }
    }

    private static void measure(Path data, int subscriptions) throws Exception {
        if (!Files.exists(data)) {
            SqliteStore.open(data, SqliteStore.Mode.ALONE).close();
            fill(url(data), subscriptions);
        }
        try (Store store = SqliteStore.open(data, SqliteStore.Mode.ALONE)) {
            SourceId source = store.sources()
                    .addIfAbsent(SourceKind.FEED, "https://courier.example/feed", "Courier")
                    .id();
            store.sources().addToPack(Communities.DEFAULT_PACK, source);
            int[] topic = {0};
            Planner planner = planner(store, topic);
            double[] matching = new double[MATCHED];
            double[] processor = new double[MATCHED];
            for (int i = -WARM_UP; i < MATCHED; i++) {
                topic[0] = 1 + WARM_UP + i;
                announce(store, source, i);
                long start = System.nanoTime();
                long cpu = THREADS.getCurrentThreadCpuTime();
                planner.step();
                if (i >= 0) {
                    processor[i] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
                    matching[i] = (System.nanoTime() - start) / 1e6;
                }
                planner.run();
            }
            topic[0] = 0;
            Story story = announce(store, source, MATCHED);
            Writer writer = new Writer(store);
            Thread beside = Thread.ofPlatform().start(writer);
            long start = System.nanoTime();
            planner.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            writer.stop.set(true);
            beside.join();
            Arrays.sort(matching);
            Arrays.sort(processor);
            System.out.printf(
                    "%14d %12.2f %12.2f %12d %12.2f %14d %14.1f %14.1f%n",
                    subscriptions,
                    matching[MATCHED / 2],
                    processor[MATCHED / 2],
                    planned(data, story),
                    seconds,
                    writer.count(),
                    writer.percentile(99),
                    writer.percentile(100));
        }
    }

    /** Plans what a store announces, each of whose articles fits the topic of the number that stands in {@code topic} then. */
    public static Planner planner(Store store, int[] topic) {
        TopicFits fits = new TopicFits() {
            @Override
            public Map<String, Double> shared(ArticleId article) {
                return Map.of("topic-" + topic[0], 1.0);
            }

            @Override
            public OptionalDouble own(ArticleId article, WorkspaceId workspace, String name) {
                return OptionalDouble.empty();
            }
        };
        return new Planner(
                new Planner.Books(
                        store.transactor(),
                        store.subscriptions(),
                        store.matches(),
                        store.outbox(),
                        store.deliveries(),
                        store.suspensions(),
                        store.credits()),
                new Planner.News(
                        store.communities(),
                        store.stories(),
                        store.articles(),
                        new StoryViews(store.stories(), store.articles()),
                        new StoryRanking(() -> Publishers.UNRELATED)),
                fits,
                new LuceneSavedSearches(),
                InstantSource.system());
    }

    /** Stores and announces a story of one article. */
    public static Story announce(Store store, SourceId source, int number) {
        String title = "Ferry " + number + " aground off the northern pier of Arlen at " + System.nanoTime();
        return store.transactor().inTransaction(() -> {
            Instant now = Instant.now();
            Article article = store.articles()
                    .add(
                            new NewArticle(
                                    title,
                                    Optional.of("Harbour Courier"),
                                    Optional.of(URI.create("https://courier.example/" + System.nanoTime())),
                                    List.of(title + ". The harbour office said nobody was hurt."),
                                    now,
                                    false,
                                    Language.ENGLISH,
                                    OptionalInt.empty()),
                            List.of(new ArticleKey("key:" + title)),
                            source,
                            Optional.empty(),
                            now);
            Story story = store.stories().open(article.id(), Language.ENGLISH, now);
            store.announcements().announce(story.id(), 1, now);
            return story;
        });
    }

    /** Writes something small again and again, as intake and readers do meanwhile. */
    private static final class Writer implements Runnable {
        private static final int MOST = 1_000_000;

        private final Store store;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicLong count = new AtomicLong();
        private final float[] waits = new float[MOST];

        Writer(Store store) {
            this.store = store;
        }

        @Override
        public void run() {
            ConversationId conversation = new ConversationId(1);
            PersonKey person = new PersonKey("telegram", "1");
            while (!stop.get() && count.get() < MOST) {
                long start = System.nanoTime();
                store.looks().looked(conversation, person, Instant.now());
                waits[(int) count.getAndIncrement()] = (System.nanoTime() - start) / 1e6f;
            }
        }

        long count() {
            return count.get();
        }

        double percentile(int percent) {
            float[] sorted = Arrays.copyOf(waits, (int) count.get());
            Arrays.sort(sorted);
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }
    }

    private static long planned(Path data, Story story) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(data));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM delivery WHERE story_id = " + story.id())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String url(Path data) {
        return "jdbc:sqlite:" + data.resolve("lede.db");
    }

    /** Chats with ten wishes each: one for what is told to all, the topic of number 0, the others for topics in turn. Into a store without any, of either dialect. */
    public static void fill(String url, int subscriptions) throws SQLException {
        int chats = Math.max(1, subscriptions / PER_CHAT);
        String counted = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";
        long created = CREATED.minus(Duration.ofDays(9)).toEpochMilli();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : List.of(
                    counted.formatted(chats)
                            + "INSERT INTO workspace (platform, key, title, language, zone)"
                            + " SELECT 'telegram', 'c' || i, 'Chat', 'en', 'UTC' FROM n",
                    "INSERT INTO workspace_pack (workspace_id, pack) SELECT id, 'default' FROM workspace",
                    "INSERT INTO conversation (workspace_id, platform, chat, thread)"
                            + " SELECT id, 'telegram', key, '' FROM workspace",
                    counted.formatted(TOPICS)
                            + "INSERT INTO wish (kind, subject, filter, languages, least)"
                            + " SELECT 'TOPIC', 'topic-' || (i - 1), '', '', 1 FROM n",
                    counted.formatted(PER_CHAT)
                            + "INSERT INTO subscription (wish_id, conversation_id, workspace_id, instant, schedule, zone,"
                            + " created, platform, person)"
                            + " SELECT CASE WHEN i = 1 THEN 1 ELSE 2 + ((c.id * 9 + i) % " + (TOPICS - 1) + ") END,"
                            + " c.id, c.workspace_id, 1, '', 'UTC', " + created
                            + ", 'telegram', '1' FROM n CROSS JOIN conversation AS c")) {
                statement.executeUpdate(sql);
            }
            connection.commit();
        }
    }
}

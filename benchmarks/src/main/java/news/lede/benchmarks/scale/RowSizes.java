package news.lede.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.Planner;
import news.lede.alert.Receipt;
import news.lede.benchmarks.alerts.FanOut;
import news.lede.benchmarks.kills.PostgresServer;
import news.lede.benchmarks.stories.StoreFilling;
import news.lede.community.Communities;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.onnx.MiniLmEmbedder;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.PostgresStore;
import news.lede.store.SqliteStore;
import news.lede.store.Store;

/**
 * Fills a store of either dialect through its own ports with invented news, chats and messages, and prints what a row of each table takes with its indexes, and for how long each kind of change holds the one place where a
 * transaction may write. What {@code plan.txt} calls measured comes from here.
 */
public final class RowSizes {
    private static final String PLATFORM = "telegram";
    /** Of articles that wait in the inbox so many share a transaction. */
    private static final int TOGETHER = 16;

    private static final int TIMED_ARTICLES = 2_000;
    private static final int STORIES_TOLD = 4;
    /** Attempts that end at one moment are written at once. */
    private static final int SENT_TOGETHER = 8;

    private static final int SMALL_WRITES = 2_000;
    private static final int AT_ONCE = 512;
    private static final int WISHES_A_CHAT = 10;

    private RowSizes() {}

    /** Arguments: a folder that is not there yet, how many articles, how many chats. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int articles = Integer.parseInt(args[1]);
        int chats = Integer.parseInt(args[2]);
        Path file = folder.resolve("sqlite");
        try (Store store = SqliteStore.open(file, Store.Mode.ALONE)) {
            report("SQLite", store, "jdbc:sqlite:" + file.resolve("lede.db"), articles, chats);
        }
        try (PostgresServer server = new PostgresServer(folder);
                Store store = PostgresStore.open(server.url(), "", "", Store.Mode.SERVING)) {
            report("PostgreSQL", store, server.url(), articles, chats);
        }
    }

    private static void report(String engine, Store store, String url, int articles, int chats)
            throws IOException, SQLException {
        List<String> times = new ArrayList<>();
        Instant now = Instant.now();
        try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            StoreFilling.fill(store, embedder.model(), 7, articles, now.minus(Duration.ofDays(1)), AT_ONCE);
            times.add(timed(
                    "an article of " + TOGETHER + " in a transaction",
                    TIMED_ARTICLES,
                    () -> StoreFilling.fill(store, embedder.model(), 8, TIMED_ARTICLES, now, TOGETHER)));
        }
        FanOut.fill(url, chats * WISHES_A_CHAT);
        tell(store, chats, times);
        times.add(timed("a write of one statement", SMALL_WRITES, () -> {
            for (int i = 0; i < SMALL_WRITES; i++) {
                store.looks().looked(new ConversationId(1), new PersonKey(PLATFORM, "1"), now.plusMillis(i));
            }
        }));
        System.out.println(engine);
        System.out.printf("    %-24s %10s %14s %14s %14s%n", "", "rows", "bytes a row", "in its table", "in indexes");
        for (TableSize table : TableSize.all(url)) {
            System.out.printf(
                    "    %-24s %10d %14.0f %14.0f %14.0f%n",
                    table.name(),
                    table.rows(),
                    (table.tableBytes() + table.indexBytes()) / (double) table.rows(),
                    table.tableBytes() / (double) table.rows(),
                    table.indexBytes() / (double) table.rows());
        }
        System.out.printf("    %-24s %10s %14.0f%n", "text of an article", "", TableSize.bodyBytes(url));
        times.forEach(line -> System.out.println("    " + line));
        System.out.println();
    }

    /** Tells some stories to every chat, as the planner plans and a sender records. */
    private static void tell(Store store, int chats, List<String> times) {
        SourceId source = store.sources()
                .addIfAbsent(SourceKind.FEED, "https://courier.example/feed", "Courier")
                .id();
        store.sources().addToPack(Communities.DEFAULT_PACK, source);
        Planner planner = FanOut.planner(store, new int[1]);
        times.add(timed("a message that is planned", STORIES_TOLD * chats, () -> {
            for (int i = 0; i < STORIES_TOLD; i++) {
                FanOut.announce(store, source, i);
                planner.run();
            }
        }));
        times.add(timed(
                "a message that is begun and sent, " + SENT_TOGETHER + " at a time",
                STORIES_TOLD * chats,
                () -> sendAll(store)));
    }

    private static void sendAll(Store store) {
        Deliveries deliveries = store.deliveries();
        List<Delivery> due = deliveries.due(PLATFORM, Instant.now(), List.of(), AT_ONCE);
        while (!due.isEmpty()) {
            for (int from = 0; from < due.size(); from += SENT_TOGETHER) {
                List<Delivery> portion = due.subList(from, Math.min(due.size(), from + SENT_TOGETHER));
                Instant now = Instant.now();
                store.transactor().inTransaction(() -> {
                    portion.forEach(one -> deliveries.begin(one.id(), now));
                    return portion.size();
                });
                store.transactor().inTransaction(() -> {
                    portion.forEach(one -> sent(deliveries, one, now));
                    return portion.size();
                });
            }
            due = deliveries.due(PLATFORM, Instant.now(), List.of(), AT_ONCE);
        }
    }

    private static void sent(Deliveries deliveries, Delivery delivery, Instant now) {
        List<Deliveries.Shown> shown = delivery.story().stream()
                .map(story -> new Deliveries.Shown(story, delivery.revision()))
                .toList();
        deliveries.sent(
                delivery.id(), new Receipt(Long.toString(100_000 + delivery.id().value())), shown, now);
    }

    private static String timed(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return "%-60s %8.3f ms".formatted(what, (System.nanoTime() - start) / 1e6 / count);
    }
}

package news.lede.telegram;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import news.lede.alert.Limits;
import news.lede.alert.SeenDoors;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.community.InMemoryReceivedUpdates;
import news.lede.telegram.server.TelegramServer;

/** The real library between a local server and a fake desk, with short pauses. */
final class Bench implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);
    /** How soon a press is acknowledged. */
    static final Duration IN_TIME = Duration.ofSeconds(1);

    static final Pace QUICK = new Pace(
            Duration.ofMillis(10),
            Duration.ofMillis(80),
            Duration.ofSeconds(20),
            Limits.of(new Limits.Rate(10_000, Duration.ofSeconds(1))));

    final TelegramServer server;
    final FakeDesk desk = new FakeDesk();
    final FakeAskers askers = new FakeAskers();
    final SeenDoors doors = new SeenDoors();
    /** Of an adapter that remembers nothing but itself. */
    static Memory memory() {
        return new Memory(new InMemoryReceivedUpdates(), new InMemoryPlatformFacts());
    }

    final InMemoryReceivedUpdates received = new InMemoryReceivedUpdates();
    final Memory memory = new Memory(received, new InMemoryPlatformFacts());
    final TelegramAdapter adapter;

    private Bench(TelegramServer server, String token, Pace pace) {
        this.server = server;
        this.adapter =
                new TelegramAdapter(token, server.baseUrl(), desk, askers, doors, memory, InstantSource.system(), pace);
    }

    /** Everything started, nothing happened. */
    static Bench ready() throws IOException, InterruptedException {
        return started(notStarted(TelegramServer.TOKEN));
    }

    /** One whose buttons wait for what becomes of a press, however long a busy machine takes for it. */
    static Bench patient() throws IOException, InterruptedException {
        return started(new Bench(
                TelegramServer.start(),
                TelegramServer.TOKEN,
                new Pace(QUICK.firstPause(), QUICK.longestPause(), QUICK.patience(), QUICK.limits(), SOON)));
    }

    private static Bench started(Bench bench) throws InterruptedException {
        bench.adapter.start();
        Status status = bench.adapter.awaitReady(SOON);
        if (!status.isReady()) {
            throw new IllegalStateException("not ready: " + status);
        }
        return bench;
    }

    static Bench notStarted(String token) throws IOException {
        return new Bench(TelegramServer.start(), token, QUICK);
    }

    /** A second adapter on the same server, as after a restart. */
    TelegramAdapter another() {
        return new TelegramAdapter(
                TelegramServer.TOKEN, server.baseUrl(), desk, askers, doors, memory, InstantSource.system(), QUICK);
    }

    @Override
    public void close() {
        adapter.close();
        server.close();
    }
}

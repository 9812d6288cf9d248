package news.lede.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import news.lede.alert.Limits;
import news.lede.alert.SeenDoors;
import news.lede.answer.Answer;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.telegram.server.TelegramServer;

/** A process that answers what it is asked until it is killed: the real adapter over a real store. Arguments: the service's address, the folder of the store. */
public final class KilledBot {
    /** As fast as paid sending goes; whoever is slower keeps answers in the lane, not here. */
    static final Pace FAST = new Pace(
            Duration.ofMillis(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Limits.of(new Limits.Rate(1_000, Duration.ofSeconds(1))));

    private KilledBot() {}

    public static void main(String[] arguments) throws InterruptedException {
        Store store = SqliteStore.open(Path.of(arguments[1]), Store.Mode.BESIDE);
        FakeDesk desk = new FakeDesk();
        desk.answerWith((_, typed) -> new Answer.Notice("Answer", typed, List.of()));
        TelegramAdapter adapter = new TelegramAdapter(
                TelegramServer.TOKEN,
                arguments[0],
                desk,
                new FakeAskers(),
                new SeenDoors(),
                new Memory(store.receivedUpdates(), store.platformFacts()),
                InstantSource.system(),
                FAST);
        adapter.start();
        Thread.currentThread().join();
    }
}

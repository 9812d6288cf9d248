package news.lede.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import news.lede.alert.Composer;
import news.lede.alert.Messenger;
import news.lede.alert.Sender;
import news.lede.alert.SubscriberMender;
import news.lede.app.metrics.MeteredMessenger;
import news.lede.app.watch.Loop;
import news.lede.app.watch.Watched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is planned, on each platform that is on by a thread of its own. Stopped, it begins nothing more and waits until what was begun is written down. */
final class Senders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    /** Longer than a platform may take to answer. */
    private static final Duration TO_FINISH = Duration.ofSeconds(25);
    /** A look takes milliseconds, and waits half a second. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(2);

    private final List<Sender> senders = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final ExecutorService attempts = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("attempt-", 0).factory());

    Senders(Lede lede, List<Platforms.Outlet> outlets) {
        Composer composer = lede.telling().composer();
        for (Platforms.Outlet outlet : outlets) {
            Messenger messenger = new MeteredMessenger(outlet.messenger(), lede.meters(), System::nanoTime);
            Sender sender = new Sender(
                    new Sender.Ports(
                            lede.store().transactor(),
                            lede.store().deliveries(),
                            lede.store().edits(),
                            lede.store().retractions(),
                            lede.store().suspensions(),
                            lede.store().communities()),
                    messenger,
                    composer,
                    new SubscriberMender(
                            lede.store().communities(),
                            lede.store().subscriptions(),
                            messenger,
                            outlet.pacing(),
                            lede.clock()),
                    outlet.pacing(),
                    new Sender.Time(lede.clock(), System::nanoTime),
                    attempts);
            senders.add(sender);
            loops.add(new Loop("send-" + outlet.messenger().platform(), () -> {
                sender.turn();
                return Duration.ZERO;
            }));
        }
    }

    void start() {
        loops.forEach(Loop::start);
    }

    /** Something was planned. */
    void wake() {
        senders.forEach(Sender::wake);
    }

    Optional<String> trouble() {
        return loops.stream().flatMap(loop -> loop.trouble().stream()).findFirst();
    }

    List<Watched> watched() {
        return loops.stream().map(loop -> Watched.of(loop, LONGEST_LOOK)).toList();
    }

    @Override
    public void close() {
        senders.forEach(Sender::stop);
        attempts.shutdown();
        try {
            if (!attempts.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped with messages whose answers did not come; they are looked for at the next start");
                attempts.shutdownNow();
            }
            loops.forEach(Loop::close);
        } catch (InterruptedException e) {
            attempts.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package news.lede.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.lede.community.ReceivedUpdates;
import news.lede.community.ReceivedUpdates.Received;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Keeps updates that are brought to a process that does not answer on Telegram at present: another one does, on the same store, and takes them from there. Thread-safe; used once.
 */
public final class Anteroom implements AutoCloseable {
    private static final String PLATFORM = "telegram";
    /** The service waits for a minute until it brings an update again. */
    private static final Duration TO_KEEP = Duration.ofSeconds(25);

    private final Webhook webhook;
    private final ReceivedUpdates kept;
    private final InstantSource clock;
    private final Thread keeping;

    public Anteroom(String token, ReceivedUpdates kept, InstantSource clock) {
        this.webhook = new Webhook(new Token(token.strip()), TO_KEEP, clock::instant);
        this.kept = kept;
        this.clock = clock;
        this.keeping = Thread.ofVirtual().name("telegram-anteroom").unstarted(() -> webhook.run(this::keep));
    }

    /** Keeps what is brought from now on. */
    public void start() {
        keeping.start();
    }

    /** Where it is brought. */
    public Webhook webhook() {
        return webhook;
    }

    /** What the store does not take is brought again. */
    private void keep(List<Update> updates) {
        Instant now = clock.instant();
        kept.keep(
                PLATFORM,
                updates.stream()
                        .map(update -> (TakenUpdate) update)
                        .map(update -> new Received(update.getUpdateId(), update.body(), now))
                        .toList(),
                now);
    }

    /** Takes nothing more. */
    @Override
    public void close() {
        keeping.interrupt();
        try {
            keeping.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

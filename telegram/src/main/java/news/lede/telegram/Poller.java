package news.lede.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Runs the library's long polling on a thread of ours, and ends it for certain. */
final class Poller {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final int LONG_POLL_SECONDS = 50;
    private static final int MOST_UPDATES = 100;

    private final Token token;
    private final TelegramUrl address;
    private final Health health;
    private final Pace pace;
    private final PatientPolling patience;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("telegram-poll").factory());
    private final TelegramBotsLongPollingApplication polling;
    private volatile long takenBefore;

    Poller(Token token, TelegramUrl address, OkHttpClient base, Health health, Pace pace) {
        this.token = token;
        this.address = address;
        this.health = health;
        this.pace = pace;
        // Its own dispatcher, so that ending polls ends nothing else.
        OkHttpClient network = base.newBuilder()
                .dispatcher(new Dispatcher())
                .readTimeout(LONG_POLL_SECONDS + 15, TimeUnit.SECONDS)
                .build();
        this.patience = new PatientPolling(network, health, token, pace);
        this.http = base.newBuilder()
                .dispatcher(new Dispatcher())
                .addInterceptor(patience)
                .build();
        this.polling =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> thread, this::backOff);
    }

    /** Begins after the updates of an earlier life; returns when no webhook stands in the way, which takes as long as the service is away. */
    void start(LongPollingUpdateConsumer consumer, long lastTaken) throws TelegramApiException {
        takenBefore = lastTaken;
        polling.registerBot(token.value(), () -> address, this::question, consumer);
    }

    /** Ends polling; when this returns no update comes any more. */
    void stop() throws InterruptedException {
        try {
            polling.close();
        } catch (Exception e) {
            LOG.warn("telegram polling did not close cleanly fault=\"{}\"", token.hiddenIn(String.valueOf(e)));
        }
        patience.stop();
        thread.shutdown();
        if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
            thread.shutdownNow();
            thread.awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    /** While it is uncertain whether polls work, they return at once, so that recovery shows. */
    private GetUpdates question(Integer lastReceived) {
        GetUpdates question = new LenientGetUpdates();
        question.setOffset(Math.toIntExact(Math.max(lastReceived, takenBefore) + 1));
        question.setLimit(MOST_UPDATES);
        question.setTimeout(health.status().isReady() ? LONG_POLL_SECONDS : 0);
        question.setAllowedUpdates(List.copyOf(UpdateReader.KINDS));
        return question;
    }

    /** For answers that came and could not be read; everything else is waited for by {@link PatientPolling}. */
    private BackOff backOff() {
        return new BackOff() {
            private int failures;

            @Override
            public void reset() {
                failures = 0;
            }

            @Override
            public long nextBackOffMillis() {
                failures++;
                return pace.pauseAfter(failures).toMillis();
            }
        };
    }
}

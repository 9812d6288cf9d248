package news.lede.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import news.lede.community.ReceivedUpdates;
import news.lede.community.ReceivedUpdates.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps updates from before the service is told that we have them until they are answered. A batch is one write; those answered meanwhile are struck out together, by
 * one write at a time: the store has one writer, and each of its writes waits for the disk. Thread-safe.
 */
final class UpdateBook {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateBook.class);
    private static final String PLATFORM = "telegram";

    private final ReceivedUpdates store;
    private final InstantSource clock;
    private final Executor work;
    private final Sleeper sleeper;
    private final Pace pace;
    private final List<Long> answered = new ArrayList<>();
    private boolean striking;

    UpdateBook(ReceivedUpdates store, InstantSource clock, Executor work, Sleeper sleeper, Pace pace) {
        this.store = store;
        this.clock = clock;
        this.work = work;
        this.sleeper = sleeper;
        this.pace = pace;
    }

    /** What an earlier life left unanswered, and the highest number it had seen. */
    record Left(List<Received> unanswered, OptionalLong latest) {}

    /** Reads what an earlier life left, at most a day old. */
    Left left() {
        store.keep(PLATFORM, List.of(), clock.instant());
        return new Left(store.waiting(PLATFORM), store.latest(PLATFORM));
    }

    /** All that is kept and not struck out yet, by whichever process it was kept, without {@code known}. */
    List<Received> waiting(Set<Long> known) {
        return store.waiting(PLATFORM, known);
    }

    /**
     * Keeps these, trying again as long as the store refuses: what is not kept must not be confirmed.
     *
     * @throws InterruptedException if we are stopped first; then the service has them still
     */
    void keep(List<TakenUpdate> updates) throws InterruptedException {
        if (updates.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Received> received = updates.stream()
                .map(u -> new Received(u.getUpdateId(), u.body(), now))
                .toList();
        for (int failures = 1; ; failures++) {
            Optional<RuntimeException> refused = tryToKeep(received, now);
            if (refused.isEmpty()) {
                return;
            }
            if (failures == 1) {
                LOG.error(
                        "telegram updates not kept, nothing is taken until they are count={}",
                        received.size(),
                        refused.get());
            }
            sleeper.sleep(pace.pauseAfter(failures));
        }
    }

    private Optional<RuntimeException> tryToKeep(List<Received> received, Instant now) {
        try {
            store.keep(PLATFORM, received, now);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** This one needs nothing more; struck out in a moment. */
    void answered(long number) {
        synchronized (this) {
            answered.add(number);
            if (striking) {
                return;
            }
            striking = true;
        }
        work.execute(this::strikeOut);
    }

    /** Waits until all that was answered is struck out; false when time was up first. */
    synchronized boolean awaitStruckOut(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (striking && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return !striking;
    }

    private void strikeOut() {
        for (List<Long> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                store.answered(PLATFORM, batch);
            } catch (RuntimeException | VirtualMachineError e) {
                putOff(batch);
                LOG.error("telegram updates not struck out, tried again with the next count={}", batch.size(), e);
                return;
            }
        }
    }

    /** At worst these are answered once more after the next start. */
    private synchronized void putOff(List<Long> batch) {
        answered.addAll(batch);
        striking = false;
        notifyAll();
    }

    private synchronized List<Long> next() {
        List<Long> batch = List.copyOf(answered);
        answered.clear();
        if (batch.isEmpty()) {
            striking = false;
            notifyAll();
        }
        return batch;
    }
}

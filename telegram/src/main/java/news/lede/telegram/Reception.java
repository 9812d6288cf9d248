package news.lede.telegram;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import news.lede.community.ReceivedUpdates.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates, polled for or brought: keeps those that ask something of us, then hands them to their conversations. The next poll confirms them, or the answer to who brought them, so either waits
 * until they are kept. Nothing that goes wrong with one update reaches another update, or how they come.
 */
final class Reception implements LongPollingUpdateConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Errands errands;
    private final UpdateBook book;
    private final Lateness lateness;
    private final ConversationQueue queue;
    private final ExecutorService threads;
    private final InstantSource clock;
    private final Supplier<Instant> serviceTime;
    private final Pace pace;
    private final SeenUpdates seen = new SeenUpdates();
    /** What was kept, or is being kept, and is not answered yet. */
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    private final AtomicLong lastTaken = new AtomicLong();

    /** @param serviceTime the time by the service's clock, which dates messages; ours may be wrong */
    Reception(
            Errands errands,
            UpdateBook book,
            Lateness lateness,
            ConversationQueue queue,
            ExecutorService threads,
            InstantSource clock,
            Supplier<Instant> serviceTime,
            Pace pace) {
        this.errands = errands;
        this.book = book;
        this.lateness = lateness;
        this.queue = queue;
        this.threads = threads;
        this.clock = clock;
        this.serviceTime = serviceTime;
        this.pace = pace;
    }

    private record Job(Update update, Errand errand) {}

    /** The highest id of an update taken, in an earlier life too; 0 when none was. */
    long lastTaken() {
        return lastTaken.get();
    }

    /** Begins what an earlier life took and did not finish; before the first poll. What it had seen does not come again. */
    void resume() {
        UpdateBook.Left left = book.left();
        left.latest().ifPresent(lastTaken::set);
        int begun = 0;
        for (Received received : left.unanswered()) {
            seen.isNew(Math.toIntExact(received.number()));
            Optional<Errand> errand = errandOf(received, true);
            if (errand.isPresent()) {
                begin(received.number(), errand.get());
                begun++;
            } else {
                book.answered(received.number());
            }
        }
        if (!left.unanswered().isEmpty()) {
            LOG.info(
                    "telegram updates of an earlier run begun={} of={}",
                    begun,
                    left.unanswered().size());
        }
    }

    /** Begins what other processes were brought and have kept for us. */
    void takeKept() {
        for (Received received : book.waiting(underWay)) {
            long number = received.number();
            if (underWay.contains(number)) {
                continue;
            }
            // One that we know was answered, and then brought again to a process that could not know.
            Optional<Errand> errand =
                    seen.isNew(Math.toIntExact(number)) ? errandOf(received, false) : Optional.empty();
            errand.ifPresent(fresh -> begin(number, fresh));
            if (errand.isEmpty() || !errand.get().lasting()) {
                book.answered(number);
            }
        }
    }

    /** @param again an earlier life of ours took it and did not finish */
    private Optional<Errand> errandOf(Received received, boolean again) {
        try {
            Optional<TakenUpdate> update = LenientGetUpdates.read(received.body());
            // It may have been old already when it was taken.
            boolean late = lateness.isLate(received.at(), clock.instant())
                    || update.flatMap(UpdateReader::date)
                            .filter(at -> lateness.isLate(at, received.at()))
                            .isPresent();
            Instant tooLate = (late ? clock.instant() : received.at()).plus(pace.patience());
            return update.flatMap(u -> errands.of(u, new Errands.Arrival(late, again, tooLate)));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("telegram update failed update={}", received.number(), e);
            return Optional.empty();
        }
    }

    @Override
    public void consume(List<Update> updates) {
        // What leaves this method ends the library's polling without a word; what comes back from it is confirmed.
        if (!isTaken(updates)) {
            updates.forEach(update -> isTaken(List.of(update)));
        }
    }

    private boolean isTaken(List<Update> updates) {
        try {
            take(updates);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (Throwable e) {
            LOG.error("telegram updates failed count={}", updates.size(), e);
            return false;
        }
    }

    /** Returns when they are kept, which takes as long as the store refuses; thrown: stopped before. Whatever is thrown, they are as new when they come again. */
    void take(List<Update> updates) throws InterruptedException {
        Instant tooLate = clock.instant().plus(pace.patience());
        List<Update> fresh = new ArrayList<>(updates.size());
        List<Job> jobs = new ArrayList<>();
        boolean kept = false;
        try {
            updates.stream().filter(u -> seen.isNew(u.getUpdateId())).forEach(fresh::add);
            fresh.forEach(u -> job(u, tooLate).ifPresent(jobs::add));
            // What is in vain a moment later must not wait for the store.
            jobs.stream()
                    .filter(job -> !job.errand().lasting())
                    .forEach(job -> begin(job.update().getUpdateId(), job.errand()));
            jobs.stream()
                    .filter(job -> job.errand().lasting())
                    .forEach(job -> underWay.add((long) job.update().getUpdateId()));
            book.keep(jobs.stream()
                    .filter(job -> job.errand().lasting() && job.update() instanceof TakenUpdate)
                    .map(job -> (TakenUpdate) job.update())
                    .toList());
            kept = true;
        } finally {
            if (!kept) {
                fresh.forEach(u -> {
                    underWay.remove((long) u.getUpdateId());
                    seen.forget(u.getUpdateId());
                });
            }
        }
        updates.forEach(u -> lastTaken.accumulateAndGet(u.getUpdateId(), Math::max));
        jobs.stream()
                .filter(job -> job.errand().lasting())
                .forEach(job -> begin(job.update().getUpdateId(), job.errand()));
    }

    private Optional<Job> job(Update update, Instant tooLate) {
        try {
            boolean late = UpdateReader.date(update)
                    .filter(at -> lateness.isLate(at, serviceTime.get()))
                    .isPresent();
            return errands.of(update, new Errands.Arrival(late, false, tooLate)).map(e -> new Job(update, e));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("telegram update failed update={}", update.getUpdateId(), e);
            return Optional.empty();
        }
    }

    private void begin(long number, Errand errand) {
        if (errand.lasting()) {
            underWay.add(number);
        }
        Runnable work = () -> run(number, errand);
        try {
            if (errand.turn().isPresent()) {
                queue.add(errand.turn().get(), work);
            } else {
                threads.execute(work);
            }
        } catch (InterruptedException e) {
            // It is kept, and done after the next start.
            Thread.currentThread().interrupt();
        }
    }

    private void run(long number, Errand errand) {
        try {
            errand.work().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException | LinkageError e) {
            // Trying again would fail again.
            LOG.error("telegram update failed update={}", number, e);
        }
        if (errand.lasting()) {
            book.answered(number);
            underWay.remove(number);
        }
    }
}

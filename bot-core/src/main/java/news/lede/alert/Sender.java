package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import news.lede.alert.Suspensions.Suspension;
import news.lede.article.Transactor;
import news.lede.community.Communities;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.lease.LeaseLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due on one platform: what was taken back, deliveries by lane, then edits. Of each conversation one thing is under way at a time, the oldest; of several conversations as many as may be, so that one that waits
 * holds back nobody. {@link #run} works until it is stopped; {@link #step} is one round of it, for whoever keeps the time.
 */
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    /** Enough for the fastest platform at half a second an answer. */
    public static final int MOST_AT_ONCE = 24;
    /** What was planned wakes us; this is for what becomes due, and for those who forget. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** What ends within this is looked after together: a look costs the store more than anybody loses by waiting. */
    private static final Duration GATHERED = Duration.ofMillis(10);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TELLING = Duration.ofMinutes(1);
    private static final int TOLD_AT_ONCE = 10;

    private final String platform;
    private final Ports ports;
    private final Mender mender;
    private final Pacing pacing;
    private final Attempts attempts;
    private final Ledger ledger;
    private final Executor executor;
    private final InstantSource clock;
    private final LongSupplier nanos;

    private final Semaphore wakeUps = new Semaphore(0);
    private final Set<ConversationId> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger editing = new AtomicInteger();
    /** Conversations whose place takes nothing before then, by {@link #nanos}. */
    private final Map<ConversationId, Long> resting = new ConcurrentHashMap<>();
    /** What happened and is not written down, by conversation; these stay busy. */
    private final Map<ConversationId, Runnable> unwritten = new ConcurrentHashMap<>();

    private final AtomicBoolean telling = new AtomicBoolean();
    private long lastTelling;
    private volatile boolean begun;
    private volatile boolean stopped;

    /** Where it is kept what is to be sent and what became of it. */
    public record Ports(
            Transactor transactor,
            Deliveries deliveries,
            Edits edits,
            Retractions retractions,
            Suspensions suspensions,
            Communities communities) {}

    /** What time it is, and a clock in nanoseconds that only ever goes on. */
    public record Time(InstantSource clock, LongSupplier nanos) {}

    /** {@code executor} runs one attempt each; it may well do so at once, on the calling thread. */
    public Sender(
            Ports ports,
            Messenger messenger,
            Composer composer,
            Mender mender,
            Pacing pacing,
            Time time,
            Executor executor) {
        this.platform = messenger.platform();
        this.ports = ports;
        this.mender = mender;
        this.pacing = pacing;
        this.executor = executor;
        this.clock = time.clock();
        this.nanos = time.nanos();
        this.ledger = new Ledger(platform, ports, pacing, time);
        this.attempts = new Attempts(messenger, composer, ledger, ports.deliveries(), pacing, time);
        this.lastTelling = nanos.getAsLong() - BETWEEN_TELLING.toNanos();
    }

    /** Takes up where an earlier process ended; before the first {@link #step}. */
    public void begin() {
        Instant now = clock.instant();
        int doubts = ports.deliveries().interrupted(platform, now);
        ports.deliveries().resting(platform, now).ifPresent(until -> pacing.restAll(Duration.between(now, until)));
        LOG.info("sending begins platform={} interrupted={}", platform, doubts);
    }

    /** Sends until {@link #stop}; what is under way then ends on its own threads. */
    public void run() throws InterruptedException {
        while (!stopped) {
            try {
                turn();
            } catch (RuntimeException e) {
                LOG.error("sending failed platform={} pause={}", platform, AFTER_FAILURE, e);
                rest(AFTER_FAILURE);
            }
        }
    }

    /** One round, the first of which begins, and a rest until something may be due: for whoever drives it with failures of their own to tell. One thread at a time. */
    public void turn() throws InterruptedException {
        if (!begun) {
            begin();
            begun = true;
        }
        rest(step());
    }

    private void rest(Duration pause) throws InterruptedException {
        if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            TimeUnit.MILLISECONDS.sleep(GATHERED.toMillis());
            wakeUps.drainPermits();
        }
    }

    /** Something may be due. Any thread. */
    public void wake() {
        wakeUps.release();
    }

    /** Nothing more is begun. Any thread. */
    public void stop() {
        stopped = true;
        wake();
    }

    /** Begins as much of what is due as may be under way at once; answers when to look again, unless something ends or {@link #wake}s before. */
    public Duration step() {
        writeAgain();
        tell();
        Duration rest = pacing.restOfAll().orElse(Duration.ZERO);
        if (rest.compareTo(LOOK) > 0) {
            return LOOK;
        }
        long now = nanos.getAsLong();
        resting.values().removeIf(until -> until - now <= 0);
        Set<ConversationId> except = new HashSet<>(busy);
        except.addAll(resting.keySet());
        int room = beginDeliveries(except, room() - beginRetractions(except, room()));
        beginEdits(except, Math.min(room, MOST_AT_ONCE / 2 - editing.get()));
        return pause();
    }

    private int room() {
        return (ledger.isSilent() ? 1 : MOST_AT_ONCE) - busy.size();
    }

    /** Before all else: what was taken back is read as long as it stands. */
    private int beginRetractions(Set<ConversationId> except, int room) {
        int begun = 0;
        for (Retraction retraction :
                room <= 0 ? List.<Retraction>of() : ports.retractions().due(platform, clock.instant(), except, room)) {
            except.add(retraction.conversation());
            if (mayBegin(retraction.conversation(), retraction.place())) {
                begun++;
                begin(retraction.conversation(), () -> attempts.attempt(retraction), () -> {});
            }
        }
        return begun;
    }

    private int beginDeliveries(Set<ConversationId> except, int room) {
        int left = room;
        while (left > 0) {
            int asked = left;
            List<Delivery> due = ports.deliveries().due(platform, clock.instant(), except, asked);
            for (Delivery delivery : due) {
                except.add(delivery.conversation());
                if (mayBegin(delivery.conversation(), delivery.place())) {
                    left--;
                    begin(delivery.conversation(), () -> attempts.attempt(delivery), () -> {});
                }
            }
            if (due.size() < asked) {
                return left;
            }
        }
        return 0;
    }

    private void beginEdits(Set<ConversationId> except, int room) {
        if (room <= 0) {
            return;
        }
        for (Edit edit : ports.edits().due(platform, clock.instant(), except, room)) {
            if (mayBegin(edit.conversation(), edit.place())) {
                editing.incrementAndGet();
                begin(edit.conversation(), () -> attempts.attempt(edit), editing::decrementAndGet);
            }
        }
    }

    /** Where a place keeps us waiting, its conversation is not looked at until it does no longer. */
    private boolean mayBegin(ConversationId conversation, Place place) {
        Optional<Duration> rest = pacing.restOf(place);
        rest.ifPresent(pause -> resting.put(conversation, nanos.getAsLong() + pause.toNanos()));
        return rest.isEmpty();
    }

    private interface Attempt {
        Optional<Runnable> run() throws InterruptedException;
    }

    private void begin(ConversationId conversation, Attempt attempt, Runnable ended) {
        busy.add(conversation);
        try {
            executor.execute(() -> {
                Optional<Runnable> writing = Optional.empty();
                try {
                    writing = attempt.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (LeaseLost e) {
                    LOG.info("left to another process platform={} conversation={}", platform, conversation);
                    resting.put(conversation, nanos.getAsLong() + AFTER_FAILURE.toNanos());
                } catch (RuntimeException e) {
                    LOG.error("attempt failed platform={} conversation={}", platform, conversation, e);
                    resting.put(conversation, nanos.getAsLong() + AFTER_FAILURE.toNanos());
                } finally {
                    ended.run();
                    writing.ifPresentOrElse(open -> unwritten.put(conversation, open), () -> busy.remove(conversation));
                    wake();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping, not begun platform={} conversation={}", platform, conversation, e);
            ended.run();
            busy.remove(conversation);
        }
    }

    /** The store did not take some results; these go before anything new. */
    private void writeAgain() {
        unwritten.forEach((conversation, writing) -> {
            try {
                writing.run();
            } catch (RuntimeException e) {
                LOG.warn("result not written yet platform={} conversation={}", platform, conversation, e);
                return;
            }
            unwritten.remove(conversation);
            busy.remove(conversation);
        });
    }

    private void tell() {
        long now = nanos.getAsLong();
        if (now - lastTelling < BETWEEN_TELLING.toNanos() || !telling.compareAndSet(false, true)) {
            return;
        }
        lastTelling = now;
        try {
            executor.execute(() -> {
                try {
                    for (Suspension suspension : ports.suspensions().untold(platform, TOLD_AT_ONCE)) {
                        if (mender.tell(suspension)) {
                            ports.suspensions().told(suspension.conversation(), clock.instant());
                        }
                    }
                } catch (RuntimeException e) {
                    LOG.error("telling of suspensions failed platform={}", platform, e);
                } finally {
                    telling.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping, nobody told platform={}", platform, e);
            telling.set(false);
        }
    }

    private Duration pause() {
        long now = nanos.getAsLong();
        long soonest =
                resting.values().stream().mapToLong(until -> until - now).min().orElse(LOOK.toNanos());
        return Duration.ofNanos(Math.clamp(soonest, 1_000_000, LOOK.toNanos()));
    }
}

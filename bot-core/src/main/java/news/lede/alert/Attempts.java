package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import news.lede.alert.Composer.Composed;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Messenger.Sighting;
import news.lede.community.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to send a delivery or to make an edit. A delivery is {@link Delivery.State#SENDING} on disk before it leaves. If an answer to it was lost, it is sent again only where that cannot double it: where
 * the platform surely remembers the nonce, or does not show the message. Platforms that can neither remember nor show get it once more for each answer that was lost. Thread-safe; blocks.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    /** What has begun waits for its turn for so long; a pause that takes longer is better spent in writing. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    private final Messenger messenger;
    private final Composer composer;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Pacing pacing;
    private final InstantSource clock;
    private final LongSupplier nanos;
    /** When composing failed first, since this process began: what was held for long is no older for that. */
    private final Map<DeliveryId, Instant> uncomposed = new ConcurrentHashMap<>();

    /** The platform does not let us look. */
    private volatile boolean blind;

    Attempts(
            Messenger messenger,
            Composer composer,
            Ledger ledger,
            Deliveries deliveries,
            Pacing pacing,
            Sender.Time time) {
        this.messenger = messenger;
        this.composer = composer;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.pacing = pacing;
        this.clock = time.clock();
        this.nanos = time.nanos();
    }

    /** Brings a delivery one step on; empty once that is written down, else how to write it down later. */
    Optional<Runnable> attempt(Delivery delivery) throws InterruptedException {
        Instant now = clock.instant();
        if (Resending.isStale(delivery, now)) {
            return written(() -> ledger.cancel(delivery, Suspensions.STALE_PROBLEM));
        }
        Composed composed;
        try {
            composed = composer.compose(delivery);
        } catch (RuntimeException e) {
            return notComposed(delivery, e);
        }
        uncomposed.remove(delivery.id());
        return switch (composed) {
            case Composed.Needless(String why) -> written(() -> ledger.cancel(delivery, why));
            case Composed.Later(Instant at, String why) -> written(() -> ledger.postpone(delivery, at, why));
            case Composed.Held(String why) -> written(() -> ledger.hold(delivery, why));
            case Composed.Message message -> deliver(delivery, message);
        };
    }

    private Optional<Runnable> notComposed(Delivery delivery, RuntimeException e) {
        LOG.error("composing failed delivery={}", delivery.id(), e);
        Instant now = clock.instant();
        Instant first = uncomposed.computeIfAbsent(delivery.id(), _ -> now);
        if (first.plus(Suspensions.STALE).isBefore(now)) {
            uncomposed.remove(delivery.id());
            return written(() -> ledger.giveUp(delivery, "could not be composed: " + e));
        }
        return written(() -> ledger.postpone(delivery, now.plus(AFTER_FAULT), "could not be composed: " + e));
    }

    private Optional<Runnable> deliver(Delivery delivery, Composed.Message message) throws InterruptedException {
        // What it would say were it sure that nothing of it came.
        Composed anew = delivery.doubts() > 0 ? composer.compose(delivery.withoutDoubts()) : message;
        boolean needless = anew instanceof Composed.Needless;
        Composed.Message words = message;
        if (delivery.doubts() > 0 && !blind && (needless || !ledger.isFresh(delivery.id()))) {
            if (!myTurn(delivery.lane(), delivery.place())) {
                return postponed(delivery);
            }
            switch (messenger.find(message.outgoing(), since(delivery))) {
                case Sighting.Found(Receipt receipt) -> {
                    return written(() -> ledger.found(delivery, receipt, message.shown()));
                }
                case Sighting.Failed(Result why) -> {
                    return written(() -> ledger.unseen(delivery, why));
                }
                case Sighting.Absent _ -> words = anew instanceof Composed.Message sure ? sure : message;
                case Sighting.Unseeable _ -> blind = true;
            }
        }
        if (needless) {
            // Another message told it meanwhile: what does not stand there, or may, is not sent once more.
            return written(() -> ledger.cancel(delivery, "told meanwhile"));
        }
        Optional<Delivery> begun = ledger.write(() -> deliveries.begin(delivery.id(), clock.instant()));
        return begun.isEmpty() ? Optional.empty() : send(begun.get(), words);
    }

    private Optional<Runnable> send(Delivery begun, Composed.Message message) throws InterruptedException {
        try {
            if (!myTurn(begun.lane(), begun.place())) {
                return postponed(begun);
            }
        } catch (InterruptedException e) {
            ledger.postpone(begun, clock.instant(), "stopped before it was sent");
            throw e;
        }
        long began = nanos.getAsLong();
        Result result = sent(message.outgoing());
        if (result instanceof Result.Gone && message.outgoing().replyTo().isPresent()) {
            result = myTurn(begun.lane(), begun.place())
                    ? sent(withoutReply(message.outgoing()))
                    : new Result.RetryAt(PATIENCE, false, "what it replies to is gone");
        }
        Result outcome = result;
        return written(() -> ledger.record(begun, message, outcome, began));
    }

    private Result sent(Outgoing outgoing) {
        try {
            return messenger.send(outgoing);
        } catch (RuntimeException e) {
            LOG.error("sending failed by a fault of ours nonce={}", outgoing.nonce(), e);
            return new Result.Refused("a fault of ours: " + e);
        }
    }

    private static Outgoing withoutReply(Outgoing outgoing) {
        return new Outgoing(
                outgoing.place(),
                outgoing.nonce(),
                outgoing.answer(),
                outgoing.phrases(),
                outgoing.silent(),
                outgoing.mention(),
                Optional.empty());
    }

    private Optional<Runnable> postponed(Delivery delivery) {
        Instant due = clock.instant().plus(pacing.restOf(delivery.place()).orElse(PATIENCE));
        return written(() -> ledger.postpone(delivery, due, "waits for the pace of its place"));
    }

    /** When the first attempt can have reached the platform, by its own clock. */
    private Instant since(Delivery delivery) {
        Instant now = clock.instant();
        Instant earlier = delivery.planned().isBefore(now) ? delivery.planned() : now;
        return earlier.minus(Resending.CLOCKS);
    }

    /** Makes an edit; like {@link #attempt}. */
    Optional<Runnable> attempt(Edit edit) throws InterruptedException {
        Composed composed;
        try {
            composed = composer.compose(edit);
        } catch (RuntimeException e) {
            LOG.error("composing an edit failed delivery={}", edit.delivery(), e);
            return written(() -> ledger.leave(edit));
        }
        return switch (composed) {
            case Composed.Needless _, Composed.Held _ -> written(() -> ledger.leave(edit));
            case Composed.Later(Instant at, String _) -> written(() -> ledger.later(edit, at));
            case Composed.Message message -> edit(edit, message);
        };
    }

    private Optional<Runnable> edit(Edit edit, Composed.Message message) throws InterruptedException {
        if (!myTurn(Lane.EDIT, edit.place())) {
            return written(() -> ledger.later(edit, PATIENCE));
        }
        Result result;
        try {
            result = messenger.edit(edit.receipt(), message.outgoing());
        } catch (RuntimeException e) {
            LOG.error("editing failed by a fault of ours delivery={}", edit.delivery(), e);
            result = new Result.Refused("a fault of ours: " + e);
        }
        int shown = message.shown().stream()
                .filter(one -> one.story().equals(edit.story()))
                .mapToInt(Deliveries.Shown::revision)
                .findFirst()
                .orElse(edit.wanted());
        Result outcome = result;
        return written(() -> ledger.record(edit, shown, outcome));
    }

    private boolean myTurn(Lane lane, Place place) throws InterruptedException {
        return pacing.acquire(lane, place, PATIENCE);
    }

    /** What happened on the platform has happened: if the store does not take it now, it has to later. */
    private static Optional<Runnable> written(Runnable writing) {
        try {
            writing.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("result not written yet", e);
            return Optional.of(writing);
        }
    }
}

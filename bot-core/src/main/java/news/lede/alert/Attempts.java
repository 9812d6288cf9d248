package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import news.lede.alert.Composer.Composed;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Messenger.Sighting;
import news.lede.alert.Pacing.Turn;
import news.lede.article.InDoubt;
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

    /**
     * One at a time: thinking out a message takes processor time, and what has its answer from the platform is to be written down before others are thought out. What is not, when the process dies, is told twice
     * on Telegram.
     */
    private final Semaphore composing = new Semaphore(1);

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
            composed = composed(() -> composer.compose(delivery));
        } catch (RuntimeException | VirtualMachineError e) {
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

    private Optional<Runnable> notComposed(Delivery delivery, Throwable e) {
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
        Composed anew = delivery.doubts() > 0 ? composed(() -> composer.compose(delivery.withoutDoubts())) : message;
        boolean needless = anew instanceof Composed.Needless;
        Composed.Message words = message;
        if (delivery.doubts() > 0 && messenger.canLook() && (needless || !ledger.isFresh(delivery.id()))) {
            Optional<Turn> turn = myTurn(delivery.lane(), delivery.place());
            if (turn.isEmpty()) {
                return postponed(delivery);
            }
            switch (found(turn.get(), message.outgoing(), since(delivery))) {
                case Sighting.Found(Receipt receipt) -> {
                    return written(() -> ledger.found(delivery, receipt, message.shown()));
                }
                case Sighting.Failed(Result why) -> {
                    return written(() -> ledger.unseen(delivery, why));
                }
                case Sighting.Absent _ -> words = anew instanceof Composed.Message sure ? sure : message;
                case Sighting.Unseeable _ -> {}
            }
        }
        if (needless) {
            // Another message told it meanwhile: what does not stand there, or may, is not sent once more.
            return written(() -> ledger.cancel(delivery, "told meanwhile"));
        }
        Optional<Delivery> begun;
        try {
            begun = ledger.write(() -> deliveries.begin(delivery.id(), clock.instant()));
        } catch (InDoubt e) {
            LOG.info("not known whether an attempt was begun, so it is not made delivery={}", delivery.id());
            return written(() -> ledger.postpone(delivery, clock.instant(), "the store did not answer"));
        }
        return begun.isEmpty() ? Optional.empty() : send(begun.get(), words);
    }

    private Optional<Runnable> send(Delivery begun, Composed.Message message) throws InterruptedException {
        Optional<Turn> turn;
        try {
            turn = myTurn(begun.lane(), begun.place());
            if (turn.isEmpty()) {
                return postponed(begun);
            }
        } catch (InterruptedException e) {
            ledger.postpone(begun, clock.instant(), "stopped before it was sent");
            throw e;
        }
        long began = nanos.getAsLong();
        Result result = sent(turn.get(), message.outgoing());
        if (result instanceof Result.Gone && message.outgoing().replyTo().isPresent()) {
            result = myTurn(begun.lane(), begun.place())
                    .map(next -> sent(next, withoutReply(message.outgoing())))
                    .orElseGet(() -> new Result.RetryAt(PATIENCE, false, "what it replies to is gone"));
        }
        Result outcome = result;
        return written(() -> ledger.record(begun, message, outcome, began));
    }

    private Sighting found(Turn turn, Outgoing outgoing, Instant since) {
        try {
            return messenger.find(outgoing, since);
        } finally {
            turn.landed();
        }
    }

    private Result sent(Turn turn, Outgoing outgoing) {
        try {
            return messenger.send(outgoing);
        } catch (RuntimeException e) {
            LOG.error("sending failed by a fault of ours nonce={}", outgoing.nonce(), e);
            return new Result.Refused("a fault of ours: " + e);
        } catch (VirtualMachineError e) {
            // Out of memory on the way: it may have left or not.
            return new Result.Unknown("ended by " + e);
        } finally {
            turn.landed();
        }
    }

    private Composed composed(Supplier<Composed> work) throws InterruptedException {
        composing.acquire();
        try {
            return work.get();
        } finally {
            composing.release();
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
            composed = composed(() -> composer.compose(edit));
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

    /** Changes a message that tells something taken back, or given back; like {@link #attempt}. */
    Optional<Runnable> attempt(Retraction retraction) throws InterruptedException {
        Composed composed;
        try {
            composed = composed(() -> composer.compose(retraction));
        } catch (RuntimeException e) {
            LOG.error("composing what was taken back failed delivery={}", retraction.delivery(), e);
            return written(() -> ledger.later(retraction, clock.instant().plus(AFTER_FAULT)));
        }
        return switch (composed) {
            case Composed.Needless _, Composed.Held _ -> written(() -> ledger.done(retraction));
            case Composed.Later(Instant at, String _) -> written(() -> ledger.later(retraction, at));
            case Composed.Message message -> change(retraction, message);
        };
    }

    private Optional<Runnable> change(Retraction retraction, Composed.Message message) throws InterruptedException {
        Optional<Turn> turn = myTurn(Lane.ALERT, retraction.place());
        if (turn.isEmpty()) {
            return written(() -> ledger.later(retraction, clock.instant().plus(PATIENCE)));
        }
        Result result = edited(turn.get(), retraction.receipt(), retraction.delivery(), message);
        return written(() -> ledger.record(retraction, result));
    }

    private Result edited(Turn turn, Receipt receipt, DeliveryId delivery, Composed.Message message) {
        try {
            return messenger.edit(receipt, message.outgoing());
        } catch (RuntimeException e) {
            LOG.error("editing failed by a fault of ours delivery={}", delivery, e);
            return new Result.Refused("a fault of ours: " + e);
        } finally {
            turn.landed();
        }
    }

    private Optional<Runnable> edit(Edit edit, Composed.Message message) throws InterruptedException {
        Optional<Turn> turn = myTurn(Lane.EDIT, edit.place());
        if (turn.isEmpty()) {
            return written(() -> ledger.later(edit, PATIENCE));
        }
        Result result = edited(turn.get(), edit.receipt(), edit.delivery(), message);
        int shown = message.shown().stream()
                .filter(one -> one.story().equals(edit.story()))
                .mapToInt(Deliveries.Shown::revision)
                .findFirst()
                .orElse(edit.wanted());
        return written(() -> ledger.record(edit, shown, result));
    }

    private Optional<Turn> myTurn(Lane lane, Place place) throws InterruptedException {
        return pacing.turn(lane, place, PATIENCE);
    }

    /** What happened on the platform has happened: if the store does not take it now, it has to later. */
    private static Optional<Runnable> written(Runnable writing) {
        try {
            writing.run();
            return Optional.empty();
        } catch (RuntimeException | VirtualMachineError e) {
            LOG.warn("result not written yet", e);
            return Optional.of(writing);
        }
    }
}

package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import news.lede.alert.Composer.Composed;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Messenger.Reason;
import news.lede.alert.Messenger.Result;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of messages to one platform, and draws the pauses that follow from it. Thread-safe. */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    /** So many answers lost in a row say something of the way there, not of the messages. */
    private static final int SILENCE = 5;

    private static final Duration SILENCE_PAUSE = Duration.ofSeconds(10);

    private final String platform;
    private final Sender.Ports books;
    private final Together together;
    private final Pacing pacing;
    private final InstantSource clock;
    private final LongSupplier nanos;
    /** When the first attempt of a delivery was begun whose answer this process lost. */
    private final Map<DeliveryId, Long> lost = new ConcurrentHashMap<>();

    private final AtomicInteger silence = new AtomicInteger();

    Ledger(String platform, Sender.Ports books, Pacing pacing, Sender.Time time) {
        this.platform = platform;
        this.books = books;
        this.together = new Together(books.transactor());
        this.pacing = pacing;
        this.clock = time.clock();
        this.nanos = time.nanos();
    }

    /** Whether a lost attempt's nonce is surely remembered, by those who remember nonces. */
    boolean isFresh(DeliveryId id) {
        Long begun = lost.get(id);
        return begun != null && nanos.getAsLong() - begun < Resending.NONCE.toNanos();
    }

    /** Whether the platform has stopped answering: then one message is enough to find out that it answers again. */
    boolean isSilent() {
        return silence.get() >= SILENCE;
    }

    <T> T write(Supplier<T> change) {
        return together.run(change);
    }

    /** What became of an attempt that was begun at {@code begunNanos}. */
    void record(Delivery delivery, Composed.Message message, Result result, long begunNanos) {
        heard(result);
        switch (result) {
            case Result.Delivered(Receipt receipt) -> {
                // What a lost attempt brought may be what the nonce has led to now: older words.
                boolean first = delivery.doubts() == 0;
                sent(delivery, receipt, first ? message.shown() : least(delivery, message.shown()));
            }
            case Result.RetryAt retry -> retry(delivery, retry);
            case Result.Unknown(String detail) -> {
                lost.putIfAbsent(delivery.id(), begunNanos);
                Instant due = now().plus(Resending.afterLoss(delivery.doubts() + 1));
                change(() -> books.deliveries().unknown(delivery.id(), due, detail));
                LOG.info(
                        "answer lost delivery={} conversation={} detail=\"{}\"",
                        delivery.id(),
                        where(delivery),
                        detail);
            }
            case Result.Unreachable(Reason reason, String detail) -> unreachable(delivery, reason, detail);
            case Result.Moved(Place to) -> {
                change(() -> {
                    books.deliveries().retry(delivery.id(), now(), "moved");
                    books.communities().move(delivery.conversation(), to);
                });
                LOG.info("conversation moved conversation={} to={}", where(delivery), to.chat());
            }
            case Result.Gone(String detail) -> giveUp(delivery, detail);
            case Result.Refused(String detail) -> giveUp(delivery, detail);
        }
    }

    /** The message stands there. */
    void found(Delivery delivery, Receipt receipt, List<Shown> shown) {
        sent(delivery, receipt, least(delivery, shown));
    }

    /** What a message shows at the least, whichever attempt brought it. A digest is not edited, so it does not matter there. */
    private static List<Shown> least(Delivery delivery, List<Shown> shown) {
        return delivery.kind() == Delivery.Kind.DIGEST
                ? shown
                : shown.stream()
                        .map(one -> new Shown(one.story(), Math.min(delivery.revision(), one.revision())))
                        .toList();
    }

    private void sent(Delivery delivery, Receipt receipt, List<Shown> shown) {
        change(() -> books.deliveries().sent(delivery.id(), receipt, shown, now()));
        lost.remove(delivery.id());
    }

    private void retry(Delivery delivery, Result.RetryAt retry) {
        rest(delivery.place(), retry);
        if (delivery.attempts() >= Resending.MOST_ATTEMPTS) {
            giveUp(delivery, "not taken at " + delivery.attempts() + " attempts: " + retry.detail());
            return;
        }
        Duration pause = retry.account() ? retry.after() : Resending.afterRefusal(delivery.attempts(), retry.after());
        change(() -> books.deliveries().retry(delivery.id(), now().plus(pause), retry.detail()));
        LOG.info(
                "not taken delivery={} conversation={} attempts={} pause={} account={} detail=\"{}\"",
                delivery.id(),
                where(delivery),
                delivery.attempts(),
                pause,
                retry.account(),
                retry.detail());
    }

    private void unreachable(Delivery delivery, Reason reason, String detail) {
        if (reason == Reason.ACCOUNT) {
            restAll(Resending.ACCOUNT, detail);
            change(() -> books.deliveries().retry(delivery.id(), now().plus(Resending.ACCOUNT), detail));
            return;
        }
        change(() -> {
            books.deliveries().retry(delivery.id(), now(), detail);
            books.suspensions().suspend(delivery.conversation(), reason, detail, now());
        });
        lost.remove(delivery.id());
        LOG.info("suspended conversation={} reason={} detail=\"{}\"", where(delivery), reason, detail);
    }

    void giveUp(Delivery delivery, String why) {
        change(() -> books.deliveries().giveUp(delivery.id(), why, now()));
        lost.remove(delivery.id());
        LOG.warn("given up delivery={} conversation={} why=\"{}\"", delivery.id(), where(delivery), why);
    }

    void cancel(Delivery delivery, String why) {
        change(() -> books.deliveries().cancel(delivery.id(), why, now()));
        lost.remove(delivery.id());
    }

    void hold(Delivery delivery, String why) {
        change(() -> books.deliveries().hold(delivery.id(), why));
    }

    /** Nothing was sent. */
    void postpone(Delivery delivery, Instant due, String why) {
        change(() -> books.deliveries().postpone(delivery.id(), due, why));
    }

    /** Looking whether a message stands there failed: as if nobody had looked. */
    void unseen(Delivery delivery, Result why) {
        heard(why);
        switch (why) {
            case Result.RetryAt retry -> {
                rest(delivery.place(), retry);
                postpone(delivery, now().plus(Resending.afterRefusal(1, retry.after())), retry.detail());
            }
            case Result.Unreachable(Reason reason, String detail) -> {
                if (reason == Reason.ACCOUNT) {
                    restAll(Resending.ACCOUNT, detail);
                    postpone(delivery, now().plus(Resending.ACCOUNT), detail);
                    return;
                }
                change(() -> {
                    books.deliveries().postpone(delivery.id(), now(), detail);
                    books.suspensions().suspend(delivery.conversation(), reason, detail, now());
                });
            }
            case Result.Moved(Place to) ->
                change(() -> {
                    books.deliveries().postpone(delivery.id(), now(), "moved");
                    books.communities().move(delivery.conversation(), to);
                });
            case Result.Unknown(String detail) -> postpone(delivery, now().plus(Resending.LOST), detail);
            case Result.Gone(String detail) -> postpone(delivery, now().plus(Resending.LOST), detail);
            case Result.Refused(String detail) -> postpone(delivery, now().plus(Resending.ACCOUNT), detail);
            case Result.Delivered _ -> throw new IllegalArgumentException("looking delivers nothing");
        }
    }

    /** What became of an edit that was to show {@code revision}. */
    void record(Edit edit, int revision, Result result) {
        heard(result);
        switch (result) {
            case Result.Delivered _ -> change(() -> books.edits().shown(edit, revision));
            case Result.RetryAt retry -> {
                rest(edit.place(), retry);
                later(edit, Resending.afterRefusal(3, retry.after()));
            }
            case Result.Unknown _ -> later(edit, Resending.LOST);
            case Result.Unreachable(Reason reason, String detail) -> {
                if (reason == Reason.ACCOUNT) {
                    restAll(Resending.ACCOUNT, detail);
                    later(edit, Resending.ACCOUNT);
                    return;
                }
                suspend(edit.conversation(), reason, detail);
            }
            case Result.Moved(Place to) -> change(() -> books.communities().move(edit.conversation(), to));
            case Result.Gone _ -> change(() -> books.edits().gone(edit));
            case Result.Refused(String detail) -> {
                leave(edit);
                LOG.warn("edit refused delivery={} detail=\"{}\"", edit.delivery(), detail);
            }
        }
    }

    /** What became of changing a message that told something taken back. */
    void record(Retraction retraction, Result result) {
        heard(result);
        switch (result) {
            case Result.Delivered _, Result.Gone _ -> done(retraction);
            case Result.RetryAt retry -> {
                rest(retraction.place(), retry);
                later(retraction, now().plus(Resending.afterRefusal(3, retry.after())));
            }
            case Result.Unknown _ -> later(retraction, now().plus(Resending.LOST));
            case Result.Unreachable(Reason reason, String detail) -> {
                if (reason == Reason.ACCOUNT) {
                    restAll(Resending.ACCOUNT, detail);
                    later(retraction, now().plus(Resending.ACCOUNT));
                    return;
                }
                suspend(retraction.conversation(), reason, detail);
            }
            case Result.Moved(Place to) -> change(() -> books.communities().move(retraction.conversation(), to));
            case Result.Refused(String detail) -> {
                done(retraction);
                LOG.warn("taking back refused delivery={} detail=\"{}\"", retraction.delivery(), detail);
            }
        }
    }

    void done(Retraction retraction) {
        change(() -> books.retractions().done(retraction.delivery()));
    }

    void later(Retraction retraction, Instant due) {
        change(() -> books.retractions().later(retraction.delivery(), due));
    }

    void leave(Edit edit) {
        change(() -> books.edits().leave(edit));
    }

    void later(Edit edit, Duration pause) {
        later(edit, now().plus(pause));
    }

    void later(Edit edit, Instant due) {
        change(() -> books.edits().later(edit, due));
    }

    private void suspend(ConversationId conversation, Reason reason, String detail) {
        change(() -> books.suspensions().suspend(conversation, reason, detail, now()));
    }

    private void rest(Place place, Result.RetryAt retry) {
        if (retry.account()) {
            restAll(retry.after(), retry.detail());
        } else {
            pacing.rest(place, retry.after());
        }
    }

    private void restAll(Duration pause, String why) {
        pacing.restAll(pause);
        change(() -> books.deliveries().rest(platform, now().plus(pause)));
        LOG.warn("platform rests platform={} pause={} why=\"{}\"", platform, pause, why);
    }

    private void heard(Result result) {
        if (!(result instanceof Result.Unknown)) {
            silence.set(0);
        } else if (silence.incrementAndGet() >= SILENCE) {
            // People who ask go on being answered: what they lose shows them that something is wrong.
            pacing.restUnasked(SILENCE_PAUSE);
            LOG.warn("platform does not answer platform={} pause={}", platform, SILENCE_PAUSE);
        }
    }

    private void change(Runnable change) {
        together.run(() -> {
            change.run();
            return true;
        });
    }

    private Instant now() {
        return clock.instant();
    }

    private static String where(Delivery delivery) {
        return delivery.place().platform() + ":" + delivery.conversation();
    }
}

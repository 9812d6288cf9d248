package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.alert.Deliveries.Planned;
import news.lede.alert.Delivery.State;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Samples;
import news.lede.community.Conversation;
import news.lede.community.Place;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

/** A lack of memory ends one attempt; the message goes out later all the same, and not twice. */
class SenderWithoutMemoryTest {
    private final InMemoryStore store = new InMemoryStore();
    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final List<String> received = new ArrayList<>();
    private boolean shortWhenComposing;
    private boolean shortWhenSending;
    private long nanos;

    private static OutOfMemoryError shortage() {
        return new OutOfMemoryError("Java heap space");
    }

    private final class Chat implements Messenger {
        @Override
        public String platform() {
            return "discord";
        }

        @Override
        public Place inPrivate(String person) {
            throw new IllegalStateException("nobody is looked for");
        }

        @Override
        public Result send(Outgoing message) {
            if (shortWhenSending) {
                shortWhenSending = false;
                throw shortage();
            }
            received.add(message.nonce());
            return new Result.Delivered(new Receipt(message.nonce()));
        }

        @Override
        public Result edit(Receipt receipt, Outgoing message) {
            return new Result.Delivered(receipt);
        }

        @Override
        public boolean canLook() {
            return true;
        }

        @Override
        public Sighting find(Outgoing message, Instant since) {
            return received.contains(message.nonce())
                    ? new Sighting.Found(new Receipt(message.nonce()))
                    : new Sighting.Absent();
        }
    }

    private final class Plain implements Composer {
        @Override
        public Composed compose(Delivery delivery) {
            if (shortWhenComposing) {
                shortWhenComposing = false;
                throw shortage();
            }
            return new Composed.Message(
                    new Messenger.Outgoing(
                            delivery.place(),
                            delivery.nonce(),
                            new Answer.Notice("News", "News", List.of()),
                            new Phrases(Texts.in(Locale.ENGLISH), Samples.NOON, ZoneOffset.UTC),
                            false,
                            Optional.empty(),
                            Optional.empty()),
                    List.of());
        }

        @Override
        public Composed compose(Edit edit) {
            return new Composed.Needless("nothing to edit");
        }

        @Override
        public Composed compose(Retraction retraction) {
            return new Composed.Needless("nothing was taken back");
        }
    }

    private DeliveryId planned() {
        Conversation there = store.communities()
                .conversation(
                        store.communities().workspace("discord", "c", "").id(),
                        new Place("discord", "c", Optional.empty()));
        return store.deliveries()
                .plan(new Planned(
                        there.id(),
                        Delivery.Kind.DIGEST,
                        Optional.empty(),
                        1,
                        0,
                        Lane.DIGEST,
                        Samples.NOON,
                        Samples.NOON))
                .orElseThrow();
    }

    private Sender sender() {
        Pacing pacing = new Pacing(
                Limits.of(new Limits.Rate(10_000, Duration.ofSeconds(1))),
                () -> nanos,
                pause -> nanos += pause.toNanos());
        return new Sender(
                new Sender.Ports(
                        store.transactor(),
                        store.deliveries(),
                        store.edits(),
                        store.retractions(),
                        store.suspensions(),
                        store.communities()),
                new Chat(),
                new Plain(),
                _ -> true,
                pacing,
                new Sender.Time(clock, () -> nanos),
                Runnable::run);
    }

    private void goOnFor(Sender sender, Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(5)) {
            sender.step();
            clock.advance(Duration.ofSeconds(5));
            nanos += Duration.ofSeconds(5).toNanos();
        }
    }

    @Test
    void whileItIsComposedItIsComposedAgain() {
        DeliveryId id = planned();
        shortWhenComposing = true;

        goOnFor(sender(), Duration.ofMinutes(3));

        assertThat(store.deliveries().find(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(received).hasSize(1);
    }

    @Test
    void whileItIsSentItIsLookedForAndSentAgain() {
        DeliveryId id = planned();
        shortWhenSending = true;

        goOnFor(sender(), Duration.ofMinutes(10));

        assertThat(store.deliveries().find(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(received).hasSize(1);
    }
}

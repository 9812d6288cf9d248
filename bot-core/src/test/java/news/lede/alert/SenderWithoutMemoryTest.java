package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.lede.alert.Delivery.State;
import news.lede.article.Samples;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

/** A lack of memory ends one attempt; the message goes out later all the same, and not twice. */
class SenderWithoutMemoryTest {
    private final InMemoryStore store = new InMemoryStore();
    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final Chat chat = new Chat();
    private boolean shortWhenComposing;
    private boolean shortWhenSending;
    private long nanos;

    private static OutOfMemoryError shortage() {
        return new OutOfMemoryError("Java heap space");
    }

    private final class Chat extends FakeMessenger {
        Chat() {
            super("discord");
        }

        @Override
        public Result send(Outgoing message) {
            if (shortWhenSending) {
                shortWhenSending = false;
                throw shortage();
            }
            return super.send(message);
        }

        @Override
        public boolean canLook() {
            return true;
        }

        @Override
        public Sighting find(Outgoing message, Instant since) {
            return sent.stream().anyMatch(one -> one.nonce().equals(message.nonce()))
                    ? new Sighting.Found(new Receipt(message.nonce()))
                    : new Sighting.Absent();
        }
    }

    private final class Cramped extends PlainComposer {
        @Override
        public Composed compose(Delivery delivery) {
            if (shortWhenComposing) {
                shortWhenComposing = false;
                throw shortage();
            }
            return super.compose(delivery);
        }
    }

    private Sender sender() {
        Pacing pacing = new Pacing(
                Limits.of(new Limits.Rate(10_000, Duration.ofSeconds(1))),
                () -> nanos,
                pause -> nanos += pause.toNanos());
        return new Sender(
                OfOneStore.sending(store),
                chat,
                new Cramped(),
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
        DeliveryId id = OfOneStore.digest(store, "c", 1);
        shortWhenComposing = true;

        goOnFor(sender(), Duration.ofMinutes(3));

        assertThat(store.deliveries().find(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(chat.sent).hasSize(1);
    }

    @Test
    void whileItIsSentItIsLookedForAndSentAgain() {
        DeliveryId id = OfOneStore.digest(store, "c", 1);
        shortWhenSending = true;

        goOnFor(sender(), Duration.ofMinutes(10));

        assertThat(store.deliveries().find(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(chat.sent).hasSize(1);
    }
}

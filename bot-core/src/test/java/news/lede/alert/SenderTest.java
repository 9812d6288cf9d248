package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

/** What one thread cannot show: several conversations at once, each in order, and an end without loss. */
class SenderTest {
    private static final int CONVERSATIONS = 40;
    private static final int EACH = 3;

    private final InMemoryStore store = new InMemoryStore();
    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final CountDownLatch sent = new CountDownLatch(CONVERSATIONS * EACH);
    private final Map<String, List<String>> received = new ConcurrentHashMap<>();

    private final class Received implements Messenger {
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
            received.computeIfAbsent(message.place().chat(), _ -> new ArrayList<>())
                    .add(message.nonce());
            sent.countDown();
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
            return new Sighting.Absent();
        }
    }

    private final class Plain implements Composer {
        @Override
        public Composed compose(Delivery delivery) {
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

    private void plan(int number) {
        for (int i = 0; i < CONVERSATIONS; i++) {
            String chat = "c" + i;
            Conversation conversation = store.communities()
                    .conversation(
                            store.communities().workspace("discord", chat, "").id(),
                            new Place("discord", chat, Optional.empty()));
            assertThat(store.deliveries()
                            .plan(new Planned(
                                    conversation.id(),
                                    Delivery.Kind.DIGEST,
                                    Optional.empty(),
                                    number,
                                    0,
                                    Lane.DIGEST,
                                    Samples.NOON,
                                    Samples.NOON)))
                    .isPresent();
        }
    }

    @Test
    void whatIsPlannedWhileItRunsIsSentInOrderAndStoppingLosesNothing() throws InterruptedException {
        Limits limits = Limits.of(new Limits.Rate(10_000, Duration.ofSeconds(1)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Sender sender = new Sender(
                    new Sender.Ports(
                            store.transactor(),
                            store.deliveries(),
                            store.edits(),
                            store.retractions(),
                            store.suspensions(),
                            store.communities()),
                    new Received(),
                    new Plain(),
                    _ -> true,
                    new Pacing(limits, System::nanoTime, Thread::sleep),
                    new Sender.Time(clock, System::nanoTime),
                    threads);
            plan(1);
            Thread running = Thread.ofVirtual().start(() -> {
                try {
                    sender.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            for (int number = 2; number <= EACH; number++) {
                plan(number);
                sender.wake();
            }

            assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
            sender.stop();
            running.join();
        }

        assertThat(store.deliveries().all()).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(State.SENT);
            assertThat(row.attempts()).isEqualTo(1);
        });
        received.forEach((chat, nonces) -> assertThat(nonces)
                .as(chat)
                .containsExactlyElementsOf(store.deliveries().all().stream()
                        .filter(row -> row.place().chat().equals(chat))
                        .map(Delivery::nonce)
                        .toList()));
    }
}

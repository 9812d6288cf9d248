package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.alert.Delivery.State;
import news.lede.article.Samples;
import news.lede.store.InMemoryStore;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

/** What one thread cannot show: several conversations at once, each in order, and an end without loss. */
class SenderTest {
    private static final int CONVERSATIONS = 40;
    private static final int EACH = 3;

    private final InMemoryStore store = new InMemoryStore();
    private final SettableClock clock = new SettableClock(Samples.NOON);
    private final CountDownLatch landed = new CountDownLatch(CONVERSATIONS * EACH);
    private final FakeMessenger chats = new FakeMessenger("discord") {
        @Override
        public Result send(Outgoing message) {
            Result result = super.send(message);
            landed.countDown();
            return result;
        }
    };

    private void plan(int number) {
        for (int i = 0; i < CONVERSATIONS; i++) {
            OfOneStore.digest(store, "c" + i, number);
        }
    }

    @Test
    void whatIsPlannedWhileItRunsIsSentInOrderAndStoppingLosesNothing() throws InterruptedException {
        Limits limits = Limits.of(new Limits.Rate(10_000, Duration.ofSeconds(1)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Sender sender = new Sender(
                    OfOneStore.sending(store),
                    chats,
                    new PlainComposer(),
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

            assertThat(landed.await(60, TimeUnit.SECONDS)).isTrue();
            sender.stop();
            running.join();
        }

        assertThat(store.deliveries().all()).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(State.SENT);
            assertThat(row.attempts()).isEqualTo(1);
        });
        assertThat(byChat(chats.sent.stream(), message -> message.place().chat(), Messenger.Outgoing::nonce))
                .hasSize(CONVERSATIONS)
                .isEqualTo(byChat(
                        store.deliveries().all().stream(), row -> row.place().chat(), Delivery::nonce));
    }

    private static <T> Map<String, List<String>> byChat(
            Stream<T> all, Function<T, String> chat, Function<T, String> nonce) {
        return all.collect(Collectors.groupingBy(chat, Collectors.mapping(nonce, Collectors.toList())));
    }
}

package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.lede.community.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final TestDesk test = new TestDesk();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Supplier<String> maker = () -> "made " + made.incrementAndGet();

    private Remembered<String, String> remembered(Executor background) {
        return new Remembered<>(background, test.clock, FRESH, 10);
    }

    private void runWaiting() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Nested
    class GivenASlowStore {
        private final Remembered<String, String> remembered = remembered(waiting::add);

        @Test
        void whatIsNotKnownYetIsEmptyAndThereTheNextTime() {
            assertThat(remembered.get("a", maker)).isEmpty();
            runWaiting();
            assertThat(remembered.get("a", maker)).contains("made 1");
            assertThat(made).hasValue(1);
        }

        @Test
        void whatIsOldIsGivenWhileTheNextIsMade() {
            remembered.get("a", maker);
            runWaiting();
            test.clock.advance(FRESH);

            assertThat(remembered.get("a", maker)).contains("made 1");
            runWaiting();
            assertThat(remembered.get("a", maker)).contains("made 2");
        }

        @Test
        void manyWhoAskAtOnceAskTheStoreOnce() {
            for (int i = 0; i < 3; i++) {
                remembered.get("a", maker);
            }
            assertThat(waiting).hasSize(1);
            remembered.get("b", maker);
            assertThat(waiting).hasSize(2);
        }

        @Test
        void afterTenMinutesItIsNotGivenAnyMore() {
            remembered.get("a", maker);
            runWaiting();
            test.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
            assertThat(remembered.get("a", maker)).isEmpty();
        }

        @Test
        void aStoreThatFailsLeavesWhatIsKnown() {
            remembered.get("a", maker);
            runWaiting();
            test.clock.advance(FRESH);
            Supplier<String> failing = () -> {
                throw new IllegalStateException("the store is away");
            };

            remembered.get("a", failing);
            runWaiting();

            assertThat(remembered.get("a", failing)).contains("made 1");
            runWaiting();
            assertThat(remembered.get("a", maker)).contains("made 1");
            runWaiting();
            assertThat(remembered.get("a", maker)).contains("made 2");
        }
    }

    @Test
    void whatIsMadeAtOnceIsGivenAtOnce() {
        assertThat(remembered(Runnable::run).get("a", maker)).contains("made 1");
    }

    @Test
    void noCompletionReadsTheStoreWhileSomebodyWaits() {
        test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained.");
        CommandDesk desk = new CommandDesk(test.newsroom(() -> test.index), waiting::add);
        for (CommandSpec spec : desk.commands()) {
            spec.understood().filter(option -> option.kind().completes()).forEach(option -> {
                desk.complete(test.asker(Role.MODERATOR, Locale.ENGLISH), spec.name(), option.name(), "");
            });
        }
        int asked = waiting.size();
        runWaiting();

        assertThat(asked)
                .as("topics, stories with sources, what can be followed, subscriptions")
                .isEqualTo(4);
        assertThat(desk.complete(test.member(), "story", "story", "rain")).hasSize(1);
        assertThat(desk.complete(test.member(), "topic", "topic", "harb")).hasSize(1);
    }
}

package news.lede.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import news.lede.article.InDoubt;
import news.lede.article.Transactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of changes that are made together when that goes wrong. */
@Timeout(120)
class TogetherTest {
    private static final int COMPANY = 3;

    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    /** Keeps the first transaction waiting, so that others gather, and fails the second after its work. */
    private final Together together = new Together(new Transactor() {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            int number = transactions.incrementAndGet();
            if (number == 1) {
                await(first);
            }
            T result = work.get();
            if (number == 2) {
                throw failure.get();
            }
            return result;
        }
    });

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What each of several changes came to that were made in one transaction. */
    private List<Throwable> whatCameOf(RuntimeException second) throws InterruptedException {
        failure.set(second);
        Thread leader = Thread.ofPlatform().start(() -> together.run(() -> true));
        while (transactions.get() == 0) {
            Thread.onSpinWait();
        }
        List<AtomicReference<Throwable>> outcomes = IntStream.range(0, COMPANY)
                .mapToObj(_ -> new AtomicReference<Throwable>())
                .toList();
        List<Thread> company = outcomes.stream()
                .map(outcome -> Thread.ofPlatform()
                        .start(() -> outcome.set(catchThrowable(() -> together.run(made::incrementAndGet)))))
                .toList();
        for (Thread thread : company) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        first.countDown();
        leader.join();
        for (Thread thread : company) {
            thread.join();
        }
        return outcomes.stream().map(AtomicReference::get).toList();
    }

    @Test
    void whereOneFailsEachIsMadeAlone() throws InterruptedException {
        List<Throwable> outcomes = whatCameOf(new IllegalStateException("one of them"));

        assertThat(outcomes).containsOnlyNulls();
        assertThat(made).as("once together and once alone").hasValue(2 * COMPANY);
    }

    @Test
    void whereNobodyKnowsWhetherTheyWereKeptNoneIsMadeAgain() throws InterruptedException {
        InDoubt doubt = new InDoubt("no answer", new IllegalStateException());

        assertThat(whatCameOf(doubt)).hasSize(COMPANY).containsOnly(doubt);
        assertThat(made).hasValue(COMPANY);
    }
}

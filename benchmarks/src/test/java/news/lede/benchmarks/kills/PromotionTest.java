package news.lede.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.lede.store.PostgresStore;
import news.lede.store.Store;
import news.lede.store.StoreProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store whose server is killed while it is written to, and whose standby takes over. */
@Tag("long")
@Timeout(300)
class PromotionTest {
    private static int counted(Store store) {
        return store.platformFacts()
                .told("telegram", "1", "count")
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static void count(Store store) {
        store.transactor().inTransaction(() -> {
            int next = counted(store) + 1;
            store.platformFacts().tell("telegram", "1", "count", Integer.toString(next));
            return next;
        });
    }

    @Test
    void whatWasAnsweredAsKeptIsKeptOnceAndTheFormerServerIsLeftAlone(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (PostgresPair pair = new PostgresPair(folder);
                PostgresStore store = PostgresStore.open(pair.url(), "", "", Store.Mode.SERVING)) {
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger kept = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            Thread writing = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    try {
                        count(store);
                        kept.incrementAndGet();
                    } catch (StoreProblem e) {
                        refused.incrementAndGet();
                    }
                }
            });

            boolean untouched = pair.promote();
            over.set(true);
            writing.join();

            assertThat(untouched).as("nobody wrote to the former server").isTrue();
            assertThat(kept).hasValueGreaterThan(100);
            assertThat(counted(store)).isEqualTo(kept.get());
            System.out.println("kept " + kept + ", refused " + refused);
        }
    }
}

package news.lede.alert.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import news.lede.store.InMemoryStore;
import news.lede.store.SqliteStores;
import news.lede.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the announcement to the message, whatever goes wrong: who wants a story is told once, within the budget of their day, and knows nothing twice after stories became one. */
class PlanningSimulationTest {
    private static void play(long from, long to, Supplier<Store> stores) {
        long deaths = 0;
        long deliveries = 0;
        for (long seed = from; seed < to; seed++) {
            try (Store store = stores.get()) {
                PlannedLife life = new PlannedLife(seed, store);
                List<String> broken = life.play();
                if (!broken.isEmpty()) {
                    fail(String.join("\n", broken) + "\n\n" + life.story());
                }
                deaths += life.deaths();
                deliveries += life.deliveries();
            }
        }
        assertThat(deaths).as("processes that died").isPositive();
        assertThat(deliveries).as("messages planned").isGreaterThan(5 * (to - from));
    }

    @Test
    void promisesAreKeptInFiveHundredLives() {
        play(0, 500, InMemoryStore::new);
    }

    @Test
    void promisesAreKeptInSomeLivesOnSqlite(@TempDir Path folder) {
        play(0, 12, () -> SqliteStores.openNew(folder));
    }

    @Test
    @Tag("long")
    void promisesAreKeptInHundredsOfLivesOnSqlite(@TempDir Path folder) {
        play(12, 300, () -> SqliteStores.openNew(folder));
    }

    @Test
    @Tag("long")
    void promisesAreKeptInAHundredThousandLives() {
        play(500, 100_000, InMemoryStore::new);
    }
}

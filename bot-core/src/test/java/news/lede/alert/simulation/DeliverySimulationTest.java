package news.lede.alert.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, nothing planned is lost, nothing is doubled where it can be helped, and order, pace and edits are kept. */
class DeliverySimulationTest {
    private static void play(long from, long to) {
        long deaths = 0;
        long deliveries = 0;
        for (long seed = from; seed < to; seed++) {
            Run run = new Run(seed);
            List<String> broken = run.play();
            if (!broken.isEmpty()) {
                fail(String.join("\n", broken) + "\n\n" + run.story());
            }
            deaths += run.deaths();
            deliveries += run.deliveries();
        }
        assertThat(deaths).as("processes that died").isGreaterThan(to - from);
        assertThat(deliveries).as("messages planned").isGreaterThan(10 * (to - from));
    }

    @Test
    void promisesAreKeptInTwoThousandLives() {
        play(0, 2_000);
    }

    @Test
    @Tag("long")
    void promisesAreKeptInAHundredThousandLives() {
        play(2_000, 100_000);
    }
}

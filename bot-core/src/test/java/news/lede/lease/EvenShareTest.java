package news.lede.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvenShareTest {
    private static final String NOBODY = "nobody";

    @Test
    void whatNobodyHasIsCounted() {
        assertThat(new EvenShare("a", Map.of("a", 2, "b", 1), 5).free()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 3", "2, 6"})
    void whoeverHasMoreLeavesTheOthersTime(int more, int seconds) {
        assertThat(new EvenShare("a", Map.of("a", 1 + more, "b", 1), 9).patience())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest(name = "with {0}, {1} and {2} of {3}: {4}")
    @CsvSource({
        "3, 1, 2, 6, true",
        "2, 1, 1, 4, false",
        "3, 1, 2, 7, false",
        "3, 4, 0, 7, false",
        "2, 2, 0, 4, true",
        "1, 0, 0, 1, false"
    })
    void theOneThatHasMostHandsOverWhereSomebodyHasTwoLess(int a, int b, int c, int all, boolean handsOver) {
        assertThat(new EvenShare("a", Map.of("a", a, "b", b, "c", c), all).isToHandOver())
                .isEqualTo(handsOver);
    }

    @Test
    void ofTwoThatHaveMostOneHandsOver() {
        assertThat(new EvenShare("b", Map.of("a", 2, "b", 2, "c", 0), 4).isToHandOver())
                .isFalse();
    }

    @Test
    void thoseThatLiveAndThoseThatHoldAreRead() {
        List<Lease> held = List.of(
                new Lease("process-0", "a", 1),
                new Lease("process-1", "b", 1),
                new Lease("shard-0", "a", 1),
                new Lease("shard-1", "dead", 1),
                new Lease("news", "b", 4));

        EvenShare share = EvenShare.of("c", held, Set.of("shard-0", "shard-1", "shard-2"));

        assertThat(share).isEqualTo(new EvenShare("c", Map.of("a", 1, "b", 0, "c", 0, "dead", 1), 3));
        assertThat(share.free()).isEqualTo(1);
    }

    @Test
    void whoAsksLives() {
        assertThatThrownBy(() -> new EvenShare("a", Map.of("b", 1), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Processes come and go in any order and look in any order; then all is taken, and evenly, after steps as many as there are leases. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappenedBeforeAllIsSharedEvenlyInTheEnd(long seed) {
        Random random = new Random(seed);
        int all = 1 + random.nextInt(40);
        List<String> holders = new ArrayList<>(Collections.nCopies(all, NOBODY));
        List<String> living = new ArrayList<>(List.of("p0"));
        for (int event = 0; event < 30; event++) {
            if (living.size() > 1 && random.nextBoolean()) {
                String gone = living.remove(random.nextInt(living.size()));
                holders.replaceAll(holder -> holder.equals(gone) ? NOBODY : holder);
            } else {
                living.add("p" + (event + 1));
            }
            round(holders, living, random);
        }
        for (int i = 0; i < 2 * all; i++) {
            round(holders, living, random);
        }

        TreeMap<String, Integer> counts = counts(holders, living);
        assertThat(counts).doesNotContainKey(NOBODY);
        assertThat(Collections.max(counts.values()) - Collections.min(counts.values()))
                .isLessThanOrEqualTo(1);
        List<String> settled = List.copyOf(holders);
        round(holders, living, random);
        assertThat(holders).isEqualTo(settled);
    }

    private static void round(List<String> holders, List<String> living, Random random) {
        List<String> order = new ArrayList<>(living);
        Collections.shuffle(order, random);
        for (String self : order) {
            TreeMap<String, Integer> counts = counts(holders, living);
            counts.remove(NOBODY);
            EvenShare share = new EvenShare(self, counts, holders.size());
            if (share.isToHandOver()) {
                holders.set(holders.indexOf(self), NOBODY);
            } else if (share.free() > 0 && share.patience().isZero()) {
                holders.set(holders.indexOf(NOBODY), self);
            }
        }
    }

    private static TreeMap<String, Integer> counts(List<String> holders, List<String> living) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        living.forEach(one -> counts.put(one, 0));
        holders.forEach(one -> counts.merge(one, 1, Integer::sum));
        return counts;
    }
}

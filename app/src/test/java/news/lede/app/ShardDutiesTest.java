package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.lede.community.InMemoryPlatformFacts;
import news.lede.lease.InMemoryLeases;
import news.lede.lease.Lease;
import news.lede.lease.Tenure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that share shards, by a clock of the test: each looks every second and renews every two. */
class ShardDutiesTest {
    private final InMemoryLeases leases = new InMemoryLeases();
    private final InMemoryPlatformFacts facts = new InMemoryPlatformFacts();
    private final Map<String, Living> living = new TreeMap<>();
    private final List<String> said = new ArrayList<>();
    /** Every tenure that was begun and has not ended, of processes that live or are paused. */
    private final Map<Tenure, ShardDuties.Shard> begun = new java.util.LinkedHashMap<>();

    private long nanos;
    private int seconds;

    private final class Living {
        private final ShardDuties duties;

        Living(String name) {
            duties = new ShardDuties(
                    leases,
                    new ShardCount(facts, 0),
                    name,
                    (shard, tenure) -> {
                        said.add(name + " has " + shard);
                        begun.put(tenure, shard);
                        return () -> begun.remove(tenure);
                    },
                    () -> nanos,
                    Runnable::run);
        }

        void second() {
            if (seconds % 2 == 0) {
                duties.renew();
            }
            duties.look();
        }
    }

    private Living process(String name) {
        Living process = new Living(name);
        living.put(name, process);
        return process;
    }

    private void agree(int count) {
        new ShardCount(facts, count).advise(count);
    }

    private void pass(int count) {
        for (int i = 0; i < count; i++) {
            seconds++;
            nanos += Duration.ofSeconds(1).toNanos();
            leases.pass(Duration.ofSeconds(1));
            List.copyOf(living.values()).forEach(Living::second);
            requireNothingTwice();
        }
    }

    /** What two may do at the same moment is asked of those that are sure. */
    private void requireNothingTwice() {
        Set<ShardDuties.Shard> seen = new HashSet<>();
        Set<Integer> counts = new HashSet<>();
        begun.forEach((tenure, shard) -> {
            if (tenure.isSure()) {
                assertThat(seen.add(shard)).as(() -> shard + " twice").isTrue();
                counts.add(shard.of());
            }
        });
        assertThat(counts).hasSizeLessThanOrEqualTo(1);
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        living.forEach((name, process) -> counts.put(name, process.duties.held()));
        return counts;
    }

    private Set<String> held() {
        Set<String> names = new TreeSet<>();
        leases.held().stream()
                .map(Lease::name)
                .filter(name -> name.startsWith("discord-shard"))
                .forEach(names::add);
        return names;
    }

    @Test
    void untilTheCountIsAgreedOnNothingBegins() {
        process("a");
        pass(5);
        assertThat(begun).isEmpty();

        agree(1);
        pass(1);
        assertThat(said).containsExactly("a has 0 of 1");
        assertThat(held()).containsExactly("discord-shard-0-of-1");
    }

    @Test
    void threeProcessesShareSevenShards() {
        agree(7);
        process("a");
        process("b");
        process("c");
        pass(30);
        assertThat(counts()).isEqualTo(Map.of("a", 3, "b", 2, "c", 2));
    }

    @Test
    void whoComesLaterIsHandedSome_oneByOneAndNotAtOnce() {
        agree(6);
        process("a");
        pass(20);
        process("b");
        process("c");
        pass(15);
        assertThat(counts()).isEqualTo(Map.of("a", 6, "b", 0, "c", 0));
        pass(10);
        assertThat(counts()).containsEntry("a", 5);
        pass(80);
        assertThat(counts()).isEqualTo(Map.of("a", 2, "b", 2, "c", 2));
    }

    @Test
    void whatAProcessHadThatDiedIsTakenOverWithinTenSeconds() {
        agree(9);
        process("a");
        process("b");
        process("c");
        pass(60);
        living.remove("b");
        pass(10);
        assertThat(held()).hasSize(9);
        assertThat(counts().values()).containsExactlyInAnyOrder(4, 5);
    }

    @Test
    void whatAProcessHadThatEndsIsTakenOverAtOnce() {
        agree(4);
        Living a = process("a");
        process("b");
        pass(60);
        living.remove("a");
        a.duties.end();
        pass(3);
        assertThat(counts()).isEqualTo(Map.of("b", 4));
    }

    @Test
    void whoeverWasPausedEndsWhatIsAnothersByThen() {
        agree(2);
        Living a = process("a");
        process("b");
        pass(30);
        living.remove("a");
        pass(60);
        assertThat(begun.values()).extracting(ShardDuties.Shard::number).containsExactlyInAnyOrder(0, 0, 1);
        living.put("a", a);
        pass(3);
        assertThat(begun).hasSize(2);
        pass(60);
        assertThat(counts()).isEqualTo(Map.of("a", 1, "b", 1));
    }

    @Test
    void whereTheCountChangesAllOfTheOldEndBeforeOneOfTheNewBegins() {
        agree(2);
        process("a");
        process("b");
        pass(30);
        agree(4);
        pass(30);
        assertThat(held()).hasSize(4).allMatch(name -> name.endsWith("-of-4"));
        assertThat(counts()).isEqualTo(Map.of("a", 2, "b", 2));
    }

    @Test
    void theCountOfOneThatDiedIsWaitedFor() {
        agree(2);
        Living dead = process("a");
        pass(10);
        living.remove("a");
        Living next = process("b");
        agree(3);
        pass(6);
        assertThat(begun.values()).extracting(ShardDuties.Shard::of).containsOnly(2);
        pass(6);
        assertThat(next.duties.held()).isEqualTo(3);
        assertThat(dead.duties.held()).isEqualTo(2);
    }

    @Test
    void whenTheStoreIsBackWhoeverHadAShardKeepsIt() {
        agree(2);
        Living a = process("a");
        Living b = process("b");
        pass(30);
        List<String> before = List.copyOf(said);
        leases.away(true);
        nanos += Duration.ofMinutes(1).toNanos();
        leases.pass(Duration.ofMinutes(1));
        assertThatThrownBy(a.duties::look).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(b.duties::look).isInstanceOf(IllegalStateException.class);
        leases.away(false);
        a.duties.look();
        b.duties.look();
        pass(20);
        assertThat(said).isEqualTo(before);
        assertThat(counts()).isEqualTo(Map.of("a", 1, "b", 1));
    }

    /** Kills, starts and pauses in any order: nothing is two processes', and in the end everything is somebody's, evenly. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensNothingIsTwoProcesses(long seed) {
        Random random = new Random(seed);
        int all = 1 + random.nextInt(20);
        agree(all);
        Map<String, Living> paused = new TreeMap<>();
        process("p0");
        for (int event = 1; event <= 40; event++) {
            List<String> names = List.copyOf(living.keySet());
            switch (random.nextInt(4)) {
                case 0 -> process("p" + event);
                case 1 -> {
                    if (names.size() > 1) {
                        living.remove(names.get(random.nextInt(names.size())));
                    }
                }
                case 2 -> {
                    if (names.size() > 1) {
                        String name = names.get(random.nextInt(names.size()));
                        paused.put(name, living.remove(name));
                    }
                }
                default -> {
                    living.putAll(paused);
                    paused.clear();
                }
            }
            pass(random.nextInt(15));
        }
        pass(60 + 25 * all);
        assertThat(held()).hasSize(all);
        assertThat(counts().values().stream().mapToInt(Integer::intValue).max().orElseThrow()
                        - counts().values().stream()
                                .mapToInt(Integer::intValue)
                                .min()
                                .orElseThrow())
                .isLessThanOrEqualTo(1);
    }
}

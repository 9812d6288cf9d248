package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.community.InMemoryPlatformFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardCountTest {
    private final InMemoryPlatformFacts facts = new InMemoryPlatformFacts();
    private final ShardCount count = new ShardCount(facts, 0);

    @Test
    void untilSomebodyWasAdvisedNothingIsAgreedOn() {
        assertThat(count.agreed()).isEmpty();
    }

    @ParameterizedTest(name = "of {0}, when {1} are advised: {2}")
    @CsvSource({"4, 4, 4", "4, 6, 4", "4, 7, 7", "4, 3, 4", "4, 2, 4", "4, 1, 1", "1, 2, 2", "2, 3, 2", "2, 1, 2"})
    void itChangesOnlyWhenFarMoreOrFarFewerAreAdvised(int before, int advised, int after) {
        count.advise(before);
        count.advise(advised);
        assertThat(count.agreed()).hasValue(after);
    }

    @Test
    void whatTheOperatorSetIsTakenAlways() {
        count.advise(4);
        new ShardCount(facts, 3).advise(4);
        assertThat(count.agreed()).hasValue(3);
    }

    @Test
    void allProcessesMeanTheSame() {
        count.advise(5);
        assertThat(new ShardCount(facts, 9).agreed()).hasValue(5);
    }
}

package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapKeeperTest {
    private static final long MB = 1 << 20;

    @Test
    void whatMayBeGarbageIsCollectedWhenItIsMuch() {
        assertThat(HeapKeeper.isDue(80 * MB, 55 * MB)).isTrue();
        assertThat(HeapKeeper.isDue(79 * MB, 55 * MB)).isFalse();
        assertThat(HeapKeeper.isDue(54 * MB, 55 * MB)).isFalse();
    }

    @Test
    void afterTheStartAllMayBe() {
        assertThat(HeapKeeper.isDue(25 * MB, 0)).isTrue();
    }
}

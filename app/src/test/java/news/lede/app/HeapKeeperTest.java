package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapKeeperTest {
    private static final long MB = 1 << 20;

    @Test
    void whatMayBeGarbageIsCollectedWhenItIsMuch() {
        assertThat(HeapKeeper.isDue(72 * MB, 55 * MB)).isTrue();
        assertThat(HeapKeeper.isDue(71 * MB, 55 * MB)).isFalse();
        assertThat(HeapKeeper.isDue(54 * MB, 55 * MB)).isFalse();
    }

    @Test
    void whereMuchLivesMoreGarbageIsWaitedFor() {
        assertThat(HeapKeeper.isDue(450 * MB, 400 * MB)).isFalse();
        assertThat(HeapKeeper.isDue(501 * MB, 400 * MB)).isTrue();
    }

    @Test
    void afterTheStartAllMayBe() {
        assertThat(HeapKeeper.isDue(17 * MB, 0)).isTrue();
    }
}

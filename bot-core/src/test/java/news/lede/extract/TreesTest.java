package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreesTest {
    @Test
    void aRowGoesLeftBelowTheThresholdAndRightFromItOn() {
        Trees trees = new Trees(List.of("1<0.5 =-2 0<3 =0 =4"));
        assertThat(trees.chance(new float[] {9, 0.4f})).isCloseTo(0.119, within(0.001));
        assertThat(trees.chance(new float[] {2, 0.5f})).isCloseTo(0.5, within(0.001));
        assertThat(trees.chance(new float[] {3, 0.5f})).isCloseTo(0.982, within(0.001));
    }

    @Test
    void treesAddUp() {
        Trees trees = new Trees(List.of("=1", "=2", "=-3"));
        assertThat(trees.chances(new float[][] {{0}, {1}})).containsExactly(0.5f, 0.5f);
    }

    @Test
    void aNodeThatBelongsToNoTreeIsAFault() {
        assertThatThrownBy(() -> new Trees(List.of("=1", "0<1 =0 =1 =2")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tree 1");
    }

    @Test
    void grownTreesFindTheRuleBehindTheirRows() {
        Random random = new Random(5);
        float[][] rows = new float[400][];
        float[] labels = new float[rows.length];
        float[] weights = new float[rows.length];
        int[] groups = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
            labels[i] = rows[i][0] > 0.5 && rows[i][2] < 0.7 ? 1 : 0;
            weights[i] = 1;
            groups[i] = i % 40;
        }
        TreeGrower.Settings settings = new TreeGrower.Settings(60, 4, 0.3, 0.5, 1, 1, 0.7, 3);
        List<String> lines = new TreeGrower(rows, labels, weights, groups, settings).grow();
        Trees trees = new Trees(lines);
        assertThat(trees.chance(new float[] {0.9f, 0.5f, 0.2f})).isGreaterThan(0.9);
        assertThat(trees.chance(new float[] {0.2f, 0.5f, 0.2f})).isLessThan(0.1);
        assertThat(trees.chance(new float[] {0.9f, 0.5f, 0.9f})).isLessThan(0.1);
        assertThat(new TreeGrower(rows, labels, weights, groups, settings).grow())
                .isEqualTo(lines);
    }
}

package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparseVectorTest {
    private static final SparseVector A = SparseVector.of(Map.of(1L, 3.0, -5L, 4.0, 9L, 0.0));

    @Test
    void keepsWhatIsNotZeroByKey() {
        assertThat(A.size()).isEqualTo(2);
        assertThat(A.key(0)).isEqualTo(-5);
        assertThat(A.value(0)).isEqualTo(4);
        assertThat(A.norm()).isEqualTo(5);
    }

    @Test
    void cosineIsOneForTheSameDirectionAndZeroForNothingShared() {
        assertThat(A.cosine(SparseVector.of(Map.of(1L, 6.0, -5L, 8.0)))).isCloseTo(1, within(1e-9));
        assertThat(A.cosine(SparseVector.of(Map.of(2L, 6.0, 3L, 1.0)))).isZero();
        assertThat(A.cosine(SparseVector.EMPTY)).isZero();
        assertThat(SparseVector.EMPTY.cosine(A)).isZero();
        assertThat(A.cosine(SparseVector.of(Map.of(1L, 1.0, 2L, 1.0)))).isCloseTo(3 / (5 * Math.sqrt(2)), within(1e-9));
    }

    @Test
    void theDotProductAddsWhatIsShared() {
        assertThat(A.dot(SparseVector.of(Map.of(1L, 2.0, -5L, 1.0, 4L, 9.0)))).isEqualTo(10);
    }

    @Test
    void theDotProductWithAMuchLongerOneIsThatOfAllItsParts() {
        Map<Long, Double> parts = new HashMap<>();
        for (long key = -100; key < 100; key += 2) {
            parts.put(key, key / 10.0);
        }
        SparseVector longer = SparseVector.of(parts);
        SparseVector one = SparseVector.of(Map.of(-100L, 2.0, -99L, 7.0, 50L, 3.0, 98L, 4.0, 200L, 5.0));

        assertThat(one.dot(longer)).isCloseTo(2 * -10 + 3 * 5 + 4 * 9.8, within(1e-5));
        assertThat(longer.dot(one)).isEqualTo(one.dot(longer));
        assertThat(SparseVector.EMPTY.dot(longer)).isZero();
    }

    @Test
    void anEmptyOneIsEmpty() {
        assertThat(SparseVector.of(Map.of(4L, 0.0)).isEmpty()).isTrue();
        assertThat(A.isEmpty()).isFalse();
    }

    @Test
    void wordsHaveKeysOfTheirOwn() {
        assertThat(SparseVector.keyOf("port"))
                .isEqualTo(SparseVector.keyOf("port"))
                .isNotEqualTo(SparseVector.keyOf("trop"));
    }

    @Test
    void countsHowOftenEachKeyOccurs() {
        SparseVector counted = SparseVector.counting(new long[] {7, -3, 7, 5, 7});

        assertThat(counted.size()).isEqualTo(3);
        assertThat(counted.key(0)).isEqualTo(-3);
        assertThat(counted.key(2)).isEqualTo(7);
        assertThat(counted.value(2)).isEqualTo(3);
        assertThat(counted.norm()).isEqualTo(Math.sqrt(11));
        assertThat(SparseVector.counting(new long[0])).isSameAs(SparseVector.EMPTY);
    }

    @Test
    void tellsHowManyKeysBothHave() {
        SparseVector one = SparseVector.counting(new long[] {1, 2, 2, 4});

        assertThat(one.shared(SparseVector.counting(new long[] {2, 3, 4, 4}))).isEqualTo(2);
        assertThat(one.shared(SparseVector.EMPTY)).isZero();
    }
}

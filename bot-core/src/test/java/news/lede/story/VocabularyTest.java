package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final long FERRY = SparseVector.keyOf("ferri");
    private static final long PUMP = SparseVector.keyOf("pump");

    private final Vocabulary words = new Vocabulary(CommonWords.of(Language.ENGLISH));

    @Test
    void aWordWeighsTheLessTheMoreArticlesHaveIt() {
        int ferry = words.number(FERRY);
        assertThat(words.weight(ferry)).isCloseTo((float) Math.log(201 / 0.5), within(1e-5f));
        words.learn(new int[] {ferry});
        words.learn(new int[] {ferry});
        assertThat(words.weight(ferry)).isCloseTo((float) Math.log(203 / 2.5), within(1e-5f));
        assertThat(words.weight(words.number(PUMP))).isCloseTo((float) Math.log(203 / 0.5), within(1e-5f));
        words.forget(new int[] {ferry});
        assertThat(words.weight(ferry)).isCloseTo((float) Math.log(202 / 1.5), within(1e-5f));
    }

    @Test
    void whatMuchNewsHasIsKnownBeforehand() {
        assertThat(words.weight(words.number(SparseVector.keyOf("presid")))).isLessThan(3);
        Vocabulary strange = new Vocabulary(CommonWords.of(new Language("eo")));
        assertThat(strange.weight(strange.number(SparseVector.keyOf("presid")))).isGreaterThan(5);
    }

    @Test
    void aNumberThatNobodyNeedsIsGivenToAnotherWord() {
        int ferry = words.number(FERRY);
        words.learn(new int[] {ferry});
        words.drop(new int[] {ferry});
        assertThat(words.number(FERRY)).as("still in use").isEqualTo(ferry);
        words.forget(new int[] {ferry});
        words.drop(new int[] {ferry});
        words.drop(new int[] {ferry});
        assertThat(words.number(PUMP)).isEqualTo(ferry);
        assertThat(words.number(FERRY)).isNotEqualTo(ferry);
        assertThat(words.bound()).isEqualTo(2);
    }

    @Test
    void manyArticlesComeAndGoAndTheNumbersStayRight() {
        Random random = new Random(11);
        Map<Long, Integer> with = new HashMap<>();
        List<long[]> held = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            if (held.size() < 40 || random.nextInt(3) > 0) {
                long[] keys = random.longs(20, 0, 900)
                        .map(word -> SparseVector.keyOf("w" + word))
                        .distinct()
                        .toArray();
                words.learn(numbers(keys));
                held.add(keys);
                Arrays.stream(keys).forEach(key -> with.merge(key, 1, Integer::sum));
            } else {
                long[] keys = held.remove(random.nextInt(held.size()));
                int[] numbers = numbers(keys);
                words.forget(numbers);
                words.drop(numbers);
                Arrays.stream(keys).forEach(key -> with.computeIfPresent(key, (_, n) -> n == 1 ? null : n - 1));
            }
        }
        Set<Integer> distinct = new HashSet<>();
        with.forEach((key, articles) -> {
            int number = words.number(key);
            distinct.add(number);
            assertThat(words.articlesWith(number)).isEqualTo(articles);
        });
        assertThat(distinct).hasSameSizeAs(with.keySet());
        assertThat(words.articles()).isEqualTo(held.size());
        assertThat(words.bound()).isLessThanOrEqualTo(920);
    }

    private int[] numbers(long[] keys) {
        return Arrays.stream(keys).mapToInt(words::number).toArray();
    }
}

package news.lede.story;

import java.util.Arrays;

/**
 * How telling two words in a row are. Pairs are too many to be counted one by one: those that fall on one of {@value #COUNTERS} counters share it, which
 * makes a rare pair a little less rare and leaves a frequent one frequent. Not thread-safe.
 */
final class PairRarity {
    static final int COUNTERS = 1 << 17;
    private static final int PRIOR_ARTICLES = 200;
    private static final float HALF = 0.5f;

    private final int[] articlesWith = new int[COUNTERS];
    private final float[] rarity = new float[COUNTERS];
    private int articles;
    private double all = Math.log(PRIOR_ARTICLES + 1);

    PairRarity() {
        Arrays.fill(rarity, (float) Math.log(HALF));
    }

    void learn(int[] pairs) {
        change(pairs, 1);
    }

    void forget(int[] pairs) {
        change(pairs, -1);
    }

    /** Above 0 but for a pair that nearly every article has. */
    float weight(int pair) {
        return (float) (all - rarity[counter(pair)]);
    }

    private void change(int[] pairs, int more) {
        articles += more;
        all = Math.log(articles + PRIOR_ARTICLES + 1);
        for (int pair : pairs) {
            int counter = counter(pair);
            articlesWith[counter] += more;
            rarity[counter] = (float) Math.log(articlesWith[counter] + HALF);
        }
    }

    /** The counter that a pair falls on, below {@link #COUNTERS}. */
    static int counter(int pair) {
        return (pair ^ pair >>> 15) & COUNTERS - 1;
    }
}

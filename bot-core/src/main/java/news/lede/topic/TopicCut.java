package news.lede.topic;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Where the scores of articles part into those on a topic and all others: the cut that makes two groups as unlike each other as can be, given their sizes. A narrow topic
 * of many articles needs a higher cut than a broad one, and no fixed number serves both. Pure.
 */
final class TopicCut {
    /** Fewer scores form no groups. */
    private static final int FEWEST = 100;
    /** A group smaller than this is a handful of outliers. */
    private static final int SMALLEST = 5;

    private TopicCut() {}

    /** At least {@code lowest}; empty for few scores. */
    static OptionalDouble of(double[] scores, double lowest) {
        if (scores.length < FEWEST) {
            return OptionalDouble.empty();
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double all = Arrays.stream(sorted).sum();
        double below = 0;
        double widest = 0;
        double cut = lowest;
        for (int i = 0; i <= sorted.length - SMALLEST; i++) {
            if (i >= SMALLEST && sorted[i] >= lowest) {
                double apart = (all - below) / (sorted.length - i) - below / i;
                double spread = (double) i * (sorted.length - i) * apart * apart;
                if (spread > widest) {
                    widest = spread;
                    cut = sorted[i];
                }
            }
            below += sorted[i];
        }
        return OptionalDouble.of(cut);
    }
}

package news.lede.topic;

import java.util.Arrays;
import java.util.Map;

/** A weight for each of some words, found fast: a word is its key in {@link Wording}. Immutable and thread-safe; 0 for a word that is not there. */
final class WordWeights {
    private static final int SPREAD = 0x9E3779B9;

    private final int[] keys;
    private final float[] weights;
    private final int mask;
    private final double norm;

    private WordWeights(int[] keys, float[] weights, double norm) {
        this.keys = keys;
        this.weights = weights;
        this.mask = keys.length - 1;
        this.norm = norm;
    }

    static WordWeights of(Map<Integer, Double> byWord) {
        int room = Integer.highestOneBit(Math.max(4, byWord.size() * 2 - 1)) << 1;
        int[] keys = new int[room];
        float[] weights = new float[room];
        double squares = 0;
        for (Map.Entry<Integer, Double> word : byWord.entrySet()) {
            float weight = word.getValue().floatValue();
            // A place without weight is an empty one.
            if (weight != 0) {
                int at = word.getKey() * SPREAD & room - 1;
                while (weights[at] != 0) {
                    at = at + 1 & room - 1;
                }
                keys[at] = word.getKey();
                weights[at] = weight;
                squares += (double) weight * weight;
            }
        }
        return new WordWeights(keys, weights, Math.sqrt(squares));
    }

    float of(int word) {
        int at = word * SPREAD & mask;
        while (weights[at] != 0) {
            if (keys[at] == word) {
                return weights[at];
            }
            at = at + 1 & mask;
        }
        return 0;
    }

    /** Euclidean length. */
    double norm() {
        return norm;
    }

    @Override
    public String toString() {
        return "WordWeights" + Arrays.toString(weights);
    }
}

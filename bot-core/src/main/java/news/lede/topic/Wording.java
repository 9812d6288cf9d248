package news.lede.topic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.lede.text.SparseVector;
import news.lede.text.Token;

/**
 * Which telling words a text has, how often: a key for each stem, and its count damped, those of the title twice. About five bytes a word. Immutable and thread-safe.
 */
final class Wording {
    static final Wording NONE = new Wording(new int[0], new byte[0]);

    private static final double IN_TITLE = 2;
    /** Counts are kept in sixteenths; a word that stands a thousand times fits. */
    private static final int FINE = 16;

    private final int[] words;
    private final byte[] counts;

    private Wording(int[] words, byte[] counts) {
        this.words = words;
        this.counts = counts;
    }

    static Wording of(List<Token> title, List<Token> text) {
        Map<Integer, Double> counts = new HashMap<>();
        count(title, IN_TITLE, counts);
        count(text, 1, counts);
        int[] words = new int[counts.size()];
        byte[] damped = new byte[words.length];
        int at = 0;
        for (Map.Entry<Integer, Double> word : counts.entrySet()) {
            words[at] = word.getKey();
            damped[at++] = (byte) Math.min(Byte.MAX_VALUE, Math.round(FINE * (1 + Math.log(word.getValue()))));
        }
        return new Wording(words, damped);
    }

    private static void count(List<Token> tokens, double times, Map<Integer, Double> counts) {
        for (Token token : tokens) {
            if (token.telling()) {
                counts.merge(key(token.stem()), times, Double::sum);
            }
        }
    }

    /** Two words of one text hardly ever share a key, and if they do, little is lost. */
    static int key(String stem) {
        return (int) (SparseVector.keyOf(stem) >>> 32);
    }

    int size() {
        return words.length;
    }

    int word(int place) {
        return words[place];
    }

    float count(int place) {
        return (float) counts[place] / FINE;
    }

    /** Its {@code most} most telling words by {@code weights}; the others are let go. */
    Wording mostTelling(WordWeights weights, int most) {
        int[] places = IntStream.range(0, words.length)
                .boxed()
                .filter(place -> weights.of(words[place]) > 0)
                .sorted(Comparator.comparingDouble((Integer place) -> -count(place) * weights.of(words[place]))
                        .thenComparingInt(place -> words[place]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        return at(places);
    }

    /** Its {@code most} most frequent words, for when it is not known yet which are telling. */
    Wording mostFrequent(int most) {
        if (words.length <= most) {
            return this;
        }
        return at(IntStream.range(0, words.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer place) -> -counts[place])
                        .thenComparingInt(place -> words[place]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray());
    }

    private Wording at(int[] places) {
        return new Wording(Arrays.stream(places).map(place -> words[place]).toArray(), bytes(places));
    }

    private byte[] bytes(int[] places) {
        byte[] chosen = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            chosen[i] = counts[places[i]];
        }
        return chosen;
    }
}

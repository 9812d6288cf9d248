package news.lede.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A vector with few parts that are not zero, sorted by key. Immutable and thread-safe; about 12 bytes a part.
 */
public final class SparseVector {
    public static final SparseVector EMPTY = new SparseVector(new long[0], new float[0]);

    /** Looking up a key takes as long as walking over about so many. */
    private static final int MUCH_LONGER = 8;

    private final long[] keys;
    private final float[] values;
    private final double norm;

    private SparseVector(long[] keys, float[] values) {
        this.keys = keys;
        this.values = values;
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        this.norm = Math.sqrt(squares);
    }

    /** Of weights by key; zeros are left out. */
    public static SparseVector of(Map<Long, Double> weights) {
        List<Map.Entry<Long, Double>> parts = new ArrayList<>(weights.size());
        for (Map.Entry<Long, Double> part : weights.entrySet()) {
            if (part.getValue() != 0) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingLong(Map.Entry::getKey));
        long[] keys = new long[parts.size()];
        float[] values = new float[parts.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = parts.get(i).getKey();
            values[i] = parts.get(i).getValue().floatValue();
        }
        return keys.length == 0 ? EMPTY : new SparseVector(keys, values);
    }

    /** How often each key occurs; sorts {@code occurrences} in place. */
    public static SparseVector counting(long[] occurrences) {
        if (occurrences.length == 0) {
            return EMPTY;
        }
        Arrays.sort(occurrences);
        int distinct = 1;
        for (int i = 1; i < occurrences.length; i++) {
            distinct += occurrences[i] == occurrences[i - 1] ? 0 : 1;
        }
        long[] keys = new long[distinct];
        float[] values = new float[distinct];
        int at = -1;
        for (int i = 0; i < occurrences.length; i++) {
            if (i == 0 || occurrences[i] != occurrences[i - 1]) {
                keys[++at] = occurrences[i];
            }
            values[at]++;
        }
        return new SparseVector(keys, values);
    }

    /** Of keys in ascending order with their values; both are taken over, not copied. */
    public static SparseVector ofSorted(long[] keys, float[] values) {
        return keys.length == 0 ? EMPTY : new SparseVector(keys, values);
    }

    public int size() {
        return keys.length;
    }

    public boolean isEmpty() {
        return keys.length == 0;
    }

    public long key(int part) {
        return keys[part];
    }

    public float value(int part) {
        return values[part];
    }

    /** The same keys, each value times the factor of its key. */
    public SparseVector times(LongToDoubleFunction factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] * factor.applyAsDouble(keys[i]));
        }
        return new SparseVector(keys, scaled);
    }

    /** Euclidean length. */
    public double norm() {
        return norm;
    }

    /** The parts of the highest values, highest first, at most {@code count}. */
    public int[] heaviest(int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer part) -> -values[part]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public double dot(SparseVector other) {
        if (keys.length > MUCH_LONGER * other.keys.length) {
            return other.lookedUpIn(this);
        }
        if (other.keys.length > MUCH_LONGER * keys.length) {
            return lookedUpIn(other);
        }
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < other.keys.length) {
            if (keys[i] == other.keys[j]) {
                sum += (double) values[i++] * other.values[j++];
            } else if (keys[i] < other.keys[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /** The same for a much longer one, which is not walked through. */
    private double lookedUpIn(SparseVector longer) {
        double sum = 0;
        int from = 0;
        for (int i = 0; i < keys.length; i++) {
            int at = Arrays.binarySearch(longer.keys, from, longer.keys.length, keys[i]);
            if (at >= 0) {
                sum += (double) values[i] * longer.values[at];
            }
            from = at >= 0 ? at + 1 : -at - 1;
        }
        return sum;
    }

    /** How many keys both have. */
    public int shared(SparseVector other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < other.keys.length) {
            if (keys[i] == other.keys[j]) {
                shared++;
                i++;
                j++;
            } else if (keys[i] < other.keys[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** Cosine of the angle between two, 0 when either is empty; 0 to 1 for weights that are never negative. */
    public double cosine(SparseVector other) {
        double length = norm * other.norm;
        return length == 0 ? 0 : Math.min(1, dot(other) / length);
    }

    /** A key for a word: 64 bits, so that two words of one installation hardly ever share one. */
    public static long keyOf(CharSequence word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 29;
        return hash * 0x9E3779B97F4A7C15L;
    }
}

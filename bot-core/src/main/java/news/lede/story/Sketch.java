package news.lede.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import news.lede.text.SparseVector;

/**
 * What the search index keeps of an article, so that it can be compared with others without being read: each telling word with its counts, in seven bytes. Reading sixty candidates of a question took
 * most of its time; their sketches take a tenth of that.
 *
 * <p>Words are known by {@link #shortened} keys. Of the hundred thousand words of a large store one or two share theirs with another one, and nothing rests on one word.
 *
 * @param title the telling words of the title
 * @param words as in {@link Fingerprint}
 * @param entities as in {@link Fingerprint}
 * @param keys of everything above and of {@link Wording#words}, ascending
 * @param written how often each of {@code keys} stands in {@link Wording#words}
 */
record Sketch(SparseVector title, SparseVector words, SparseVector entities, int[] keys, byte[] written) {
    private static final int BYTES_OF_A_KEY = Integer.BYTES;
    private static final int COUNTS = 3;
    private static final int MOST = 255;
    private static final int MOST_WRITTEN = 127;
    private static final int IN_TITLE = 128;
    private static final float[] DAMPED = new float[MOST + 1];

    static {
        for (int count = 1; count <= MOST; count++) {
            DAMPED[count] = (float) (1 + Math.log(count));
        }
    }

    private static final class Counts {
        private int words;
        private int entities;
        private int written;
        private boolean title;
    }

    /** The half of {@link SparseVector#keyOf a key} that sketches keep. */
    static int shortened(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    static Sketch of(Reading read) {
        return read(bytes(read));
    }

    /** How often the text has a word, by its stem. */
    int count(String stem) {
        int at = Arrays.binarySearch(keys, shortened(SparseVector.keyOf(stem)));
        return at < 0 ? 0 : written[at];
    }

    /** All keys, then the counts of words, of entities, and those written, where the highest bit says that the title has the word. */
    static byte[] bytes(Reading read) {
        Map<Integer, Counts> byKey = new TreeMap<>();
        Fingerprint fingerprint = read.fingerprint();
        each(fingerprint.words(), byKey, (counts, value) -> counts.words = counted(value));
        each(fingerprint.entities(), byKey, (counts, value) -> counts.entities = counted(value));
        each(fingerprint.title(), byKey, (counts, _) -> counts.title = true);
        for (Wording.Word word : read.worded().wording().words()) {
            Counts counts = byKey.computeIfAbsent(shortened(SparseVector.keyOf(word.stem())), _ -> new Counts());
            counts.written = Math.min(MOST_WRITTEN, word.count());
        }
        ByteBuffer bytes = ByteBuffer.allocate(byKey.size() * (BYTES_OF_A_KEY + COUNTS));
        byKey.keySet().forEach(bytes::putInt);
        byKey.values().forEach(counts -> bytes.put((byte) counts.words));
        byKey.values().forEach(counts -> bytes.put((byte) counts.entities));
        byKey.values().forEach(counts -> bytes.put((byte) (counts.written | (counts.title ? IN_TITLE : 0))));
        return bytes.array();
    }

    @FunctionalInterface
    private interface Keeping {
        void keep(Counts counts, float value);
    }

    private static void each(SparseVector vector, Map<Integer, Counts> byKey, Keeping keeping) {
        for (int i = 0; i < vector.size(); i++) {
            keeping.keep(byKey.computeIfAbsent(shortened(vector.key(i)), _ -> new Counts()), vector.value(i));
        }
    }

    /** What was damped to {@code value}. */
    private static int counted(float value) {
        return (int) Math.min(MOST, Math.round(Math.exp(value - 1)));
    }

    static Sketch read(byte[] bytes) {
        int size = bytes.length / (BYTES_OF_A_KEY + COUNTS);
        int[] keys = new int[size];
        ByteBuffer.wrap(bytes).asIntBuffer().get(keys);
        int words = size * BYTES_OF_A_KEY;
        int entities = words + size;
        int rest = entities + size;
        byte[] written = Arrays.copyOfRange(bytes, rest, rest + size);
        byte[] title = new byte[size];
        for (int i = 0; i < size; i++) {
            title[i] = (byte) (written[i] < 0 ? 1 : 0);
            written[i] &= MOST_WRITTEN;
        }
        return new Sketch(
                vector(keys, title, 0), vector(keys, bytes, words), vector(keys, bytes, entities), keys, written);
    }

    private static SparseVector vector(int[] keys, byte[] counts, int from) {
        int size = 0;
        for (int i = 0; i < keys.length; i++) {
            size += counts[from + i] == 0 ? 0 : 1;
        }
        long[] found = new long[size];
        float[] values = new float[size];
        int at = 0;
        for (int i = 0; i < keys.length; i++) {
            int count = Byte.toUnsignedInt(counts[from + i]);
            if (count > 0) {
                found[at] = (long) keys[i] << Integer.SIZE;
                values[at++] = DAMPED[count];
            }
        }
        return SparseVector.ofSorted(found, values);
    }
}

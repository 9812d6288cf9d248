package news.lede.story;

import java.util.Arrays;
import java.util.List;
import news.lede.text.SparseVector;
import news.lede.text.Token;

/**
 * A sketch of a text that shows near-identical copies, as wire reports are: the smallest hashes of all runs of {@value #RUN} words. The share of hashes in
 * common among the smallest of both estimates the share of runs that the texts have in common.
 */
record Copies(int[] smallest, int runs) {
    private static final int RUN = 4;
    private static final int KEPT = 128;
    /** A text with fewer runs of words says too little to call another its copy, unless they are the same. */
    private static final int FEW_RUNS = 25;

    private static final double COPY = 0.6;
    private static final double SHORT_COPY = 0.9;

    static final Copies NONE = new Copies(new int[0], 0);

    static Copies of(List<Token> tokens) {
        int runs = Math.max(0, tokens.size() - RUN + 1);
        int[] hashes = new int[runs];
        long[] words = new long[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = SparseVector.keyOf(tokens.get(i).folded());
        }
        for (int i = 0; i < runs; i++) {
            long hash = 1;
            for (int k = 0; k < RUN; k++) {
                hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            hashes[i] = (int) hash;
        }
        int[] distinct = Arrays.stream(hashes).sorted().distinct().toArray();
        return new Copies(Arrays.copyOf(distinct, Math.min(KEPT, distinct.length)), distinct.length);
    }

    /** Whether two texts are the same report, but for an edited line or an agency's mark. */
    boolean sameAs(Copies other) {
        if (runs == 0 || other.runs == 0) {
            return false;
        }
        return overlap(other) >= (Math.min(runs, other.runs) < FEW_RUNS ? SHORT_COPY : COPY);
    }

    /** The estimated share of word runs in common, 0 to 1. */
    double overlap(Copies other) {
        int shared = 0;
        int seen = 0;
        int i = 0;
        int j = 0;
        while (seen < KEPT && (i < smallest.length || j < other.smallest.length)) {
            boolean mine = j == other.smallest.length || (i < smallest.length && smallest[i] <= other.smallest[j]);
            boolean theirs = i == smallest.length || (j < other.smallest.length && other.smallest[j] <= smallest[i]);
            shared += mine && theirs ? 1 : 0;
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : (double) shared / seen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Copies(int[] hashes, int count) && runs == count && Arrays.equals(smallest, hashes);
    }

    @Override
    public int hashCode() {
        return 31 * runs + Arrays.hashCode(smallest);
    }

    @Override
    public String toString() {
        return "Copies[runs=" + runs + "]";
    }
}

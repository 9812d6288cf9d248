package news.lede.extract;

import java.util.Collection;

/**
 * Tells most words that begin no phrase of a list from those that do, at the cost of one look at a table that stays in the processor's cache. Most words of a page begin
 * none, and many lists are asked of each. Immutable.
 */
final class FirstWords {
    private static final int BITS = 1 << 14;

    private final long[] seen = new long[BITS / Long.SIZE];

    FirstWords(Collection<String> words) {
        for (String word : words) {
            int at = place(word);
            seen[at >> 6] |= 1L << at;
        }
    }

    /** True of every word of the list, and of a few others. */
    boolean mayHold(String word) {
        int at = place(word);
        return (seen[at >> 6] >>> at & 1) != 0;
    }

    private static int place(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 14) & BITS - 1;
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How copying a store ended. */
public sealed interface CopyOutcome {
    /** {@link Store#identity} of the store that was copied. */
    String from();

    /**
     * Every row is there, and was found equal.
     *
     * @param to identity of the copy, which is a store of its own
     * @param rows how many, by table
     * @param before how many of them an interrupted run had brought
     * @param anew whether an interrupted run had brought some that were not trusted, since the store was written to meanwhile
     */
    record Copied(String from, String to, SortedMap<String, Long> rows, long before, boolean anew)
            implements CopyOutcome {
        public Copied {
            rows = new TreeMap<>(rows);
        }
    }

    /**
     * Some rows differ, so the copy cannot be used; the next run begins anew.
     *
     * @param count of rows that differ
     * @param some of them, each in words
     */
    record Unequal(String from, long count, List<String> some) implements CopyOutcome {
        public Unequal {
            some = List.copyOf(some);
        }
    }

    /** It had been copied to its end before, and nothing was done now. */
    record CopiedBefore(String from, String to, Instant finished) implements CopyOutcome {}
}

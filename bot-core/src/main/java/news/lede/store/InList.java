package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Ids as the inside of {@code IN (…)}, in portions, since a statement has a greatest length. */
final class InList {
    /** A few kilobytes of statement: parsing it costs less than the look-ups it asks for. */
    private static final int PORTION = 500;

    private static final int DIGITS = 8;

    private InList() {}

    /** Takes a row of what was found; the row is only good for the call. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Calls {@code query} with each portion of the distinct ids in ascending order, not at all when there is none. */
    static <T> void forEach(Collection<T> ids, ToLongFunction<T> value, Consumer<String> query) {
        long[] sorted = new long[ids.size()];
        int given = 0;
        for (T id : ids) {
            sorted[given++] = value.applyAsLong(id);
        }
        Arrays.sort(sorted);
        int distinct = distinct(sorted);
        for (int from = 0; from < distinct; from += PORTION) {
            query.accept(portion(sorted, from, Math.min(distinct, from + PORTION)));
        }
    }

    /** Moves the distinct ones of a sorted array to its front, and counts them. */
    private static int distinct(long[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept;
    }

    /**
     * Reads what a statement finds for the ids, each row as it stands in the result: answers read hundreds of short rows, and JDBI's way to each costs more than the row. {@code before} ends where the list
     * begins, {@code after} begins behind it.
     */
    static <T> void rows(
            Handle handle, Collection<T> ids, ToLongFunction<T> value, String before, String after, Reader reader) {
        forEach(
                ids,
                value,
                in -> Jdbc.prepared(handle, before + in + after, statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            reader.read(rows);
                        }
                        return true;
                    }
                }));
    }

    private static String portion(long[] sorted, int from, int to) {
        StringBuilder portion = new StringBuilder(DIGITS * (to - from));
        for (int i = from; i < to; i++) {
            portion.append(i == from ? "" : ",").append(sorted[i]);
        }
        return portion.toString();
    }

    /** All ids at once, for lists that are known to be short enough. */
    static <T> String all(Collection<T> ids, ToLongFunction<T> value) {
        return ids.stream().map(id -> Long.toString(value.applyAsLong(id))).collect(Collectors.joining(","));
    }
}

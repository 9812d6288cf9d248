package news.lede.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Ids as the inside of {@code IN (…)}, in portions, since a statement has a greatest length. */
final class InList {
    /** A few kilobytes of statement: parsing it costs less than the look-ups it asks for. */
    private static final int PORTION = 500;

    private InList() {}

    /** Calls {@code query} with each portion of the distinct ids in ascending order, not at all when there is none. */
    static <T> void forEach(Collection<T> ids, ToLongFunction<T> value, Consumer<String> query) {
        long[] sorted = ids.stream().mapToLong(value).distinct().sorted().toArray();
        List<String> portion = new ArrayList<>();
        for (long id : sorted) {
            portion.add(Long.toString(id));
            if (portion.size() == PORTION) {
                query.accept(String.join(",", portion));
                portion.clear();
            }
        }
        if (!portion.isEmpty()) {
            query.accept(String.join(",", portion));
        }
    }

    /** All ids at once, for lists that are known to be short enough. */
    static <T> String all(Collection<T> ids, ToLongFunction<T> value) {
        return ids.stream().map(id -> Long.toString(value.applyAsLong(id))).collect(Collectors.joining(","));
    }
}

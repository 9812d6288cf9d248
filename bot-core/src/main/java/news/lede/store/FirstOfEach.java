package news.lede.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import news.lede.community.ConversationId;

/** Of rows in some order the first of each conversation. Nearly always those that come first are of different ones, so few are read. */
final class FirstOfEach {
    private static final int TIMES_MORE = 4;

    private FirstOfEach() {}

    /**
     * At most {@code limit}, none of {@code except}.
     *
     * @param first answers so many rows, or all there are
     */
    static <T> List<T> of(
            Collection<ConversationId> except,
            int limit,
            Function<T, ConversationId> conversation,
            IntFunction<List<T>> first) {
        for (int reach = 2 * limit + except.size(); ; reach *= TIMES_MORE) {
            List<T> rows = first.apply(reach);
            Set<ConversationId> taken = new HashSet<>(except);
            List<T> found = rows.stream()
                    .filter(row -> taken.add(conversation.apply(row)))
                    .limit(limit)
                    .toList();
            if (found.size() == limit || rows.size() < reach) {
                return found;
            }
        }
    }
}

package news.lede.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the rows of two tables one by one, and names those that differ. */
final class RowComparison {
    /** More would not tell more of what went wrong. */
    private static final int NAMED = 20;

    private final List<String> some = new ArrayList<>();
    private long different;

    /** Hears after each row of the first side. */
    interface Progress {
        void row();
    }

    void compare(StoreTable table, RowStream there, RowStream here, Progress progress) {
        @Nullable Object[] one = there.next();
        @Nullable Object[] other = here.next();
        while (one != null || other != null) {
            int order = one == null ? 1 : other == null ? -1 : table.compare(one, other);
            if (order < 0 && one != null) {
                note(table.named(one) + " is missing");
            } else if (order > 0 && other != null) {
                note(table.named(other) + " was never there");
            } else if (one != null && other != null) {
                List<String> columns = table.differences(one, other);
                if (!columns.isEmpty()) {
                    note(table.named(one) + " differs in " + String.join(", ", columns));
                }
            }
            if (order <= 0) {
                progress.row();
                one = there.next();
            }
            if (order >= 0) {
                other = here.next();
            }
        }
    }

    private void note(String what) {
        different++;
        if (some.size() < NAMED) {
            some.add(what);
        }
    }

    long different() {
        return different;
    }

    List<String> some() {
        return List.copyOf(some);
    }
}

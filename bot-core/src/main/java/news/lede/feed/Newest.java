package news.lede.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Cuts a flood of entries to the newest. Pure. */
final class Newest {
    /** More than any feed has for good reason. */
    static final int MOST = 1_000;

    private Newest() {}

    /**
     * At most 1,000 of the entries, in their order: the newest by date, and of those without a date, which count as older, the first, since feeds begin with
     * the newest.
     */
    static <T> List<T> of(List<T> entries, Function<T, Optional<Instant>> date) {
        if (entries.size() <= MOST) {
            return entries;
        }
        List<Instant> dates =
                entries.stream().map(e -> date.apply(e).orElse(Instant.MIN)).toList();
        List<T> kept = new ArrayList<>(MOST);
        IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> dates.get(i)).reversed())
                .limit(MOST)
                .sorted()
                .forEach(i -> kept.add(entries.get(i)));
        return kept;
    }
}

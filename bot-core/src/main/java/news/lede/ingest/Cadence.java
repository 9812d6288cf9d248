package news.lede.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.lede.feed.Entry;
import news.lede.source.PollState.Pace;
import news.lede.source.Wishes;

/** Tells from the dates of a feed's entries how it publishes. Pure. */
final class Cadence {
    /** What was usual years ago says little of now. */
    private static final int NEWEST = 20;

    private Cadence() {}

    /** Entries dated after {@code now} are mistakes and count for nothing; the usual gap needs three dated ones. */
    static Pace of(List<Entry> entries, Wishes wishes, Instant now) {
        List<Instant> dates = entries.stream()
                .flatMap(e -> e.published().or(e::updated).stream())
                .filter(date -> !date.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(NEWEST)
                .toList();
        return new Pace(dates.stream().findFirst(), usualGap(dates), wishes);
    }

    private static Optional<Duration> usualGap(List<Instant> newestFirst) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newestFirst.size(); i++) {
            gaps.add(Duration.between(newestFirst.get(i), newestFirst.get(i - 1)));
        }
        if (gaps.size() < 2) {
            return Optional.empty();
        }
        gaps.sort(null);
        return Optional.of(gaps.get(gaps.size() / 2));
    }
}

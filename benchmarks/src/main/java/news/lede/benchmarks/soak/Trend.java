package news.lede.benchmarks.soak;

import java.util.List;

/** Whether a series rises: medians of its second and of its last quarter, since the first quarter warms up. */
record Trend(long early, long late) {
    static Trend of(List<Long> series) {
        int quarter = Math.max(1, series.size() / 4);
        int from = Math.min(quarter, series.size() - 1);
        return new Trend(
                median(series.subList(from, Math.min(series.size(), from + quarter))),
                median(series.subList(series.size() - quarter, series.size())));
    }

    private static long median(List<Long> some) {
        List<Long> sorted = some.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** By how much the last is more than the early one, in percent. */
    double percent() {
        return early == 0 ? 0 : 100.0 * (late - early) / early;
    }
}

package news.lede.discord;

import java.time.Duration;
import java.util.List;
import news.lede.discord.server.Asked;

/** How long first answers took, as a line of a table. */
record FirstAnswers(String of, int count, Duration p50, Duration p99, Duration slowest) {
    static FirstAnswers of(String what, List<Asked> asked) {
        List<Duration> sorted = asked.stream()
                .flatMap(a -> a.firstAnswerAfter().stream())
                .sorted()
                .toList();
        return new FirstAnswers(what, sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    @Override
    public String toString() {
        return "of=%s count=%d p50=%dms p99=%dms slowest=%dms"
                .formatted(of, count, p50.toMillis(), p99.toMillis(), slowest.toMillis());
    }
}

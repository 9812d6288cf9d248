package news.lede.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The one place that says in which order stories are listed when nobody asked for anything in particular. Pure.
 *
 * <p>The weight of a story is its freshness in hours: minus the hours since its newest publication, plus {@value #HOURS_PER_DOUBLING} hours for each doubling
 * of its independent publishers, at most {@value #MOST_HOURS}. So among stories of one publisher the newest comes first, however small the difference, and a story that
 * four report stands where a single report six hours younger would. Publishers that carry the same report are not independent. Equal weights: newest first,
 * then the one that was stored first.
 */
public final class StoryRanking {
    private static final double HOURS_PER_DOUBLING = 3;
    private static final double MOST_HOURS = 12;

    private StoryRanking() {}

    /** A story with the weight it is ordered by, in hours; higher is heavier. */
    public record Ranked(StoryView story, double weight) {}

    /** Stories by freshness and number of publishers, heaviest first. */
    public static List<Ranked> rank(List<StoryView> stories, Instant now) {
        return stories.stream()
                .map(story -> new Ranked(story, weight(story, now)))
                .sorted(Comparator.comparingDouble(Ranked::weight)
                        .reversed()
                        .thenComparing(ranked -> ranked.story().published(), Comparator.reverseOrder())
                        .thenComparing(ranked -> ranked.story().id()))
                .toList();
    }

    private static double weight(StoryView story, Instant now) {
        double age = Duration.between(story.published(), now).toMillis() / 3_600_000.0;
        double doublings = Math.log(independentPublishers(story)) / Math.log(2);
        return Math.min(MOST_HOURS, HOURS_PER_DOUBLING * doublings) - age;
    }

    /** At least 1. */
    private static long independentPublishers(StoryView story) {
        long reports = story.articles().stream()
                .map(article -> article.report())
                .distinct()
                .count();
        return Math.max(1, Math.min(reports, story.publishers().size()));
    }
}

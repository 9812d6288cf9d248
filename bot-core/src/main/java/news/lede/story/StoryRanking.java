package news.lede.story;

import java.time.Instant;
import java.util.List;

/**
 * The one place that says in which order stories are listed when nobody asked for anything in particular. Pure.
 */
public final class StoryRanking {
    private StoryRanking() {}

    /** A story with the weight it is ordered by. */
    public record Ranked(StoryView story, double weight) {}

    /** Stories by freshness and number of publishers, heaviest first. */
    public static List<Ranked> rank(List<StoryView> stories, Instant now) {
        throw new UnsupportedOperationException();
    }
}

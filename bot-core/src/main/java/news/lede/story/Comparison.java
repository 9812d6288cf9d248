package news.lede.story;

import java.util.List;

/**
 * Where the sources of a story differ, side by side. Pure; what one asker may see is in the view it is made of.
 *
 * @param figures disputed ones first
 * @param attribution who is said to have said or done it
 * @param dates when it was
 */
public record Comparison(List<Dispute> figures, List<Difference> attribution, List<Difference> dates) {
    public Comparison {
        figures = List.copyOf(figures);
        attribution = List.copyOf(attribution);
        dates = List.copyOf(dates);
    }

    /** Compares every report of the story; wire copies count once. Empty lists where there is one report, or no difference that we can tell. */
    public static Comparison of(StoryView story) {
        List<ToldReport> reports = ToldReport.of(story);
        return new Comparison(Disputes.of(story), AttributionDifferences.of(reports), DateDifferences.of(reports));
    }

    public boolean isEmpty() {
        return figures.isEmpty() && attribution.isEmpty() && dates.isEmpty();
    }
}

package news.lede.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.lede.community.Viewer;
import news.lede.story.Stories;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.topic.TopicSearch.Judged;

/** What a definition would have matched of the stories of the last seven days. Thread-safe. */
public final class TopicReplay {
    public static final int DAYS = 7;

    /** Reading more takes longer than somebody waits for an answer; the newest of a busy week say as much. */
    private static final int MOST_STORIES = 1_500;
    /** Stories so far below the cut have little to do with the topic. */
    private static final double NEAR = 0.8;

    private final Stories stories;
    private final StoryViews views;
    private final TopicSearch search;

    public TopicReplay(Stories stories, StoryViews views, TopicSearch search) {
        this.stories = stories;
        this.views = views;
        this.search = search;
    }

    /** How many stories of one day fit. */
    public record Day(LocalDate date, int stories) {}

    /**
     * @param days the last seven, oldest first; fewer when not all stories of that time were looked at
     * @param fitting stories on the topic, best first
     * @param near those that only just are not, nearest first
     * @param looked how many stories were looked at
     */
    public record Replay(List<Day> days, List<Judged> fitting, List<Judged> near, int looked) {
        public Replay {
            days = List.copyOf(days);
            fitting = List.copyOf(fitting);
            near = List.copyOf(near);
        }
    }

    /** Of what {@code viewer} sees; a day begins at midnight in {@code zone}. */
    public Replay of(Topic topic, Viewer viewer, Instant now, ZoneId zone) {
        Week week = week(viewer, now, zone);
        List<Judged> judged = search.judge(topic, week.stories());
        List<Judged> fitting = best(judged, margin -> margin >= 0);
        return new Replay(
                week.days(fitting, zone),
                fitting,
                best(judged, margin -> margin < 0 && margin >= -NEAR),
                week.stories().size());
    }

    /** How many stories of each day fit each of several topics, as {@link #of} would say; the stories are read once for all. */
    public Map<TopicId, List<Day>> volumes(List<Topic> topics, Viewer viewer, Instant now, ZoneId zone) {
        Week week = week(viewer, now, zone);
        Map<TopicId, List<Day>> volumes = new LinkedHashMap<>();
        for (Topic topic : topics) {
            List<Judged> fitting = search.judge(topic, week.stories()).stream()
                    .filter(one -> one.margin() >= 0)
                    .toList();
            volumes.put(topic.id(), week.days(fitting, zone));
        }
        return volumes;
    }

    /** The stories of the days from {@code first} to {@code last}. */
    private record Week(LocalDate first, LocalDate last, List<StoryView> stories) {
        List<Day> days(List<Judged> fitting, ZoneId zone) {
            return Stream.iterate(first, date -> !date.isAfter(last), date -> date.plusDays(1))
                    .map(date -> new Day(date, (int) fitting.stream()
                            .filter(fit -> day(fit.story(), zone).equals(date))
                            .count()))
                    .toList();
        }
    }

    private Week week(Viewer viewer, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<StoryView> newest = views.views(stories.newest(viewer.sources(), MOST_STORIES), viewer);
        LocalDate first = firstDay(newest, today, zone);
        return new Week(
                first,
                today,
                newest.stream()
                        .filter(story -> !day(story, zone).isBefore(first))
                        .toList());
    }

    /** A day of which only the newest stories are looked at would count too few. */
    private static LocalDate firstDay(List<StoryView> newest, LocalDate today, ZoneId zone) {
        LocalDate wanted = today.minusDays(DAYS - 1L);
        if (newest.size() < MOST_STORIES) {
            return wanted;
        }
        LocalDate whole = newest.stream()
                .map(story -> day(story, zone))
                .min(Comparator.naturalOrder())
                .orElse(wanted)
                .plusDays(1);
        LocalDate latest = whole.isAfter(today) ? today : whole;
        return latest.isAfter(wanted) ? latest : wanted;
    }

    private static LocalDate day(StoryView story, ZoneId zone) {
        return LocalDate.ofInstant(story.published(), zone);
    }

    private static List<Judged> best(List<Judged> judged, Predicate<Double> margin) {
        List<Judged> found = new ArrayList<>(
                judged.stream().filter(one -> margin.test(one.margin())).toList());
        found.sort(Comparator.comparingDouble(Judged::margin)
                .thenComparing(one -> one.story().published())
                .reversed());
        return found;
    }
}

package news.lede.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.RankingWords;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.community.Viewer;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryView;
import news.lede.summary.Allowance;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;
import news.lede.text.ReadingTime;

/** {@code /brief}: what mattered in the last day, in so many minutes of reading; the first stories told at more length, stories on one subject beside each other. */
final class BriefCommand implements Handler {
    /** Stories of a day that are looked at; the newest where there are more. */
    private static final int LOOKED_AT = 2_000;
    /** Of these, so many with the most articles are weighed. */
    private static final int WEIGHED = 300;

    private static final int MOST_OF_ONE_SUBJECT = 2;
    private static final double MINUTE = 60;

    private final Newsroom newsroom;
    private final Rankings rankings;

    BriefCommand(Newsroom newsroom, Rankings rankings) {
        this.newsroom = newsroom;
        this.rankings = rankings;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.BRIEF;
    }

    @Override
    public Answer answer(Request request) {
        List<StoryId> newest = newsroom.stories().newest(request.viewer().sources(), LOOKED_AT);
        return newest.stream()
                .findFirst()
                .flatMap(first -> newsroom.views().view(first, request.viewer()))
                .map(first -> briefing(request, newest, Period.of(first.published(), request.now())))
                .orElseGet(() -> request.texts().notice("no-news", List.of()));
    }

    private Answer briefing(Request request, List<StoryId> newest, Period period) {
        BriefLength length = request.arguments().length();
        List<StoryId> since = newest.subList(0, since(newest, period.from(), request.viewer()));
        List<Told> told = tell(request, rankings.briefing(request, weightiest(since, request.viewer())), length);
        return new Answer.Briefing(
                request.texts().count("title.brief", length.minutes()),
                neighbours(told).stream().map(Told::item).toList(),
                actions(request.texts(), length),
                Optional.of(footer(request, period, told, since.size())));
    }

    /** How many of {@code newest}, newest first, are from {@code from} or later; at least one. Looks at few: each look reads a story. */
    private int since(List<StoryId> newest, Instant from, Viewer viewer) {
        int within = 1;
        int older = newest.size();
        while (within < older) {
            int middle = (within + older) >>> 1;
            boolean young = newsroom.views()
                    .view(newest.get(middle), viewer)
                    .filter(story -> !story.published().isBefore(from))
                    .isPresent();
            if (young) {
                within = middle + 1;
            } else {
                older = middle;
            }
        }
        return within;
    }

    /** Chosen by their number of articles, which tells roughly what matters without reading them. */
    private List<StoryView> weightiest(List<StoryId> since, Viewer viewer) {
        if (since.size() <= WEIGHED) {
            return newsroom.views().views(since, viewer);
        }
        return newsroom.views()
                .views(
                        newsroom.stories().findAll(since).stream()
                                .sorted(Comparator.comparingInt((Story story) ->
                                                -story.members().size())
                                        .thenComparing(Story::updated, Comparator.reverseOrder())
                                        .thenComparing(Story::id))
                                .limit(WEIGHED)
                                .map(Story::id)
                                .toList(),
                        viewer);
    }

    private record Told(StoryItem item, double seconds) {
        StoryView story() {
            return item.view();
        }
    }

    /** The weightiest stories, as many as can be read in the time; no more than two of them on one subject. */
    private List<Told> tell(Request request, List<Ranked> ranked, BriefLength length) {
        RankingWords words = new RankingWords(request.texts(), request.phrases());
        Allowance allowance = newsroom.summarizer().allowance();
        List<Told> told = new ArrayList<>();
        double left = length.minutes() * MINUTE;
        for (Ranked next : ranked) {
            boolean longer = told.size() < length.longer();
            double title = ReadingTime.seconds(next.story().title());
            double most = title + (longer ? Summarizer.Length.CARD : Summarizer.Length.LINE).seconds();
            if (most > left && !told.isEmpty()) {
                break;
            }
            if (told.stream()
                            .filter(other -> newsroom.ranking().alike(other.story(), next.story()))
                            .count()
                    >= MOST_OF_ONE_SUBJECT) {
                continue;
            }
            List<Statement> summary = newsroom.summarizer()
                    .summarize(next.story(), longer ? Summarizer.Length.CARD : Summarizer.Length.LINE, allowance);
            double seconds = title
                    + summary.stream()
                            .mapToDouble(statement -> ReadingTime.seconds(statement.text()))
                            .sum();
            left -= seconds;
            told.add(new Told(
                    new StoryItem(
                            next.story(),
                            summary,
                            words.inShort(next.weight()),
                            OptionalDouble.of(round(next.score()))),
                    seconds));
        }
        return told;
    }

    private static double round(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    /** In the order given, but what is on the subject of an earlier story stands right behind it. */
    private List<Told> neighbours(List<Told> told) {
        List<Told> ordered = new ArrayList<>();
        for (Told next : told) {
            int at = ordered.size();
            for (int i = ordered.size() - 1; i >= 0; i--) {
                if (newsroom.ranking().alike(ordered.get(i).story(), next.story())) {
                    at = i + 1;
                    break;
                }
            }
            ordered.add(at, next);
        }
        return ordered;
    }

    private static List<Action> actions(Texts texts, BriefLength length) {
        BriefLength other = length == BriefLength.SHORT ? BriefLength.LONG : BriefLength.SHORT;
        return List.of(
                new Action(texts.count("action.brief", other.minutes()), "/brief " + other.minutes()),
                new Action(texts.text("action.latest"), "/latest"));
    }

    private static String footer(Request request, Period period, List<Told> told, int all) {
        Texts texts = request.texts();
        double seconds = told.stream().mapToDouble(Told::seconds).sum();
        String reading = texts.count("brief.reading", Math.max(1, Math.round(seconds / MINUTE)));
        return period.quiet()
                ? texts.text("brief.quiet", request.phrases().age(newest(told), false), reading)
                : texts.text("brief.day", told.size(), all, reading);
    }

    private static Instant newest(List<Told> told) {
        return told.stream()
                .map(each -> each.story().published())
                .max(Instant::compareTo)
                .orElseThrow();
    }
}

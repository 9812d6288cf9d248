package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.community.Viewer;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Filter;
import news.lede.subscription.FilterText;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicReplay;

/** What a wish would have brought of the news of the last seven days. */
final class Forecast {
    private static final int DAYS = TopicReplay.DAYS;
    private static final int MOST_STORIES = 1_500;
    /** Each of them is read whole, while somebody waits. */
    private static final int MOST_FILTERED = 150;

    private static final int HOURS = 24;

    private final Newsroom newsroom;

    Forecast(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /**
     * @param stories that fit, newest first
     * @param aDay how many of them came on one day, on average
     * @param looked how far back was looked; where there is much to read that is less than the seven days
     */
    record Matches(List<StoryView> stories, double aDay, Duration looked) {}

    private record Looked(List<StoryView> stories, Duration back) {
        Looked(List<StoryView> stories, long days) {
            this(stories, Duration.ofDays(days));
        }
    }

    /** {@code there}: asked as where it is to be told. */
    Matches of(Request there, Wish wish) {
        Filter filter = Filter.of(wish.filter());
        Looked looked = looked(there, wish.subject(), filter);
        Instant since = there.now().minus(Duration.ofDays(DAYS));
        List<StoryView> fitting = looked.stories().stream()
                .filter(story -> !story.published().isBefore(since))
                .filter(story -> wish.languages().isEmpty() || wish.languages().contains(story.language()))
                .filter(story ->
                        wish.least() <= 1 || newsroom.ranking().voices(story).size() >= wish.least())
                .filter(story -> filter.isAnything()
                        || story.articles().stream().anyMatch(article -> filter.matches(FilterText.of(article))))
                .sorted(Comparator.comparing(StoryView::published)
                        .thenComparing(StoryView::id)
                        .reversed())
                .toList();
        double days = looked.back().toMinutes() / (double) Duration.ofDays(1).toMinutes();
        return new Matches(fitting, fitting.size() / days, looked.back());
    }

    private Looked looked(Request there, Subject subject, Filter filter) {
        int most = filter.isAnything() ? MOST_STORIES : MOST_FILTERED;
        return switch (subject) {
            case Subject.OfTopic(String name) -> onTopic(there, name);
            case Subject.OfWords(String words) -> new Looked(withWords(there, words), DAYS);
            case Subject.OfSource(SourceId source) -> newest(there, Set.of(source), most);
            case Subject.Everything _ -> newest(there, there.viewer().sources(), most);
        };
    }

    private Looked onTopic(Request there, String name) {
        Optional<Topic> topic =
                newsroom.topics().get().named(name, there.asker().workspace().id());
        if (topic.isEmpty()) {
            return new Looked(List.of(), DAYS);
        }
        TopicReplay.Replay replay = new TopicReplay(
                        newsroom.stories(),
                        newsroom.views(),
                        newsroom.topicSearch().get())
                .of(
                        topic.get(),
                        there.viewer(),
                        there.now(),
                        there.asker().workspace().zone());
        return new Looked(
                replay.fitting().stream().map(judged -> judged.story()).toList(),
                Math.max(1, replay.days().size()));
    }

    private List<StoryView> withWords(Request there, String words) {
        Viewer viewer = there.viewer();
        Set<ArticleId> found = new HashSet<>();
        for (Language language : languages(viewer)) {
            newsroom.index()
                    .get()
                    .search(new ArticleIndex.Query(
                            words,
                            true,
                            language,
                            viewer.sources(),
                            Optional.of(there.now().minus(Duration.ofDays(DAYS))),
                            MOST_STORIES))
                    .forEach(hit -> found.add(hit.article()));
        }
        Set<StoryId> stories = new HashSet<>(newsroom.stories().storiesOf(found).values());
        return newsroom.views().views(stories, viewer);
    }

    /** Words are looked up as words of every language that the visible news is in. */
    private List<Language> languages(Viewer viewer) {
        return newsroom.views().views(newsroom.stories().newest(viewer.sources(), Arguments.MAX_REACH), viewer).stream()
                .map(StoryView::language)
                .distinct()
                .toList();
    }

    /** Where there are more than are looked at, their days are counted as far back as those reach. */
    private Looked newest(Request there, Set<SourceId> sources, int most) {
        List<StoryView> stories = newsroom.views().views(newsroom.stories().newest(sources, most), there.viewer());
        Duration back = Duration.ofDays(DAYS);
        if (stories.size() >= most) {
            Instant oldest = stories.stream()
                    .map(StoryView::published)
                    .min(Comparator.naturalOrder())
                    .orElse(there.now());
            long hours = Duration.between(oldest, there.now()).toHours() + 1;
            back = Duration.ofHours(Math.clamp(hours, 1, DAYS * HOURS));
        }
        return new Looked(stories, back);
    }
}

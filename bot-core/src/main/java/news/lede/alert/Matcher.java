package news.lede.alert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.lede.alert.Announcements.Announcement;
import news.lede.alert.Matches.Match;
import news.lede.alert.Matches.OwnTopic;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.story.Stories;
import news.lede.story.Story;
import news.lede.story.StoryRanking;
import news.lede.subscription.FilterText;
import news.lede.subscription.Subscriptions.Wanted;
import news.lede.subscription.Wish;
import org.jspecify.annotations.Nullable;

/**
 * Finds the wishes that an announced revision of a story fits: each of its articles is compared once with each distinct topic, search, source and filter, whoever has them. Not thread-safe.
 *
 * <p>A wish for stories that several publishers tell is looked at again as they join. When there are enough, the articles that came before count too: it may have been one of those that fitted.
 */
final class Matcher {
    /** Of a story that reaches the number of publishers somebody asked for, so many articles of those before are looked at, the newest. */
    private static final int MOST_BEFORE = 20;

    private static final double CERTAIN = 1;

    private final Wishes wishes;
    private final Matches matches;
    private final Stories stories;
    private final Articles articles;
    private final StoryRanking ranking;
    private final TopicFits topics;

    Matcher(
            Wishes wishes,
            Matches matches,
            Stories stories,
            Articles articles,
            StoryRanking ranking,
            TopicFits topics) {
        this.wishes = wishes;
        this.matches = matches;
        this.stories = stories;
        this.articles = articles;
        this.ranking = ranking;
        this.topics = topics;
    }

    /** What makes two matches one. */
    private record Key(Wanted wanted, ArticleId article, Optional<WorkspaceId> within) {}

    /** Empty also when what was announced was taken back since. */
    List<Match> matches(Announcement announcement) {
        wishes.refresh();
        Optional<Story> story = stories.find(announcement.story());
        if (story.isEmpty() || wishes.isEmpty()) {
            return List.of();
        }
        List<Article> brought = articles.findAll(Announced.behind(stories, announcement).stream()
                .flatMap(revision -> revision.article().stream())
                .collect(Collectors.toSet()));
        Publicity publicity = publicity(story.get(), brought);
        List<OwnTopic> own = matches.ownTopics();
        Map<Key, Match> found = new LinkedHashMap<>();
        for (Article article : brought) {
            match(article, wish -> wish.least() <= publicity.now(), own, found);
        }
        for (Article article : publicity.before()) {
            match(article, publicity::isReached, own, found);
        }
        return List.copyOf(found.values());
    }

    /**
     * How many publishers tell a story.
     *
     * @param earlier how many did without what was brought
     * @param before the articles that were there, where there are enough now for a wish for which there were not
     */
    private record Publicity(int earlier, int now, List<Article> before) {
        boolean isReached(Wish wish) {
            return earlier < wish.least() && wish.least() <= now;
        }
    }

    private Publicity publicity(Story story, List<Article> brought) {
        if (wishes.most() == 1 || brought.isEmpty()) {
            return new Publicity(1, 1, List.of());
        }
        List<Article> all = articles.findAll(story.members()).stream()
                .sorted(Comparator.comparing(Article::published).thenComparing(Article::id))
                .toList();
        List<Article> before =
                all.stream().filter(Predicate.not(brought::contains)).toList();
        int earlier = before.isEmpty() ? 0 : ranking.voices(before).size();
        int now = ranking.voices(all).size();
        boolean reached = wishes.most() > earlier && now > earlier && now > 1;
        return new Publicity(
                earlier,
                now,
                reached ? before.subList(Math.max(0, before.size() - MOST_BEFORE), before.size()) : List.of());
    }

    private void match(Article article, Predicate<Wish> wanted, List<OwnTopic> own, Map<Key, Match> found) {
        Fitting fitting = new Fitting(article, wanted, found);
        Map<String, Double> shared = wishes.anyTopics() ? topics.shared(article.id()) : Map.of();
        shared.forEach((name, score) -> fitting.add(wishes.ofTopic(name), score, Optional.empty()));
        for (OwnTopic topic : own) {
            topics.own(article.id(), topic.workspace(), topic.name())
                    .ifPresent(
                            score -> fitting.add(wishes.ofTopic(topic.name()), score, Optional.of(topic.workspace())));
        }
        if (wishes.anyWords()) {
            wishes.finding(article).forEach(having -> fitting.add(having, CERTAIN, Optional.empty()));
        }
        for (SourceId source : articles.sourcesOf(article.id())) {
            fitting.add(wishes.ofSource(source), CERTAIN, Optional.empty());
        }
        fitting.add(wishes.ofEverything(), CERTAIN, Optional.empty());
    }

    /** What else a wish says, of one article. A filter that several wishes share is asked once. */
    private final class Fitting {
        private final Article article;
        private final Predicate<Wish> wanted;
        private final Map<Key, Match> found;
        private final Map<String, Boolean> passing = new HashMap<>();
        private @Nullable FilterText text;

        Fitting(Article article, Predicate<Wish> wanted, Map<Key, Match> found) {
            this.article = article;
            this.wanted = wanted;
            this.found = found;
        }

        private boolean passes(String filter) {
            return filter.isEmpty()
                    || passing.computeIfAbsent(
                            filter, written -> wishes.filter(written).matches(text()));
        }

        private FilterText text() {
            FilterText read = text;
            if (read == null) {
                read = FilterText.of(article);
                text = read;
            }
            return read;
        }

        void add(List<Wanted> candidates, double score, Optional<WorkspaceId> within) {
            for (Wanted candidate : candidates) {
                Wish wish = candidate.wish();
                if (wanted.test(wish)
                        && (wish.languages().isEmpty() || wish.languages().contains(article.language()))
                        && passes(wish.filter())) {
                    found.putIfAbsent(
                            new Key(candidate, article.id(), within),
                            new Match(candidate.id(), article.id(), score, within));
                }
            }
        }
    }
}

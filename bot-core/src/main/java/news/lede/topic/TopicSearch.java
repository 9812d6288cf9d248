package news.lede.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleIndex.Query;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.StoryViews;
import news.lede.text.Language;
import news.lede.topic.TopicBoard.Candidate;

/**
 * Finds the stories on a topic. Thread-safe.
 *
 * <p>Candidates are articles that {@link TopicDesk} holds a score of and, where it does not know enough, what the index finds by the topic's words. Stories are scored from their visible articles. Fresh
 * ones come before old ones that fit a little better.
 */
public final class TopicSearch {
    /** A story on a topic: how well it fits (comparable within one answer), and the topic's words found in it. */
    public record TopicHit(StoryId story, double score, List<String> words) {
        public TopicHit {
            words = List.copyOf(words);
        }
    }

    /** How a story fits a topic: {@code margin} is at least 0 when it is on it; the topic's words found in it. */
    public record Judged(StoryView story, double margin, List<String> words) {
        public Judged {
            words = List.copyOf(words);
        }
    }

    private static final int INDEX_HITS = 200;
    /** Articles looked at first, for each story asked for; then four times as many, and again. */
    private static final int ARTICLES_OF_A_STORY = 2;

    private static final int FEWEST_ARTICLES = 16;
    private static final int ROUNDS = 4;
    private static final int WORDS_SHOWN = 3;
    private static final double BEST = 0.6;
    /** What age costs: a day .17, a week .5, a month .9. */
    private static final double AGE = 0.25;

    private static final double RANK_STEPS = 1e6;
    private static final long MOST_CANDIDATES = 1L << 24;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final TopicDesk desk;
    private final Articles articles;
    private final ArticleIndex index;
    private final Stories stories;
    private final StoryViews views;
    private final WordSearch words;

    public TopicSearch(TopicDesk desk, Articles articles, ArticleIndex index, Stories stories, StoryViews views) {
        this.desk = desk;
        this.articles = articles;
        this.index = index;
        this.stories = stories;
        this.views = views;
        this.words = new WordSearch(index, stories, articles);
    }

    /** Visible stories on any words, at most {@code limit}: all words first, then most of them. */
    public List<TopicHit> on(String words, Viewer viewer, int limit) {
        return this.words.on(words, viewer, limit);
    }

    /**
     * Visible stories that fit, best and freshest first, at most {@code limit}. Where none is clearly on the topic, those that may be.
     */
    public List<TopicHit> on(Topic topic, Viewer viewer, int limit) {
        TopicBoard board = desk.board(topic, viewer.workspace());
        List<Candidate> candidates = board.candidates();
        Asked asked = new Asked(board, viewer, limit);
        if (desk.knowsWords(board)) {
            List<TopicHit> hits = asked.best(candidates);
            if (hits.size() >= limit || desk.reachesAll()) {
                return hits;
            }
        }
        Map<ArticleId, Candidate> more = new HashMap<>();
        candidates.forEach(candidate -> more.put(candidate.article().id(), candidate));
        desk.beyond(board, byWords(topic, viewer))
                .forEach(candidate -> more.put(candidate.article().id(), candidate));
        return asked.best(List.copyOf(more.values()));
    }

    /** How each of these stories fits a definition, in their order, as {@link #on} would say where nobody has voted. */
    public List<Judged> judge(Topic topic, List<StoryView> stories) {
        TopicBoard board = desk.board(topic);
        List<ArticleId> asked = stories.stream()
                .flatMap(story -> story.articles().stream())
                .map(Article::id)
                .toList();
        Map<ArticleId, TopicProfile.Fit> fits = desk.fits(board, asked);
        return stories.stream()
                .map(story -> judged(story, board.profile(), fits))
                .toList();
    }

    private static Judged judged(StoryView story, TopicProfile profile, Map<ArticleId, TopicProfile.Fit> fits) {
        Summed summed = Summed.of(story, fits);
        double margin = profile.margin(new TopicProfile.Fit(summed.best, summed.words));
        return new Judged(story, margin - (summed.best - summed.score()), shown(summed.words));
    }

    private static List<String> shown(List<String> words) {
        return words.subList(0, Math.min(WORDS_SHOWN, words.size()));
    }

    /** Of a story's articles the best, the sum, how many are known. */
    private record Summed(double best, double sum, int count, List<String> words) {
        static Summed of(StoryView story, Map<ArticleId, TopicProfile.Fit> fits) {
            double best = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int count = 0;
            List<String> words = List.of();
            for (Article article : story.articles()) {
                TopicProfile.Fit fit = fits.get(article.id());
                if (fit != null && Double.isFinite(fit.score())) {
                    sum += fit.score();
                    count++;
                    if (fit.score() > best) {
                        best = fit.score();
                        words = fit.words();
                    }
                }
            }
            return new Summed(best, sum, count, words);
        }

        /** Mostly its best article; a story of which only one of many articles brushes the topic is held back. */
        double score() {
            return count == 0 ? best : BEST * best + (1 - BEST) * sum / count;
        }
    }

    /** In every language the topic has words in. */
    private Set<ArticleId> byWords(Topic topic, Viewer viewer) {
        Set<ArticleId> found = new LinkedHashSet<>();
        Set<Language> languages = new HashSet<>(topic.words().keySet());
        languages.addAll(topic.names().keySet());
        for (Language language : languages) {
            List<String> words = new ArrayList<>(topic.words().getOrDefault(language, List.of()));
            words.add(topic.name(language));
            String any = words.stream()
                    .map(word -> word.indexOf(' ') < 0 ? word : '"' + word.replace("*", "") + '"')
                    .collect(Collectors.joining(" "));
            index.search(new Query(any, false, language, viewer.sources(), Optional.empty(), INDEX_HITS))
                    .forEach(hit -> found.add(hit.article()));
        }
        return found;
    }

    private record Scored(TopicHit hit, Instant newest, double rank) {}

    /** One question. */
    private final class Asked {
        private final TopicBoard board;
        private final Viewer viewer;
        private final int limit;

        Asked(TopicBoard board, Viewer viewer, int limit) {
            this.board = board;
            this.viewer = viewer;
            this.limit = limit;
        }

        List<TopicHit> best(List<Candidate> candidates) {
            List<Candidate> wanted =
                    candidates.stream().filter(Candidate::wanted).toList();
            List<TopicHit> hits = ranked(wanted);
            return hits.isEmpty() && wanted.size() < candidates.size() ? ranked(candidates) : hits;
        }

        private List<TopicHit> ranked(List<Candidate> candidates) {
            if (candidates.isEmpty()) {
                return List.of();
            }
            long newest = candidates.stream()
                    .mapToLong(candidate -> candidate.article().publishedAt())
                    .max()
                    .getAsLong();
            int[] order = order(candidates, newest);
            Map<ArticleId, TopicProfile.Fit> fits = new HashMap<>();
            List<Scored> found = new ArrayList<>();
            Set<StoryId> seen = new HashSet<>();
            int portion = Math.max(FEWEST_ARTICLES, ARTICLES_OF_A_STORY * limit);
            int from = 0;
            for (int round = 0; round < ROUNDS && from < order.length && found.size() < limit; round++) {
                List<Candidate> next = Arrays.stream(order, from, Math.min(order.length, from + portion))
                        .mapToObj(candidates::get)
                        .toList();
                next.forEach(candidate -> fits.put(candidate.article().id(), candidate.fit()));
                for (StoryView story : visible(next, seen)) {
                    // What is older than the window says nothing against a story.
                    story.articles()
                            .forEach(article ->
                                    desk.fit(board, article.id()).ifPresent(fit -> fits.put(article.id(), fit)));
                    found.add(score(story, fits, newest));
                }
                from += portion;
                portion *= 4;
            }
            return found.stream()
                    .sorted(Comparator.comparingDouble((Scored scored) -> -scored.rank)
                            .thenComparing(Scored::newest, Comparator.reverseOrder()))
                    .limit(limit)
                    .map(Scored::hit)
                    .toList();
        }

        /** The places of candidates, best first. Sorting numbers takes a tenth of the time that sorting candidates takes. */
        private static int[] order(List<Candidate> candidates, long newest) {
            long[] keys = new long[candidates.size()];
            for (int i = 0; i < keys.length; i++) {
                Candidate candidate = candidates.get(i);
                double rank = rank(candidate.fit().score(), candidate.article().publishedAt(), newest);
                keys[i] = Math.round(-rank * RANK_STEPS) * MOST_CANDIDATES + i;
            }
            Arrays.sort(keys);
            return Arrays.stream(keys)
                    .mapToInt(key -> (int) Math.floorMod(key, MOST_CANDIDATES))
                    .toArray();
        }

        private List<StoryView> visible(List<Candidate> candidates, Set<StoryId> seen) {
            List<ArticleId> ids = candidates.stream()
                    .map(candidate -> candidate.article().id())
                    .toList();
            Set<ArticleId> visible = articles.visible(ids, viewer.sources());
            Set<StoryId> next = storiesOf(ids.stream().filter(visible::contains).toList());
            next.removeAll(seen);
            seen.addAll(next);
            return views.views(next, viewer);
        }

        private Scored score(StoryView story, Map<ArticleId, TopicProfile.Fit> fits, long newestOfAll) {
            Summed summed = Summed.of(story, fits);
            Instant newest = story.articles().stream()
                    .map(Article::published)
                    .max(Comparator.naturalOrder())
                    .orElse(story.published());
            return new Scored(
                    new TopicHit(story.id(), summed.score(), shown(summed.words)),
                    newest,
                    rank(summed.score(), newest.getEpochSecond(), newestOfAll));
        }
    }

    private static double rank(double score, long published, long newest) {
        return score - AGE * Math.log1p(Math.max(0, newest - published) / SECONDS_OF_A_DAY);
    }

    private Set<StoryId> storiesOf(Collection<ArticleId> found) {
        Map<ArticleId, StoryId> of = stories.storiesOf(found);
        Set<StoryId> ids = new LinkedHashSet<>();
        for (ArticleId article : found) {
            StoryId story = of.get(article);
            if (story != null) {
                ids.add(story);
            }
        }
        return ids;
    }
}

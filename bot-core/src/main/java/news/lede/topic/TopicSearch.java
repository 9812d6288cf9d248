package news.lede.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Finds the stories on a topic, or on any words. Thread-safe.
 *
 * <p>Candidates are what the index finds by the topic's words, the newest stories, and recent articles whose vectors are near to the topic's; each is then scored by
 * {@link TopicScorer} from its visible articles.
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
    private static final int NEWEST_STORIES = 100;
    private static final int NEAREST = 200;
    private static final int WORDS_SHOWN = 3;
    private static final double BEST = 0.6;
    private static final TopicId ASKED = new TopicId("asked");

    private final ArticleIndex index;
    private final Stories stories;
    private final StoryViews views;
    private final ArticleVectors articleVectors;
    private final TopicVectors topicVectors;
    private final NewsWording wording;

    public TopicSearch(
            Articles articles,
            ArticleIndex index,
            Stories stories,
            StoryViews views,
            Embedder embedder,
            Vectors vectors) {
        this.index = index;
        this.stories = stories;
        this.views = views;
        this.articleVectors = new ArticleVectors(articles, embedder, vectors);
        this.topicVectors = new TopicVectors(embedder, vectors);
        this.wording = new NewsWording(articles);
    }

    /** Visible stories that fit, best and among equals newest first; what only brushes the topic comes last or not at all. */
    public List<TopicHit> on(Topic topic, Viewer viewer, int limit) {
        Map<ArticleId, float[]> recent = articleVectors.recent();
        Optional<TopicMeaning> meaning = topicVectors.meaning(topic, List.copyOf(recent.values()));
        TopicScorer scorer = new TopicScorer(topic, meaning);
        Set<StoryId> candidates = new LinkedHashSet<>();
        candidates.addAll(storiesOf(byWords(topic, viewer)));
        candidates.addAll(stories.newest(viewer.sources(), NEWEST_STORIES));
        meaning.ifPresent(m -> candidates.addAll(storiesOf(nearest(m, recent))));

        List<Scored> fitting = scored(views.views(candidates, viewer), scorer, recent).stream()
                .filter(scored -> scored.margin >= 0)
                .toList();
        return best(fitting, limit);
    }

    /** How each of these stories fits, in their order. What is there to be found decides as when {@link #on} is asked, except that these stories are the candidates. */
    public List<Judged> judge(Topic topic, List<StoryView> stories) {
        Map<ArticleId, float[]> recent = articleVectors.recent();
        Optional<TopicMeaning> meaning = topicVectors.meaning(topic, List.copyOf(recent.values()));
        return scored(stories, new TopicScorer(topic, meaning), recent).stream()
                .map(scored -> new Judged(scored.story, scored.margin, scored.hit.words()))
                .toList();
    }

    private List<Scored> scored(List<StoryView> seen, TopicScorer scorer, Map<ArticleId, float[]> recent) {
        Map<ArticleId, float[]> known = vectorsOf(seen, recent);
        Map<ArticleId, TopicScorer.Read> read = new LinkedHashMap<>();
        for (Article article : articlesOf(seen)) {
            read.put(article.id(), read(article, known));
        }
        TopicScorer informed = wording.usual()
                .map(usual -> scorer.informed(List.copyOf(read.values()), usual))
                .orElse(scorer);
        return seen.stream().map(story -> score(story, informed, read)).toList();
    }

    /** The same for any words: all of them first, then most of them. */
    public List<TopicHit> on(String words, Viewer viewer, int limit) {
        int most = Math.max(limit, INDEX_HITS);
        List<ArticleId> order = new ArrayList<>();
        index.search(query(words, true, viewer, most)).forEach(hit -> order.add(hit.article()));
        Topic asked = Topic.ofName(ASKED, words.isBlank() ? "?" : words);
        TopicWords wanted = new TopicWords(asked);
        Set<ArticleId> all = Set.copyOf(order);
        index.search(query(words, false, viewer, most)).forEach(hit -> order.add(hit.article()));

        List<Worded> found = new ArrayList<>();
        for (StoryView story : views.views(storiesOf(order), viewer)) {
            found.add(worded(story, wanted, all));
        }
        // The index orders by how telling the words are; that order stays among stories with as many of them.
        found.sort(Comparator.comparing((Worded w) -> !w.all)
                .thenComparing(w -> -w.found.words().size()));
        List<TopicHit> hits = new ArrayList<>();
        for (Worded one : found.subList(0, Math.min(limit, found.size()))) {
            List<String> shown = one.found.words();
            hits.add(new TopicHit(
                    one.story.id(), 1.0 / (1 + hits.size()), shown.subList(0, Math.min(WORDS_SHOWN, shown.size()))));
        }
        return hits;
    }

    private record Worded(StoryView story, boolean all, TopicWords.Found found) {}

    private static Worded worded(StoryView story, TopicWords wanted, Set<ArticleId> withAll) {
        boolean all = story.articles().stream().anyMatch(article -> withAll.contains(article.id()));
        TopicWords.Found best = TopicWords.Found.NOTHING;
        for (Article article : story.articles()) {
            TopicWords.Found found = wanted.in(article.title(), article.text(), Language.ENGLISH);
            if (found.words().size() > best.words().size()) {
                best = found;
            }
        }
        return new Worded(story, all, best);
    }

    /** Makes vectors of at most {@code limit} articles that have none yet, newest first; does nothing without an {@link Embedder}. */
    public void prepare(int limit) {
        articleVectors.prepare(limit);
    }

    /** Makes the vectors that matching these topics needs, so that the first question about them waits for no model. */
    public void prepare(Collection<Topic> topics) {
        topicVectors.prepare(topics);
    }

    private static Query query(String words, boolean all, Viewer viewer, int limit) {
        return new Query(words, all, Language.ENGLISH, viewer.sources(), Optional.empty(), limit);
    }

    /** In every language the topic has words in. */
    private List<ArticleId> byWords(Topic topic, Viewer viewer) {
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
        return List.copyOf(found);
    }

    private static List<ArticleId> nearest(TopicMeaning meaning, Map<ArticleId, float[]> recent) {
        record Near(ArticleId article, double likeness) {}
        return recent.entrySet().stream()
                .map(entry -> new Near(entry.getKey(), meaning.of(entry.getValue())))
                .filter(near -> near.likeness >= TopicScorer.FITS_WITHOUT_WORDS)
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .limit(NEAREST)
                .map(Near::article)
                .toList();
    }

    private static TopicScorer.Read read(Article article, Map<ArticleId, float[]> known) {
        return new TopicScorer.Read(TopicText.of(article), Optional.ofNullable(known.get(article.id())));
    }

    private static List<Article> articlesOf(List<StoryView> seen) {
        return seen.stream().flatMap(story -> story.articles().stream()).toList();
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

    private Map<ArticleId, float[]> vectorsOf(List<StoryView> seen, Map<ArticleId, float[]> recent) {
        Map<ArticleId, float[]> known = new HashMap<>(recent);
        List<ArticleId> older = articlesOf(seen).stream()
                .map(Article::id)
                .filter(id -> !recent.containsKey(id))
                .toList();
        known.putAll(articleVectors.of(older));
        return known;
    }

    private record Scored(TopicHit hit, StoryView story, double margin) {}

    /** Mostly its best article; a story of which only one of many articles brushes the topic is held back. */
    private static Scored score(StoryView story, TopicScorer scorer, Map<ArticleId, TopicScorer.Read> read) {
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double margin = Double.NEGATIVE_INFINITY;
        List<String> words = List.of();
        for (Article article : story.articles()) {
            TopicScorer.Fit fit = scorer.fit(Objects.requireNonNull(read.get(article.id())));
            sum += fit.score();
            margin = Math.max(margin, fit.margin());
            if (fit.score() > best) {
                best = fit.score();
                words = fit.words();
            }
        }
        double score = BEST * best + (1 - BEST) * sum / story.articles().size();
        List<String> shown = words.subList(0, Math.min(WORDS_SHOWN, words.size()));
        return new Scored(new TopicHit(story.id(), score, shown), story, margin - (best - score));
    }

    private static List<TopicHit> best(List<Scored> scored, int limit) {
        return scored.stream()
                .sorted(Comparator.comparingLong((Scored s) -> -Math.round(s.hit.score() * 100))
                        .thenComparing(s -> s.story.published(), Comparator.reverseOrder()))
                .limit(limit)
                .map(Scored::hit)
                .toList();
    }
}

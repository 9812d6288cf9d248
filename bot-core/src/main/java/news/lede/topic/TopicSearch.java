package news.lede.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

    private static final int INDEX_HITS = 200;
    private static final int NEWEST_STORIES = 100;
    private static final int NEAREST = 200;
    private static final int WORDS_SHOWN = 3;

    // How far back vectors are compared: about a day of a large installation, months of a small one.
    private static final int VECTOR_WINDOW = 10_000;

    private final Articles articles;
    private final ArticleIndex index;
    private final Stories stories;
    private final StoryViews views;
    private final Embedder embedder;
    private final Vectors vectors;
    private final TopicVectors topicVectors;

    public TopicSearch(
            Articles articles,
            ArticleIndex index,
            Stories stories,
            StoryViews views,
            Embedder embedder,
            Vectors vectors) {
        this.articles = articles;
        this.index = index;
        this.stories = stories;
        this.views = views;
        this.embedder = embedder;
        this.vectors = vectors;
        this.topicVectors = new TopicVectors(embedder, vectors);
    }

    /** Visible stories that fit, best and among equals newest first; what only brushes the topic comes last or not at all. */
    public List<TopicHit> on(Topic topic, Viewer viewer, int limit) {
        Optional<TopicMeaning> meaning = topicVectors.meaning(topic);
        TopicScorer scorer = new TopicScorer(topic, meaning);
        Set<StoryId> candidates = new LinkedHashSet<>();
        candidates.addAll(storiesOf(byWords(topic, viewer)));
        candidates.addAll(stories.newest(viewer.sources(), NEWEST_STORIES));
        meaning.ifPresent(m -> candidates.addAll(storiesOf(byMeaning(m))));

        List<StoryView> seen = views.views(candidates, viewer);
        Map<ArticleId, float[]> known = vectorsOf(seen);
        List<Scored> scored = new ArrayList<>();
        for (StoryView story : seen) {
            Scored one = score(story, scorer, known);
            if (one.hit.score() >= TopicScorer.FITS) {
                scored.add(one);
            }
        }
        return best(scored, limit);
    }

    /** The same for any words: all of them first, then most of them. */
    public List<TopicHit> on(String words, Viewer viewer, int limit) {
        List<ArticleIndex.Hit> all = index.search(query(words, true, viewer, Math.max(limit, INDEX_HITS)));
        List<ArticleIndex.Hit> any = index.search(query(words, false, viewer, Math.max(limit, INDEX_HITS)));
        List<ArticleId> order = new ArrayList<>();
        all.forEach(hit -> order.add(hit.article()));
        any.forEach(hit -> order.add(hit.article()));
        List<TopicHit> hits = new ArrayList<>();
        List<StoryView> found = views.views(storiesOf(order), viewer);
        for (int i = 0; i < Math.min(limit, found.size()); i++) {
            hits.add(new TopicHit(found.get(i).id(), 1.0 / (1 + i), List.of()));
        }
        return hits;
    }

    /** Makes vectors of articles that have none yet, newest first; does nothing without an {@link Embedder}. */
    public void prepare(int limit) {
        if (!embedder.enabled()) {
            return;
        }
        List<Article> missing = articles.findAll(vectors.missing(embedder.model(), limit));
        if (missing.isEmpty()) {
            return;
        }
        List<float[]> made;
        try {
            made = embedder.embed(missing.stream().map(TopicSearch::head).toList());
        } catch (IllegalStateException e) {
            // The embedder has said why; topics go on by words.
            return;
        }
        for (int i = 0; i < made.size(); i++) {
            vectors.putArticle(embedder.model(), missing.get(i).id(), made.get(i));
        }
    }

    /** Makes the vectors that matching these topics needs, so that the first question about them waits for no model. */
    public void prepare(Collection<Topic> topics) {
        topicVectors.prepare(topics);
    }

    /** What of an article is embedded: the title and as much of its beginning as the model reads. */
    static String head(Article article) {
        String text = String.join(" ", article.paragraphs());
        return article.title() + ". " + text.substring(0, Math.min(600, text.length()));
    }

    private static Query query(String words, boolean all, Viewer viewer, int limit) {
        return new Query(words, all, Language.ENGLISH, viewer.sources(), Optional.empty(), limit);
    }

    /** In every language the topic has words in; the index knows no endings, so a {@code *} is cut off. */
    private List<ArticleId> byWords(Topic topic, Viewer viewer) {
        Set<ArticleId> found = new LinkedHashSet<>();
        Set<Language> languages = new HashSet<>(topic.words().keySet());
        languages.addAll(topic.names().keySet());
        for (Language language : languages) {
            List<String> words = new ArrayList<>(topic.words().getOrDefault(language, List.of()));
            words.add(topic.name(language));
            String any = words.stream()
                    .map(word -> word.replace("*", ""))
                    .map(word -> word.indexOf(' ') < 0 ? word : '"' + word + '"')
                    .collect(Collectors.joining(" "));
            index.search(new Query(any, false, language, viewer.sources(), Optional.empty(), INDEX_HITS))
                    .forEach(hit -> found.add(hit.article()));
        }
        return List.copyOf(found);
    }

    /** Of the newest articles with a vector, the nearest. */
    private List<ArticleId> byMeaning(TopicMeaning meaning) {
        long last = articles.last().value();
        List<ArticleId> window = LongStream.rangeClosed(Math.max(1, last - VECTOR_WINDOW + 1), last)
                .mapToObj(ArticleId::new)
                .toList();
        record Near(ArticleId article, double likeness) {}
        return vectors.ofArticles(embedder.model(), window).entrySet().stream()
                .map(entry -> new Near(entry.getKey(), meaning.of(entry.getValue())))
                .filter(near -> near.likeness >= TopicScorer.FITS)
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .limit(NEAREST)
                .map(Near::article)
                .toList();
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

    private Map<ArticleId, float[]> vectorsOf(List<StoryView> seen) {
        List<ArticleId> ids = seen.stream()
                .flatMap(story -> story.articles().stream())
                .map(Article::id)
                .toList();
        return vectors.ofArticles(embedder.model(), ids);
    }

    private record Scored(TopicHit hit, StoryView story) {}

    /** Mostly its best article; a story of which only one of many articles brushes the topic is held back. */
    private static Scored score(StoryView story, TopicScorer scorer, Map<ArticleId, float[]> known) {
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        List<String> words = List.of();
        for (Article article : story.articles()) {
            TopicScorer.Fit fit = scorer.fit(
                    article.title(), article.text(), article.language(), Optional.ofNullable(known.get(article.id())));
            sum += fit.score();
            if (fit.score() > best) {
                best = fit.score();
                words = fit.words();
            }
        }
        double score = 0.6 * best + 0.4 * sum / story.articles().size();
        List<String> shown = words.subList(0, Math.min(WORDS_SHOWN, words.size()));
        return new Scored(new TopicHit(story.id(), score, shown), story);
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

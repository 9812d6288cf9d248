package news.lede.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.story.Kinship.Compared;
import news.lede.story.Kinship.Nearness;
import news.lede.story.Related.Reason;
import news.lede.story.Telling.Term;
import news.lede.text.Language;

/**
 * Finds what else there is around a story or some words. Thread-safe.
 *
 * <p>Candidates come from the search index by the most telling names and words, in every language read lately, and from what publishers listed beside it. They are ordered by
 * their {@link Kinship}, without a threshold and without regard to time. What shares nothing telling is left out unless a publisher listed it, and comes last then.
 */
public final class RelatedStories {
    private static final int SEARCH_TERMS = 32;
    private static final int CANDIDATES = 60;
    private static final int MOST_LANGUAGES = 4;
    private static final int OWN_ARTICLES = 8;
    private static final int NAMES_SHOWN = 4;
    private static final int UBIQUITOUS_NAMES_SHOWN = 2;
    private static final int WORDS_SHOWN = 3;
    /** Without a telling name in common two texts must be this much more alike than chance, in deviations. */
    private static final double LEAST_LIKENESS = 0.5;

    /** What is so much more alike than chance relates, however little telling the names and words are that both have. */
    private static final double CLEARLY_NEAR = 1;

    private static final int LEAST_WORDS = 2;
    private static final float[] NO_MEANING = {};

    private final Stories stories;
    private final Articles articles;
    private final ArticleIndex index;
    private final StoryViews views;
    private final Meanings meanings;
    private final Readings readings = new Readings();
    private final NewsSample sample;

    /** Relates by words and names alone. */
    public RelatedStories(Stories stories, Articles articles, ArticleIndex index, StoryViews views) {
        this(stories, articles, index, views, Meanings.none());
    }

    public RelatedStories(Stories stories, Articles articles, ArticleIndex index, StoryViews views, Meanings meanings) {
        this.stories = stories;
        this.articles = articles;
        this.index = index;
        this.views = views;
        this.meanings = meanings;
        this.sample = new NewsSample(articles, readings);
    }

    /** Other visible stories that share people, places, event or subject with {@code story}, best first; itself left out. */
    public List<Related> to(StoryView story, Viewer viewer, int limit) {
        Likeness likeness = sample.likeness(story.language());
        List<Article> own = newest(story.articles());
        List<Reading> read = own.stream().map(readings::of).toList();
        Telling telling = Telling.of(read.stream().map(Reading::wording).toList(), likeness);
        Set<EventKind> kinds = read.stream().flatMap(one -> one.kind().stream()).collect(Collectors.toSet());
        // What its own reports call by two names is of no kind that could be told.
        Set<EventKind> kind = kinds.size() == 1 ? kinds : Set.of();
        Set<ArticleId> ownIds = ids(own);
        Set<ArticleId> beside = listedBeside(ownIds);
        Set<ArticleId> candidates = search(telling.toSearchFor(SEARCH_TERMS), story.language(), viewer);
        candidates.addAll(articles.visible(beside, viewer.sources()));
        candidates.removeAll(ownIds);
        List<Article> others = articles.findAll(candidates);
        List<Nearness> near = nearness(likeness, own, others);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Article other = others.get(i);
            Wording theirs = readings.of(other).wording();
            // Words of another language say nothing to the reader, and alike spelling is not alike meaning; names do.
            List<Term> words = other.language().equals(story.language()) ? telling.sharedWords(theirs) : List.of();
            List<Term> names = telling.sharedNames(theirs, likeness);
            Optional<EventKind> event = readings.of(other).kind().filter(kind::contains);
            found.add(judge(other.id(), near.get(i), beside.contains(other.id()), names, words, event));
        }
        return answer(found, Optional.of(story.id()), viewer, limit);
    }

    private List<Nearness> nearness(Likeness likeness, List<Article> own, List<Article> others) {
        Set<ArticleId> all = ids(own);
        all.addAll(ids(others));
        Map<ArticleId, float[]> known = meanings.of(all);
        return new Kinship(likeness).of(compared(likeness, own, known), compared(likeness, others, known));
    }

    private List<Compared> compared(Likeness likeness, List<Article> of, Map<ArticleId, float[]> known) {
        return of.stream()
                .map(article -> new Compared(
                        likeness.weigh(readings.of(article).fingerprint()),
                        known.getOrDefault(article.id(), NO_MEANING)))
                .toList();
    }

    /** Visible stories around some words, best first. */
    public List<Related> to(String words, Viewer viewer, int limit) {
        List<Found> found = new ArrayList<>();
        for (Language language : languages(Optional.empty())) {
            Likeness likeness = sample.likeness(language);
            Telling asked = Telling.of(List.of(Wording.of(words, language)), likeness);
            double asking =
                    asked.words().values().stream().mapToDouble(Term::weight).sum();
            Set<ArticleId> candidates = hits(words, language, viewer);
            for (Article candidate : articles.findAll(candidates)) {
                List<Term> shared = new ArrayList<>();
                for (Wording.Word theirs : readings.of(candidate).wording().words()) {
                    Term term = asked.words().get(theirs.stem());
                    if (term != null) {
                        shared.add(new Term(theirs.text(), term.weight(), theirs.count()));
                    }
                }
                double score = shared.stream().mapToDouble(Term::value).sum() / Math.max(1, asking);
                if (!shared.isEmpty()) {
                    shared.sort(Comparator.comparingDouble(Term::weight).reversed());
                    found.add(new Found(
                            candidate.id(), true, score, List.of(new Reason.Words(texts(shared, WORDS_SHOWN)))));
                }
            }
        }
        return answer(found, Optional.empty(), viewer, limit);
    }

    /** A candidate with its reasons; without any it is not to be shown. */
    private record Found(ArticleId article, boolean telling, double score, List<Reason> reasons) {}

    private static Found judge(
            ArticleId article,
            Nearness near,
            boolean listed,
            List<Term> names,
            List<Term> words,
            Optional<EventKind> event) {
        // Reasons are words and names, so words and names alone may justify them too: meaning puts in order, it
        // hides nothing that can be told.
        double nearness = Math.max(near.worded(), near.own());
        List<Term> tellingNames = nearness < 0 && !listed
                ? List.of()
                : names.stream().filter(Term::telling).toList();
        List<Term> tellingWords = words.stream().filter(Term::telling).toList();
        boolean byWords = tellingWords.size() >= LEAST_WORDS && nearness >= LEAST_LIKENESS;
        if (tellingNames.isEmpty() && !byWords && nearness >= CLEARLY_NEAR) {
            // Where one subject fills the news its names and words are in every tenth article, and tell all the same.
            tellingNames = names.stream().limit(UBIQUITOUS_NAMES_SHOWN).toList();
            tellingWords = words;
            byWords = words.size() >= LEAST_WORDS;
        }
        boolean telling = !tellingNames.isEmpty() || byWords;
        List<Reason> reasons = new ArrayList<>();
        if (!tellingNames.isEmpty()) {
            reasons.add(new Reason.Names(texts(tellingNames, NAMES_SHOWN)));
        }
        // Two floods a world apart have no more in common than that: a reason beside another, never alone.
        if (telling) {
            event.ifPresent(kind -> reasons.add(new Reason.Event(kind)));
        }
        if (byWords) {
            reasons.add(new Reason.Words(texts(tellingWords, WORDS_SHOWN)));
        }
        // What everybody is named in is no reason alone, only beside another.
        if (tellingNames.isEmpty() && !names.isEmpty() && (byWords || listed)) {
            reasons.add(new Reason.Names(texts(names, UBIQUITOUS_NAMES_SHOWN)));
        }
        if (listed) {
            reasons.add(new Reason.Listed());
        }
        return new Found(article, telling, near.order(), reasons);
    }

    private List<Related> answer(List<Found> found, Optional<StoryId> own, Viewer viewer, int limit) {
        List<Found> ordered = found.stream()
                .filter(each -> !each.reasons().isEmpty())
                .sorted(Comparator.comparing(Found::telling)
                        .thenComparingDouble(Found::score)
                        .reversed()
                        .thenComparing(Found::article, Comparator.reverseOrder()))
                .toList();
        Map<ArticleId, StoryId> storyOf =
                stories.storiesOf(ordered.stream().map(Found::article).toList());
        Map<StoryId, Found> best = new LinkedHashMap<>();
        for (Found each : ordered) {
            StoryId story = storyOf.get(each.article());
            if (story != null && !Optional.of(story).equals(own)) {
                best.putIfAbsent(story, each);
            }
        }
        // A view reads all articles of its story, so only those are made that are shown; nearly all are visible, since
        // the search looked at what the viewer sees.
        List<Related> related = new ArrayList<>();
        List<StoryId> left = List.copyOf(best.keySet());
        while (related.size() < limit && !left.isEmpty()) {
            List<StoryId> next = left.subList(0, Math.min(limit - related.size(), left.size()));
            left = left.subList(next.size(), left.size());
            Map<StoryId, StoryView> seen = new HashMap<>();
            views.views(next, viewer).forEach(view -> seen.put(view.id(), view));
            for (StoryId story : next) {
                StoryView view = seen.get(story);
                Found each = best.get(story);
                if (view != null && each != null) {
                    related.add(new Related(view, each.score(), each.reasons()));
                }
            }
        }
        return related;
    }

    private Set<ArticleId> search(List<String> terms, Language language, Viewer viewer) {
        Set<ArticleId> found = new LinkedHashSet<>();
        if (!terms.isEmpty()) {
            String words = String.join(" ", terms).replace('"', ' ');
            for (Language each : languages(Optional.of(language))) {
                found.addAll(hits(words, each, viewer));
            }
        }
        return found;
    }

    private Set<ArticleId> hits(String words, Language language, Viewer viewer) {
        Set<ArticleId> found = new LinkedHashSet<>();
        ArticleIndex.Query query =
                new ArticleIndex.Query(words, false, language, viewer.sources(), Optional.empty(), CANDIDATES);
        index.search(query).forEach(hit -> found.add(hit.article()));
        return found;
    }

    private Collection<Language> languages(Optional<Language> first) {
        Set<Language> languages = new LinkedHashSet<>();
        first.ifPresent(languages::add);
        sample.languages().stream().limit(MOST_LANGUAGES).forEach(languages::add);
        return languages;
    }

    /** What publishers listed beside these, and beside which they listed these. */
    private Set<ArticleId> listedBeside(Set<ArticleId> own) {
        Set<ArticleId> beside = new HashSet<>();
        for (ArticleId article : own) {
            beside.addAll(articles.listers(article));
            beside.addAll(articles.listed(article));
        }
        beside.removeAll(own);
        return beside;
    }

    private static List<Article> newest(List<Article> articles) {
        return articles.subList(Math.max(0, articles.size() - OWN_ARTICLES), articles.size());
    }

    private static Set<ArticleId> ids(List<Article> articles) {
        Set<ArticleId> ids = new HashSet<>();
        articles.forEach(article -> ids.add(article.id()));
        return ids;
    }

    private static List<String> texts(List<Term> terms, int limit) {
        return terms.stream().map(Term::text).distinct().limit(limit).toList();
    }
}

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.story.Kinship.Compared;
import news.lede.story.Kinship.Nearness;
import news.lede.story.Reading.Worded;
import news.lede.story.Related.Reason;
import news.lede.story.Shortlist.Candidate;
import news.lede.story.Shortlist.Verdict;
import news.lede.story.Telling.Term;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds what else there is around a story or some words. Thread-safe.
 *
 * <p>Candidates come from the search index by the most telling names and words, in every language read lately, and from what publishers listed beside it. They are ordered by
 * their {@link Kinship}, without a threshold and without regard to time. What shares nothing telling is left out unless a publisher listed it, and comes last then.
 */
public final class RelatedStories {
    private static final int SEARCH_TERMS = 24;
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

    private final Articles articles;
    private final ArticleIndex index;
    private final Meanings meanings;
    private final NewsSample sample;
    private final Shortlist shortlist;

    /** Relates by words and names alone. */
    public RelatedStories(Stories stories, Articles articles, ArticleIndex index, StoryViews views) {
        this(stories, articles, index, views, Meanings.none());
    }

    public RelatedStories(Stories stories, Articles articles, ArticleIndex index, StoryViews views, Meanings meanings) {
        this.articles = articles;
        this.index = index;
        this.meanings = meanings;
        this.sample = new NewsSample(articles);
        this.shortlist = new Shortlist(stories, articles, views);
    }

    /** What the search index is to keep of an article for this. */
    public static byte[] sketch(Article article) {
        return Sketch.bytes(Reading.of(article));
    }

    /** Other visible stories that share people, places, event or subject with {@code story}, best first; itself left out. */
    public List<Related> to(StoryView story, Viewer viewer, int limit) {
        Likeness likeness = sample.likeness(story.language());
        List<Article> own = newest(story.articles());
        List<Reading> read = own.stream().map(Reading::of).toList();
        Telling telling =
                Telling.of(read.stream().map(one -> one.worded().wording()).toList(), likeness);
        Set<EventKind> kinds =
                read.stream().flatMap(one -> one.worded().kind().stream()).collect(Collectors.toSet());
        // What its own reports call by two names is of no kind that could be told.
        Set<EventKind> kind = kinds.size() == 1 ? kinds : Set.of();
        Map<ArticleId, Sketch> asking = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            asking.put(own.get(i).id(), Sketch.of(read.get(i)));
        }
        Set<ArticleId> beside = articles.beside(asking.keySet());
        Map<ArticleId, Sketch> candidates = search(telling.toSearchFor(SEARCH_TERMS), story.language(), viewer);
        addListed(candidates, articles.visible(beside, viewer.sources()));
        candidates.keySet().removeAll(asking.keySet());
        Map<ArticleId, Nearness> near = nearness(likeness, asking, candidates);
        List<Candidate> found = new ArrayList<>();
        near.forEach((article, each) -> found.add(new Candidate(article, each.order())));
        return shortlist.pick(found, Optional.of(story.id()), viewer, limit, other -> {
            Worded theirs = Worded.of(other);
            // Words of another language say nothing to the reader, and alike spelling is not alike meaning; names do.
            List<Term> words =
                    other.language().equals(story.language()) ? telling.sharedWords(theirs.wording()) : List.of();
            List<Term> names = telling.sharedNames(theirs.wording(), likeness);
            return verdict(
                    Objects.requireNonNull(near.get(other.id())),
                    beside.contains(other.id()),
                    names,
                    words,
                    theirs.kind().filter(kind::contains));
        });
    }

    private void addListed(Map<ArticleId, Sketch> candidates, Set<ArticleId> listed) {
        Set<ArticleId> missing = new HashSet<>(listed);
        missing.removeAll(candidates.keySet());
        articles.findAll(missing).forEach(article -> candidates.put(article.id(), Sketch.of(Reading.of(article))));
    }

    private Map<ArticleId, Nearness> nearness(
            Likeness likeness, Map<ArticleId, Sketch> asking, Map<ArticleId, Sketch> candidates) {
        Set<ArticleId> all = new HashSet<>(asking.keySet());
        all.addAll(candidates.keySet());
        Map<ArticleId, float[]> known = meanings.of(all);
        // In the order of their numbers, so that of equals always the same ones speak.
        Map<ArticleId, Sketch> ordered = new TreeMap<>(candidates);
        List<Nearness> near =
                new Kinship(likeness).of(compared(likeness, asking, known), compared(likeness, ordered, known));
        Map<ArticleId, Nearness> found = new LinkedHashMap<>();
        ordered.keySet().forEach(article -> found.put(article, near.get(found.size())));
        return found;
    }

    private static List<Compared> compared(
            Likeness likeness, Map<ArticleId, Sketch> of, Map<ArticleId, float[]> known) {
        List<Compared> compared = new ArrayList<>();
        of.forEach((article, sketch) ->
                compared.add(new Compared(likeness.weigh(sketch), known.getOrDefault(article, NO_MEANING))));
        return compared;
    }

    /** Visible stories around some words, best first. */
    public List<Related> to(String words, Viewer viewer, int limit) {
        Map<ArticleId, Candidate> found = new HashMap<>();
        Map<ArticleId, Telling> by = new HashMap<>();
        for (Language language : languages(Optional.empty())) {
            Telling asking = Telling.of(List.of(Wording.of(words, language)), sample.likeness(language));
            hits(words, language, viewer).forEach((article, sketch) -> {
                double score = score(asking, sketch);
                if (score > 0 && score > scoreOf(found.get(article))) {
                    found.put(article, new Candidate(article, score));
                    by.put(article, asking);
                }
            });
        }
        return shortlist.pick(found.values(), Optional.empty(), viewer, limit, article -> {
            Telling asking = Objects.requireNonNull(by.get(article.id()));
            List<Term> shared = new ArrayList<>();
            for (Wording.Word theirs : Worded.of(article).wording().words()) {
                Term term = asking.words().get(theirs.stem());
                if (term != null) {
                    shared.add(new Term(theirs.text(), term.weight(), theirs.count()));
                }
            }
            shared.sort(Comparator.comparingDouble(Term::weight).reversed());
            return shared.isEmpty()
                    ? new Verdict(false, List.of())
                    : new Verdict(true, List.of(new Reason.Words(texts(shared, WORDS_SHOWN))));
        });
    }

    private static double scoreOf(@Nullable Candidate candidate) {
        return candidate == null ? 0 : candidate.score();
    }

    /** How much of what is asked for an article has, the telling words more than others. */
    private static double score(Telling asked, Sketch sketch) {
        double shared = 0;
        double all = 0;
        for (Map.Entry<String, Term> word : asked.words().entrySet()) {
            Term term = word.getValue();
            int count = sketch.count(word.getKey());
            shared += count == 0 ? 0 : new Term(term.text(), term.weight(), count).value();
            all += term.weight();
        }
        return shared / Math.max(1, all);
    }

    private static Verdict verdict(
            Nearness near, boolean listed, List<Term> names, List<Term> words, Optional<EventKind> event) {
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
        return new Verdict(telling, reasons);
    }

    private Map<ArticleId, Sketch> search(List<String> terms, Language language, Viewer viewer) {
        Map<ArticleId, Sketch> found = new LinkedHashMap<>();
        if (!terms.isEmpty()) {
            String words = String.join(" ", terms).replace('"', ' ');
            for (Language each : languages(Optional.of(language))) {
                found.putAll(hits(words, each, viewer));
            }
        }
        return found;
    }

    private Map<ArticleId, Sketch> hits(String words, Language language, Viewer viewer) {
        Map<ArticleId, Sketch> found = new LinkedHashMap<>();
        ArticleIndex.Query query =
                new ArticleIndex.Query(words, false, language, viewer.sources(), Optional.empty(), CANDIDATES);
        index.sketches(query).forEach(hit -> found.put(hit.article(), Sketch.read(hit.sketch())));
        return found;
    }

    private Collection<Language> languages(Optional<Language> first) {
        Set<Language> languages = new LinkedHashSet<>();
        first.ifPresent(languages::add);
        sample.languages().stream().limit(MOST_LANGUAGES).forEach(languages::add);
        return languages;
    }

    private static List<Article> newest(List<Article> articles) {
        return articles.subList(Math.max(0, articles.size() - OWN_ARTICLES), articles.size());
    }

    private static List<String> texts(List<Term> terms, int limit) {
        return terms.stream().map(Term::text).distinct().limit(limit).toList();
    }
}

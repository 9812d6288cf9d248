package news.lede.story;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.article.NewArticle;
import news.lede.article.ReportId;
import news.lede.story.RecentNews.Near;
import news.lede.text.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which story an article belongs to, one article after the other. One instance per store; calls must not overlap, since grouping is one
 * ordered stream.
 *
 * <p>Recent articles are held in memory, read from the store at the first call, and those that another process stored at the next. The store remains the truth: when a transaction was rolled back after a
 * call, what memory holds of it is noticed at the next call and read anew.
 */
public final class StoryGrouping {
    private static final Logger log = LoggerFactory.getLogger(StoryGrouping.class);
    private static final int MOST_IN_MEMORY = 20_000;
    /** Articles of others that are read at once. */
    private static final int PORTION = 500;

    private final Stories stories;
    private final Articles articles;
    private final Survival survival;
    private final Revising revising;
    private final Map<Language, RecentNews> recent = new HashMap<>();
    /** From when on memory holds what the store has; null before the first call. */
    private @Nullable Instant heldSince;

    /** The newest article that memory knows of, held or not; what comes after it was stored by somebody else. */
    private ArticleId reached = new ArticleId(0);

    /** The last decision: when the store does not know it, it was rolled back. */
    private @Nullable Placed lastPlaced;

    /** Held articles whose wording has changed since they were read. */
    private final Set<ArticleId> outdated = new TreeSet<>();

    private @Nullable Asked lastAsked;

    private record Placed(ArticleId article, StoryId story) {}

    /** What was asked about before it was stored, so that its text is not read twice. */
    private record Asked(
            Language language, String title, List<String> paragraphs, Instant published, Fingerprint print) {
        boolean is(Article article) {
            return language.equals(article.language())
                    && published.equals(article.published())
                    && title.equals(article.title())
                    && paragraphs.equals(article.paragraphs());
        }
    }

    /** Of two stories that turn out to be one, the older survives. */
    public StoryGrouping(Stories stories, Articles articles) {
        this(stories, articles, Survival.OLDER);
    }

    public StoryGrouping(Stories stories, Articles articles, Survival survival) {
        this.stories = stories;
        this.articles = articles;
        this.survival = survival;
        this.revising = new Revising(stories, articles);
    }

    /** The report that an article repeats nearly word for word, if it does; to be asked before the article is stored. */
    public Optional<ReportId> reportOf(NewArticle article) {
        hold(Belonging.since(article.published()));
        Fingerprint print = Fingerprint.of(article);
        lastAsked = new Asked(article.language(), article.title(), article.paragraphs(), article.published(), print);
        return newsIn(article.language()).reportOf(print);
    }

    /** Puts a stored article into the story of its event, opening one when there is none. Call within the transaction that stores the article. */
    public Story place(Article article, Instant at) {
        Optional<Story> known = stories.storyOf(article.id()).flatMap(stories::find);
        if (known.isPresent()) {
            return known.get();
        }
        hold(Belonging.since(article.published()));
        Fingerprint print = print(article);
        List<Near> near = newsIn(article.language()).near(print);
        Story story = ofReport(article)
                .or(() -> near.stream()
                        .findFirst()
                        .filter(first -> first.evidence() >= Belonging.THRESHOLD)
                        .flatMap(first -> stillThere(first.story())))
                .map(found -> stories.join(found.id(), article.id(), at))
                .orElseGet(() -> stories.open(article.id(), article.language(), at));
        revising.joined(story, article);
        // Asked for again: what memory held may have been forgotten.
        newsIn(article.language()).add(article.id(), article.report(), story.id(), print);
        story = mergeWhatIsOne(story, near, at);
        shrink();
        lastPlaced = new Placed(article.id(), story.id());
        reached = article.id().compareTo(reached) > 0 ? article.id() : reached;
        return story;
    }

    /** The article may show that another story is the same event; then the two become one. */
    private Story mergeWhatIsOne(Story joined, List<Near> near, Instant at) {
        Story story = joined;
        RecentNews news = newsIn(story.language());
        for (Near other : near) {
            if (!other.story().equals(story.id()) && news.areOne(story.id(), other.story())) {
                Optional<Story> found =
                        stories.find(other.story()).filter(there -> there.id().equals(other.story()));
                if (found.isPresent()) {
                    Story survivor = survival.survivor(story, found.get());
                    StoryId absorbed = survivor.id().equals(story.id()) ? other.story() : story.id();
                    log.info("stories are one survivor={} absorbed={}", survivor.id(), absorbed);
                    story = stories.merge(survivor.id(), absorbed, at);
                    news.merge(survivor.id(), absorbed);
                }
            }
        }
        return story;
    }

    private Fingerprint print(Article article) {
        Asked asked = lastAsked;
        lastAsked = null;
        return asked != null && asked.is(article) ? asked.print() : Fingerprint.of(article);
    }

    /**
     * To be called when a publisher changed the text of a stored article, within the transaction or after it: from the next decision on, it is compared as the
     * store has it then. Its story does not change.
     */
    public void reread(ArticleId article) {
        outdated.add(article);
    }

    /**
     * Makes a revision of what a publisher changed in a stored article, and has it compared as it stands {@code now}. Call within the transaction that stores the change.
     * Empty when readers need not know.
     */
    public Optional<Revision> revised(Article before, Article now, Instant at) {
        reread(now.id());
        return revising.revised(before, now, at);
    }

    /** Makes a revision of an article that its publisher took down; {@code status} is what its address answers. Call within a transaction. */
    public Optional<Revision> withdrawn(Article article, int status, Instant at) {
        return revising.withdrawn(article, status, at);
    }

    private Optional<Story> ofReport(Article article) {
        ArticleId first = new ArticleId(article.report().value());
        return first.equals(article.id())
                ? Optional.empty()
                : stories.storyOf(first)
                        .flatMap(stories::find)
                        .filter(story -> story.language().equals(article.language()));
    }

    private Optional<Story> stillThere(StoryId id) {
        Optional<Story> story = stories.find(id);
        if (story.isEmpty()) {
            log.warn("grouping memory names an unknown story, reading it anew story={}", id);
            forget();
        }
        return story;
    }

    private void forget() {
        recent.clear();
        outdated.clear();
        lastAsked = null;
        heldSince = null;
        lastPlaced = null;
    }

    /** Reads what is missing in memory for articles of {@code now}, so that the next one that is stored need not wait for it. */
    public void prepare(Instant now) {
        hold(Belonging.since(now));
    }

    private void hold(Instant since) {
        Placed last = lastPlaced;
        if (last != null && !stories.storyOf(last.article()).equals(Optional.of(last.story()))) {
            forget();
        }
        rereadOutdated();
        Instant from = heldSince;
        if (from != null && !since.isBefore(from)) {
            catchUp(from);
            return;
        }
        reached = articles.last();
        List<Article> stored = articles.publishedSince(since, MOST_IN_MEMORY);
        add(stored);
        heldSince = since;
        log.debug("grouping holds recent articles since={} articles={}", since, stored.size());
    }

    /** Adds what others stored meanwhile. */
    private void catchUp(Instant from) {
        while (articles.last().compareTo(reached) > 0) {
            List<Article> portion = articles.after(reached, PORTION);
            if (portion.isEmpty()) {
                return;
            }
            add(portion.stream()
                    .filter(article -> !article.published().isBefore(from))
                    .toList());
            reached = portion.getLast().id();
        }
    }

    private void add(List<Article> stored) {
        Map<ArticleId, StoryId> storyOf = stories.storiesOf(ids(stored));
        for (Article article : stored) {
            StoryId story = storyOf.get(article.id());
            RecentNews news = newsIn(article.language());
            if (story != null && !news.contains(article.id())) {
                news.add(article.id(), article.report(), story, Fingerprint.of(article));
            }
        }
    }

    private void rereadOutdated() {
        if (outdated.isEmpty()) {
            return;
        }
        outdated.removeIf(article -> recent.values().stream().noneMatch(news -> news.contains(article)));
        for (Article article : articles.findAll(outdated)) {
            newsIn(article.language()).replace(article.id(), Fingerprint.of(article));
        }
        outdated.clear();
    }

    private static Collection<ArticleId> ids(List<Article> articles) {
        return articles.stream().map(Article::id).toList();
    }

    private void shrink() {
        int held = recent.values().stream().mapToInt(RecentNews::size).sum();
        if (held > MOST_IN_MEMORY) {
            // A tenth at once, so that this stays rare; the largest language gives.
            recent.values().stream()
                    .max(Comparator.comparingInt(RecentNews::size))
                    .ifPresent(largest -> largest.shrinkTo(largest.size() - MOST_IN_MEMORY / 10));
        }
    }

    private RecentNews newsIn(Language language) {
        return recent.computeIfAbsent(language, RecentNews::new);
    }
}

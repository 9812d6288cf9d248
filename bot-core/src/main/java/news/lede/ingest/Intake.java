package news.lede.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Announcements;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.ArticleKeys;
import news.lede.article.Articles;
import news.lede.article.NewArticle;
import news.lede.article.Transactor;
import news.lede.source.SourceId;
import news.lede.story.Story;
import news.lede.story.StoryGrouping;

/**
 * Stores what a document holds: new articles with their story's revision and its announcement, known ones as seen again. A page is one
 * transaction, and so is an entry of a feed (docs/decisions/0001): after a crash it is there whole or not at all. Calls must not overlap, because grouping is one ordered stream.
 */
public final class Intake {
    private final Transactor transactor;
    private final Articles articles;
    private final StoryGrouping grouping;
    private final Announcements announcements;
    private final InstantSource clock;

    public Intake(
            Transactor transactor,
            Articles articles,
            StoryGrouping grouping,
            Announcements announcements,
            InstantSource clock) {
        this.transactor = transactor;
        this.articles = articles;
        this.grouping = grouping;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * What came of one document. {@code added}: articles that are new. {@code known}: those that were there before, {@code changed} those
     * of them that got a new source or key.
     */
    public record Stored(List<ArticleId> added, List<ArticleId> known, List<ArticleId> changed) {
        public Stored {
            added = List.copyOf(added);
            known = List.copyOf(known);
            changed = List.copyOf(changed);
        }
    }

    /** Stores a bundle that {@code source} carried: a page in one transaction, of a feed each entry in one of its own. */
    Stored store(Bundle bundle, SourceId source) {
        Ledger ledger = new Ledger();
        Instant now = clock.instant();
        Map<ArticleKey, Long> shared = sharedKeys(bundle, source);
        if (bundle.lister().isEmpty()) {
            bundle.others()
                    .forEach(draft -> ledger.add(transactor.inTransaction(() -> one(draft, source, shared, now))));
        } else {
            transactor.inTransaction(() -> page(bundle, source, shared, now)).forEach(ledger::add);
        }
        return ledger.stored();
    }

    private List<Outcome> page(Bundle bundle, SourceId source, Map<ArticleKey, Long> shared, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        bundle.lister().forEach(draft -> outcomes.add(one(draft, source, shared, now)));
        List<ArticleId> listers = outcomes.stream().map(Outcome::article).toList();
        for (Draft draft : bundle.others()) {
            Outcome other = one(draft, source, shared, now);
            listers.stream()
                    .filter(lister -> !lister.equals(other.article()))
                    .forEach(lister -> articles.list(lister, other.article()));
            outcomes.add(other);
        }
        return outcomes;
    }

    private Outcome one(Draft draft, SourceId source, Map<ArticleKey, Long> shared, Instant now) {
        NewArticle article = draft.article();
        List<ArticleKey> keys = ArticleKeys.of(article, source, draft.guid()).stream()
                .filter(k -> shared.getOrDefault(k, 0L) < 2)
                .toList();
        Optional<ArticleId> known = articles.findByKeys(keys);
        if (known.isPresent()) {
            return new Outcome(known.get(), true, articles.seenAgain(known.get(), keys, source));
        }
        Article stored = articles.add(article, keys, source, grouping.reportOf(article), now);
        Story story = grouping.place(stored, now);
        announcements.announce(story.id(), story.revision(), now);
        return new Outcome(stored.id(), false, false);
    }

    /** What came of one draft: the article it is, whether that was known, whether it got a new source or key. */
    private record Outcome(ArticleId article, boolean known, boolean changed) {}

    /**
     * How many different articles of the bundle have each link or identifier. Some feeds give every entry the same link; what two articles
     * share cannot tell them apart, so only keys of one article count.
     */
    private static Map<ArticleKey, Long> sharedKeys(Bundle bundle, SourceId source) {
        Map<ArticleKey, Long> counts = new HashMap<>();
        Map<ArticleKey, List<ArticleKey>> byContent = new HashMap<>();
        bundle.all().forEach(draft -> {
            List<ArticleKey> keys = ArticleKeys.of(draft.article(), source, draft.guid());
            byContent.putIfAbsent(keys.getLast(), keys);
        });
        byContent.forEach((content, keys) -> keys.forEach(k -> counts.merge(k, 1L, Long::sum)));
        return counts;
    }

    /** What happened so far. */
    private static final class Ledger {
        private final List<ArticleId> added = new ArrayList<>();
        private final List<ArticleId> known = new ArrayList<>();
        private final List<ArticleId> changed = new ArrayList<>();

        void add(Outcome outcome) {
            (outcome.known() ? known : added).add(outcome.article());
            if (outcome.changed()) {
                changed.add(outcome.article());
            }
        }

        Stored stored() {
            return new Stored(added, known, changed);
        }
    }
}

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
 * Stores what a document holds: new articles with their story's revision and its announcement, known ones as seen again. A document is one
 * transaction, so after a crash it is there whole or not at all. Calls must not overlap, because grouping is one ordered stream.
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

    /** Stores a bundle that {@code source} carried. */
    Stored store(Bundle bundle, SourceId source) {
        Instant now = clock.instant();
        return transactor.inTransaction(() -> {
            Ledger ledger = new Ledger();
            Map<ArticleKey, Long> shared = sharedKeys(bundle, source);
            List<ArticleId> listers = bundle.lister().stream()
                    .map(draft -> one(draft, source, shared, now, ledger))
                    .toList();
            for (Draft draft : bundle.others()) {
                ArticleId other = one(draft, source, shared, now, ledger);
                listers.stream().filter(l -> !l.equals(other)).forEach(l -> articles.list(l, other));
            }
            return ledger.stored();
        });
    }

    private ArticleId one(Draft draft, SourceId source, Map<ArticleKey, Long> shared, Instant now, Ledger ledger) {
        NewArticle article = draft.article();
        List<ArticleKey> keys = ArticleKeys.of(article, source, draft.guid()).stream()
                .filter(k -> shared.getOrDefault(k, 0L) < 2)
                .toList();
        Optional<ArticleId> known = articles.findByKeys(keys);
        if (known.isPresent()) {
            ledger.known.add(known.get());
            if (articles.seenAgain(known.get(), keys, source)) {
                ledger.changed.add(known.get());
            }
            return known.get();
        }
        Article stored = articles.add(article, keys, source, grouping.reportOf(article), now);
        Story story = grouping.place(stored, now);
        announcements.announce(story.id(), story.revision(), now);
        ledger.added.add(stored.id());
        return stored.id();
    }

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

    /** What happened so far within one transaction. */
    private static final class Ledger {
        private final List<ArticleId> added = new ArrayList<>();
        private final List<ArticleId> known = new ArrayList<>();
        private final List<ArticleId> changed = new ArrayList<>();

        Stored stored() {
            return new Stored(added, known, changed);
        }
    }
}

package news.lede.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.ingest.Storing.News;
import news.lede.ingest.Storing.Outcome;
import news.lede.source.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what a document holds: new articles with their story's revision and its announcement, known ones as seen again. A page is kept
 * in one transaction, and so is an entry of a feed (docs/decisions/0001): after a crash it is there whole or not at all.
 */
public final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Storing storing;

    public Intake(Storing storing) {
        this.storing = storing;
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
        return store(List.of(bundle), source).getFirst();
    }

    /**
     * Stores bundles that {@code source} carried, in their order, and answers what came of each. Pages and entries of feeds, each whole or not at all, are kept several to a
     * transaction; when that fails, each in one of its own, up to the one that cannot be stored.
     */
    List<Stored> store(List<Bundle> bundles, SourceId source) {
        List<Ledger> ledgers = bundles.stream().map(_ -> new Ledger()).toList();
        List<Piece> pieces = IntStream.range(0, bundles.size())
                .boxed()
                .flatMap(i -> pieces(bundles.get(i), source, ledgers.get(i)).stream())
                .toList();
        storing.inOrder(() -> {
            for (int from = 0; from < pieces.size(); ) {
                int to = portion(pieces, from);
                storeTogether(pieces.subList(from, to));
                from = to;
            }
            return pieces.size();
        });
        return ledgers.stream().map(Ledger::stored).toList();
    }

    /** What is stored as a whole or not at all, with {@code articles} in it. */
    private record Piece(int articles, Supplier<List<Outcome>> work, Ledger ledger) {}

    private List<Piece> pieces(Bundle bundle, SourceId source, Ledger ledger) {
        Map<ArticleKey, Long> shared = sharedKeys(bundle, source);
        return bundle.lister().isEmpty()
                ? bundle.others().stream()
                        .map(draft -> new Piece(1, () -> List.of(one(draft, source, shared, News.ANNOUNCED)), ledger))
                        .toList()
                : List.of(new Piece(
                        1 + bundle.others().size(), () -> page(bundle, source, shared, News.ANNOUNCED), ledger));
    }

    /** Where the transaction ends that begins at {@code from}. */
    private static int portion(List<Piece> pieces, int from) {
        int articles = 0;
        int to = from;
        while (to < pieces.size() && articles < Storing.AT_ONCE) {
            articles += pieces.get(to++).articles();
        }
        return to;
    }

    private void storeTogether(List<Piece> pieces) {
        List<List<Outcome>> outcomes;
        try {
            outcomes = storing.inTransaction(
                    () -> pieces.stream().map(piece -> piece.work().get()).toList());
        } catch (RuntimeException e) {
            if (pieces.size() == 1) {
                throw e;
            }
            log.debug("storing together failed, storing one by one pieces={}", pieces.size(), e);
            pieces.forEach(piece -> storeTogether(List.of(piece)));
            return;
        }
        for (int i = 0; i < pieces.size(); i++) {
            outcomes.get(i).forEach(pieces.get(i).ledger()::add);
        }
    }

    /** Stores all of a bundle as part of the transaction that the caller is in. {@code changed}: its file is known, and was written anew. */
    Stored storeWithin(Bundle bundle, SourceId source, News news, boolean changed) {
        Ledger ledger = new Ledger();
        Map<ArticleKey, Long> shared = sharedKeys(bundle, source);
        List<Outcome> outcomes = page(bundle, source, shared, news);
        List<Draft> drafts = bundle.all().toList();
        for (int i = 0; i < drafts.size(); i++) {
            Outcome outcome = outcomes.get(i);
            boolean revised = changed && outcome.known() && revised(outcome.article(), drafts.get(i), source);
            ledger.add(new Outcome(outcome.article(), outcome.known(), outcome.changed() || revised));
        }
        return ledger.stored();
    }

    private boolean revised(ArticleId known, Draft seen, SourceId source) {
        return storing.isOnlyOf(known, source)
                && storing.articles()
                        .find(known)
                        .filter(article -> storing.revise(article, seen.article(), Change.Origin.WHOLE_IN_FEED))
                        .isPresent();
    }

    private List<Outcome> page(Bundle bundle, SourceId source, Map<ArticleKey, Long> shared, News news) {
        List<Outcome> outcomes = new ArrayList<>();
        bundle.lister().forEach(draft -> outcomes.add(one(draft, source, shared, news)));
        List<ArticleId> listers = outcomes.stream().map(Outcome::article).toList();
        for (Draft draft : bundle.others()) {
            Outcome other = one(draft, source, shared, news);
            listers.stream()
                    .filter(lister -> !lister.equals(other.article()))
                    .forEach(lister -> storing.articles().list(lister, other.article()));
            outcomes.add(other);
        }
        return outcomes;
    }

    private Outcome one(Draft draft, SourceId source, Map<ArticleKey, Long> shared, News news) {
        List<ArticleKey> keys = draft.keys(source).stream()
                .filter(k -> shared.getOrDefault(k, 0L) < 2)
                .toList();
        return storing.store(draft.article(), keys, source, news);
    }

    /**
     * How many different articles of the bundle have each link or identifier. Some feeds give every entry the same link; what two articles
     * share cannot tell them apart, so only keys of one article count.
     */
    private static Map<ArticleKey, Long> sharedKeys(Bundle bundle, SourceId source) {
        Map<ArticleKey, Long> counts = new HashMap<>();
        Map<ArticleKey, List<ArticleKey>> byContent = new HashMap<>();
        bundle.all().forEach(draft -> {
            List<ArticleKey> keys = draft.keys(source);
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

package news.lede.article;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.lede.article.ArticleIndex.IndexedArticle;

/**
 * Brings the search index up to date with the store: a lost one is built from the first article, a lagging one from where it stopped.
 * Calls must not overlap.
 */
public final class IndexKeeper {
    /** Articles read at once: some 2 MB of text. */
    private static final int PORTION = 500;

    /** Articles between commits, so that what is interrupted need not begin anew. */
    private static final int COMMIT_EVERY = 10_000;

    private final Articles articles;
    private final ArticleIndex index;

    public IndexKeeper(Articles articles, ArticleIndex index) {
        this.articles = articles;
        this.index = index;
    }

    /** Hears how far catching up has come, after each portion. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long toDo);
    }

    /**
     * Follows what became of articles in the index, and indexes every one above its last. When another process keeps the index, what it has not reached yet stays unsearchable here.
     *
     * @return how many were indexed
     */
    public long catchUp(Progress progress) {
        if (isOfAnotherTime()) {
            startAnew();
        }
        if (index.last().value() > 0) {
            followChanges();
        } else if (articles.last().value() > 0) {
            // Whatever became of articles so far is in what is read of them from here on.
            index.seen(articles.lastChange());
        }
        if (index.last().compareTo(articles.last()) > 0) {
            startAnew();
        }
        ArticleId from = index.last();
        long toDo = articles.last().value() - from.value();
        long done = 0;
        long uncommitted = 0;
        List<Article> portion = toDo <= 0 ? List.of() : articles.after(from, PORTION);
        while (!portion.isEmpty()) {
            index.add(portion.stream().map(this::indexed).toList());
            done += portion.size();
            uncommitted += portion.size();
            if (uncommitted >= COMMIT_EVERY) {
                index.commit();
                uncommitted = 0;
            }
            progress.at(done, Math.max(toDo, done));
            portion = articles.after(portion.getLast().id(), PORTION);
        }
        if (uncommitted > 0) {
            index.commit();
        }
        return done;
    }

    /** How many articles there are to index, by their ids: all where it has to be built anew. */
    public long missing() {
        long last = articles.last().value();
        return isOfAnotherTime() ? last : Math.max(0, last - index.last().value());
    }

    /** Whether changes that the index has not followed are kept no longer, or it has followed some that never were. */
    private boolean isOfAnotherTime() {
        return index.seen() > articles.lastChange() || index.seen() + 1 < articles.firstChange();
    }

    /** The store was put back to an earlier state: its next articles and changes will have numbers that mean others to this index. Or it was away for so long that changes which it missed are kept no longer. */
    private void startAnew() {
        index.clear();
        index.seen(articles.lastChange());
        index.commit();
    }

    /** Indexes articles again that are others by now, and makes those unfindable that the store has no more. */
    private void followChanges() {
        List<ArticleChange> portion = articles.changes(index.seen(), PORTION);
        while (!portion.isEmpty()) {
            Set<ArticleId> gone =
                    portion.stream().map(ArticleChange::article).collect(Collectors.toCollection(TreeSet::new));
            List<Article> there = articles.findAll(gone);
            there.forEach(article -> gone.remove(article.id()));
            index.remove(gone, articles.last());
            // What is not indexed yet is met below, as it is then.
            index.add(there.stream()
                    .filter(article -> article.id().compareTo(index.last()) <= 0)
                    .map(this::indexed)
                    .toList());
            long seen = portion.getLast().number();
            index.seen(seen);
            index.commit();
            if (index.seen() < seen) {
                return; // Another process keeps the index.
            }
            portion = articles.changes(seen, PORTION);
        }
    }

    private IndexedArticle indexed(Article article) {
        return new IndexedArticle(article, articles.sourcesOf(article.id()));
    }
}

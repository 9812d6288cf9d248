package news.lede.article;

import java.util.List;
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
     * Indexes every article above the index's last. When another process keeps the index, what it has not reached yet stays unsearchable here.
     *
     * @return how many were indexed
     */
    public long catchUp(Progress progress) {
        if (index.last().compareTo(articles.last()) > 0) {
            // The store was put back to an earlier state: its next articles will have ids that mean others to this
            // index.
            index.clear();
        }
        ArticleId from = index.last();
        long toDo = articles.last().value() - from.value();
        long done = 0;
        long uncommitted = 0;
        List<Article> portion = toDo <= 0 ? List.of() : articles.after(from, PORTION);
        while (!portion.isEmpty()) {
            index.add(portion.stream()
                    .map(article -> new IndexedArticle(article, articles.sourcesOf(article.id())))
                    .toList());
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

    /** Makes articles unfindable that the store has no more, and indexes those again that lost a source. */
    public void forget(List<ArticleId> gone, List<ArticleId> changed) {
        index.remove(gone, articles.last());
        index.commit();
        refresh(changed);
    }

    /** Indexes articles again whose sources have changed, and what is missing before them. */
    public void refresh(List<ArticleId> changed) {
        catchUp((_, _) -> {});
        if (!changed.isEmpty()) {
            index.add(articles.findAll(changed).stream()
                    .map(article -> new IndexedArticle(article, articles.sourcesOf(article.id())))
                    .toList());
            index.commit();
        }
    }
}

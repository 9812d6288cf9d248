package news.lede.app;

import java.util.List;
import java.util.function.Consumer;
import news.lede.article.ArticleChange;
import news.lede.article.ArticleId;
import news.lede.article.Articles;

/** Meets what other processes change of articles, each time what is new since the last time that all of it was dealt with. For one thread. */
final class MetChanges {
    /** Of more at once the latest: whoever compares with them compares with the newest articles. */
    private static final int MOST = 2_000;

    /** The latest change that was dealt with; below zero before the first time. */
    private long seen = -1;

    /** What {@code work} fails at is met again. The first time there is nothing: what was stored before is read anyway. */
    void meet(Articles articles, Consumer<List<ArticleId>> work) {
        long last = articles.lastChange();
        work.accept(
                seen < 0
                        ? List.of()
                        : articles.changes(Math.max(seen, last - MOST), MOST).stream()
                                .map(ArticleChange::article)
                                .toList());
        seen = last;
    }
}

package news.lede.story;

import java.time.Instant;
import news.lede.article.Article;
import news.lede.article.Articles;

/**
 * Decides which story an article belongs to, one article after the other. One instance per store; calls must not overlap, since grouping is one
 * ordered stream.
 */
public final class StoryGrouping {
    public StoryGrouping(Stories stories, Articles articles) {
        throw new UnsupportedOperationException();
    }

    /** Puts a stored article into the story of its event, opening one when there is none. Call within the transaction that stores the article. */
    public Story place(Article article, Instant at) {
        throw new UnsupportedOperationException();
    }
}

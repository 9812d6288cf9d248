package news.lede.story;

import java.util.List;
import news.lede.article.ArticleIndex;
import news.lede.article.Articles;
import news.lede.community.Viewer;

/** Finds what else there is around a story or some words. Thread-safe. */
public final class RelatedStories {
    public RelatedStories(Stories stories, Articles articles, ArticleIndex index, StoryViews views) {
        throw new UnsupportedOperationException();
    }

    /** Other visible stories that share people, places, event or subject with {@code story}, best first; itself left out. */
    public List<Related> to(StoryView story, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Visible stories around some words, best first. */
    public List<Related> to(String words, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }
}

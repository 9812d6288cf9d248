package news.lede.topic;

import java.util.List;
import news.lede.article.ArticleIndex;
import news.lede.article.Articles;
import news.lede.community.Viewer;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryViews;

/** Finds the stories on a topic, or on any words. Thread-safe. */
public final class TopicSearch {
    /** A story on a topic: how well it fits (comparable within one answer), and the topic's words found in it. */
    public record TopicHit(StoryId story, double score, List<String> words) {}

    public TopicSearch(
            Articles articles,
            ArticleIndex index,
            Stories stories,
            StoryViews views,
            Embedder embedder,
            Vectors vectors) {
        throw new UnsupportedOperationException();
    }

    /** Visible stories that fit, best and among equals newest first; what only brushes the topic comes last or not at all. */
    public List<TopicHit> on(Topic topic, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The same for any words: all of them first, then most of them. */
    public List<TopicHit> on(String words, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Makes vectors of articles that have none yet, newest first; does nothing without an {@link Embedder}. */
    public void prepare(int limit) {
        throw new UnsupportedOperationException();
    }
}

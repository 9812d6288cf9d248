package news.lede.evaluation;

import news.lede.article.ArticleIndex;
import news.lede.article.Articles;
import news.lede.article.Transactor;
import news.lede.source.SourceId;
import news.lede.story.Stories;
import news.lede.topic.ArticleVectors;
import news.lede.topic.Embedder;
import news.lede.topic.TopicVotes;
import news.lede.topic.Vectors;

/**
 * A newsroom without news, in which one set of articles is read: every port that this needs, as the bot has them.
 *
 * @param source what the articles are said to come from
 * @param closing lets go of what the ports hold
 */
public record EmptyNewsroom(
        Transactor transactor,
        Articles articles,
        Stories stories,
        SourceId source,
        ArticleIndex index,
        Vectors vectors,
        TopicVotes votes,
        Embedder embedder,
        Runnable closing)
        implements AutoCloseable {
    /** What the articles of this newsroom mean. */
    ArticleVectors articleVectors() {
        return new ArticleVectors(articles, embedder, vectors);
    }

    @Override
    public void close() {
        closing.run();
    }
}

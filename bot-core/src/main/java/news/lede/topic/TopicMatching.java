package news.lede.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import news.lede.community.WorkspaceId;
import news.lede.topic.TopicDesk.Match;

/** How well many stored articles fit topics that contend with each other: what {@link TopicDesk} says of them once it has read them all. Thread-safe. */
public final class TopicMatching {
    private static final int AT_ONCE = 400;

    private final Articles articles;
    private final Embedder embedder;
    private final Vectors vectors;
    private final TopicVotes votes;

    public TopicMatching(Articles articles, Embedder embedder, Vectors vectors, TopicVotes votes) {
        this.articles = articles;
        this.embedder = embedder;
        this.vectors = vectors;
        this.votes = votes;
    }

    /** For each of some stored articles its fit to every topic, in the order of {@code topics}. */
    public Map<ArticleId, List<Match>> match(List<Article> asked, List<Topic> topics, WorkspaceId workspace) {
        TopicDesk desk = new TopicDesk(articles, embedder, vectors, votes, () -> topics);
        desk.read(2 * AT_ONCE);
        while (desk.readBack(AT_ONCE)) {
            // Until all is read.
        }
        desk.learn();
        Map<ArticleId, List<Match>> matches = new HashMap<>();
        for (Article article : asked) {
            matches.put(article.id(), desk.matches(article.id(), topics, workspace));
        }
        return matches;
    }
}

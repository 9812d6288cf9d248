package news.lede.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** Whether articles fit a topic, as members of a workspace said when they were shown them. A person counts once for an article: what they said last. */
public interface TopicVotes {
    /** How many persons said that an article fits, and how many that it does not; not both 0. */
    record Tally(ArticleId article, int yes, int no) {}

    /** Keeps what somebody says, replacing what they said before. */
    void vote(WorkspaceId workspace, TopicId topic, ArticleId article, PersonKey person, boolean fits, Instant at);

    /** Forgets what somebody said of these articles. */
    void takeBack(WorkspaceId workspace, TopicId topic, Collection<ArticleId> articles, PersonKey person);

    /** What was said in a workspace of a topic: the articles of the latest votes first, at most {@code limit}. */
    List<Tally> newest(WorkspaceId workspace, TopicId topic, int limit);
}

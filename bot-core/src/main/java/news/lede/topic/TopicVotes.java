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

    /** How often members of a workspace said of a topic that something fits it, and that it does not. */
    record Counted(TopicId topic, int yes, int no) {}

    /** The topics that anything was said of in a workspace, by id. */
    List<Counted> counted(WorkspaceId workspace);

    /** Forgets all that was said of a topic in a workspace. */
    void clear(WorkspaceId workspace, TopicId topic);

    /** What was said in a workspace of a topic: the articles of the latest votes first, at most {@code limit}. */
    List<Tally> newest(WorkspaceId workspace, TopicId topic, int limit);
}

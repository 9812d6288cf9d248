package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.article.ArticleId;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;

/**
 * What moderators had taken back in their workspace, and which messages that told it are to be brought up to date for that. Kept on the article whose title the story bore, since stories merge: a story
 * with such an article is seen by nobody of the workspace. A message stays listed until it is done, whatever happens to us meanwhile.
 */
public interface Retractions {
    /** Older messages are not changed when a source or an article goes: nobody looks at them any more, and whoever edits everything delays what is new. */
    Duration RECALLED_FOR = Duration.ofDays(30);

    /** A story is taken back, and every message of the workspace that told it, in digests too, is to be changed. How many messages; -1 when it was taken back before. */
    int takeBack(WorkspaceId workspace, ArticleId titled, StoryId story, Instant at);

    /** What was taken back of these articles is given back, and every message of the workspace that told {@code story} is to show it again. How many messages; -1 when nothing was taken back. */
    int giveBack(WorkspaceId workspace, Collection<ArticleId> articles, StoryId story, Instant at);

    /** What is taken back in a workspace, the latest first. */
    List<ArticleId> latest(WorkspaceId workspace, int limit);

    /** What is due on a platform, the longest due first; at most one for each conversation, none for those that are suspended or in {@code except}. */
    List<Retraction> due(String platform, Instant now, Collection<ConversationId> except, int limit);

    void later(DeliveryId message, Instant due);

    /** The message is as it should be, or cannot be changed. */
    void done(DeliveryId message);
}

package news.lede.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Announcements.Announcement;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.subscription.WishId;

/**
 * Where it is kept which wishes an announcement fits. Written here and nowhere else: {@code announcement.matched}, {@code announcement.expanded} and the rows of {@code wish_match}, whose {@code reached}
 * {@link Outbox#expand} moves on.
 */
public interface Matches {
    /** An announcement that is not told to everybody yet. {@code matched}: what it fits is recorded. */
    record Open(Announcement announcement, boolean matched) {}

    /** The oldest announcements of which something is still to be planned, at most {@code limit}. */
    List<Open> open(int limit);

    /**
     * A wish that an article fits.
     *
     * @param within the workspace whose own definition of a topic was meant; empty: what is shared by all workspaces that made nothing of their own
     */
    record Match(WishId wish, ArticleId article, double score, Optional<WorkspaceId> within) {}

    /** Records what an announcement fits, all of it, at once. What nobody subscribes to is left out. Does nothing when that was recorded before. */
    void matched(Announcement announcement, Collection<Match> matches, Instant now);

    /** Everything that follows from an announcement is planned. */
    void finished(long announcement, Instant now);

    /** A topic by name, as somebody who subscribes to it has it in a workspace of their own: defined there, or taught by votes. */
    record OwnTopic(WorkspaceId workspace, String name) {}

    /** All of them. */
    List<OwnTopic> ownTopics();

    /** A story that fitted a wish, by one of its articles, as was found out at {@code at}. */
    record Fitting(WishId wish, StoryId story, ArticleId article, Instant at, double score) {}

    /** What fitted a wish in the eyes of a workspace, found out from {@code since} until {@code until}, both included, the newest first, at most {@code limit}. */
    List<Fitting> fitting(WishId wish, WorkspaceId workspace, Instant since, Instant until, int limit);

    /** What a story fitted, in the eyes of a workspace, the newest first. A merged story is asked for under its own id. */
    List<Fitting> of(StoryId story, WorkspaceId workspace);
}

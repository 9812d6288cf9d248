package news.lede.alert;

import java.time.Instant;
import java.util.List;
import news.lede.story.StoryId;

/** Where it is kept that a story's revision is to be told to whoever wants it. */
public interface Announcements {
    /** "Tell whoever wants it": one row per story revision. */
    record Announcement(long id, StoryId story, int revision, Instant created) {}

    /** Records one; does nothing when that revision is recorded. Belongs into the transaction that stores the revision. */
    void announce(StoryId story, int revision, Instant at);

    /** At most {@code limit} announcements with ids above {@code after}, by id. */
    List<Announcement> after(long after, int limit);
}

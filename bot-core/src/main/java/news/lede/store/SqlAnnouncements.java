package news.lede.store;

import java.time.Instant;
import java.util.List;
import news.lede.alert.Announcements;
import news.lede.story.StoryId;

/** Announcements in the table {@code announcement}. */
final class SqlAnnouncements implements Announcements {
    private final Sessions sessions;

    SqlAnnouncements(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void announce(StoryId story, int revision, Instant at) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO announcement (story_id, revision, created)"
                        + " VALUES (:story, :revision, :at) ON CONFLICT (story_id, revision) DO NOTHING")
                .bind("story", story.value())
                .bind("revision", revision)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public List<Announcement> after(long after, int limit) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT id, story_id, revision, created FROM announcement WHERE id > :after ORDER BY id"
                                + " LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Announcement(
                        row.getLong(1),
                        new StoryId(row.getLong(2)),
                        row.getInt(3),
                        Instant.ofEpochMilli(row.getLong(4))))
                .list());
    }
}

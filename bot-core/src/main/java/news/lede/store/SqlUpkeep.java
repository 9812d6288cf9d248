package news.lede.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.article.ArticleId;
import news.lede.story.StoryId;
import news.lede.upkeep.Upkeep;
import org.jdbi.v3.core.Handle;

/** {@link Upkeep} by SQL. Readers look for what may go; when it is our turn to write, what of that portion still may is chosen: news and votes come in between. */
final class SqlUpkeep implements Upkeep {
    /** Rows of an index looked at for each that may be changed: most of what is old has lost its text long ago. */
    private static final int LOOKED_AT = 20;

    private static final long TOLERANCE = 60_000;

    /** Traces that end by themselves: the table's statement with its limit. */
    private static final List<String> TRACES = List.of(
            "DELETE FROM source_event WHERE id IN (SELECT e.id FROM source_event AS e WHERE e.at < :before AND e.id <"
                    + " (SELECT MAX(l.id) FROM source_event AS l WHERE l.source_id = e.source_id) LIMIT :limit)",
            "DELETE FROM story_report WHERE id IN (SELECT id FROM story_report WHERE settled < :before LIMIT :limit)",
            "DELETE FROM topic_draft WHERE at < :before",
            "DELETE FROM commit_mark WHERE at < :before");

    /** Those that became part of others go with them. */
    private static final String OLD_STORIES = "SELECT s.id FROM story AS s WHERE NOT EXISTS"
            + " (SELECT 1 FROM story_alias AS a WHERE a.story_id = s.id) AND s.updated < ";

    /** What a clock wrote that was ahead, each with what follows from it at the same distance as before. */
    private static final List<String> CLOCKS = List.of(
            "UPDATE poll_state SET next_poll = :now + (next_poll - last_poll), last_poll = :now,"
                    + " last_success = CASE WHEN last_success > :now THEN :now ELSE last_success END,"
                    + " failing_since = CASE WHEN failing_since > :now THEN :now ELSE failing_since END"
                    + " WHERE last_poll > :latest",
            "UPDATE delivery SET due = CASE WHEN due > planned THEN :now + (due - planned) ELSE :now END, planned = :now"
                    + " WHERE due IS NOT NULL AND planned > :latest",
            "UPDATE told SET edit_due = :now WHERE at > :latest AND edit_due > :latest",
            "UPDATE entry SET waiting = :now, received = :now WHERE received > :latest AND waiting IS NOT NULL");

    private final Sessions sessions;

    SqlUpkeep(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Instant> newest() {
        return sessions.read(handle -> handle.createQuery("SELECT MAX(published) FROM article_source")
                .map((row, _) -> Optional.of(row.getLong(1)).filter(at -> at != 0))
                .one()
                .map(Instant::ofEpochMilli));
    }

    @Override
    public Portion dropTexts(Instant before, ArticleId after, int limit) {
        List<ArticleId> old = sessions.read(handle -> handle.createQuery("SELECT id FROM article WHERE id > :after"
                        + " AND published < :before ORDER BY id LIMIT :limit")
                .bind("after", after.value())
                .bind("before", before.toEpochMilli())
                .bind("limit", limit * LOOKED_AT)
                .map((row, _) -> new ArticleId(row.getLong(1)))
                .list());
        List<ArticleId> whole = old.isEmpty() ? List.of() : sessions.read(handle -> withText(handle, old));
        List<ArticleId> some = whole.subList(0, Math.min(limit, whole.size()));
        List<ArticleId> dropped = List.of();
        if (!some.isEmpty()) {
            dropped = sessions.write(handle -> {
                List<ArticleId> still = withText(handle, some);
                List.of(
                                "UPDATE article SET body = '' WHERE id IN (%s)",
                                "DELETE FROM article_version WHERE article_id IN (%s)",
                                "DELETE FROM article_revisit WHERE article_id IN (%s)")
                        .forEach(sql -> SqlPurge.inPortions(handle, sql, still));
                ArticleChanges.note(handle, still);
                return still;
            });
        }
        if (some.size() < whole.size()) {
            return new Portion(dropped, Optional.of(some.getLast()));
        }
        return new Portion(dropped, old.size() < limit * LOOKED_AT ? Optional.empty() : Optional.of(old.getLast()));
    }

    /** By the length alone, which is there without the text. */
    private static List<ArticleId> withText(Handle handle, List<ArticleId> old) {
        List<ArticleId> whole = new ArrayList<>();
        InList.rows(
                handle,
                old,
                ArticleId::value,
                "SELECT a.id FROM article AS a WHERE a.id IN (",
                ") AND octet_length(a.body) > 0"
                        + " AND NOT EXISTS (SELECT 1 FROM topic_vote AS v WHERE v.article_id = a.id) ORDER BY a.id",
                row -> whole.add(new ArticleId(row.getLong(1))));
        return whole;
    }

    @Override
    public List<ArticleId> dropStories(Instant before, Instant now, int limit) {
        List<StoryId> found =
                sessions.read(handle -> handle.createQuery(OLD_STORIES + ":before ORDER BY s.id LIMIT :limit")
                        .bind("before", before.toEpochMilli())
                        .bind("limit", limit)
                        .map((row, _) -> new StoryId(row.getLong(1)))
                        .list());
        return found.isEmpty()
                ? List.of()
                : sessions.write(handle -> {
                    Set<StoryId> old = stillOld(handle, found, before);
                    List<ArticleId> gone = new ArrayList<>();
                    InList.rows(
                            handle,
                            old,
                            StoryId::value,
                            "SELECT article_id FROM story_member WHERE story_id IN (",
                            ")",
                            row -> gone.add(new ArticleId(row.getLong(1))));
                    SqlPurge.forget(handle, old, gone, now);
                    return List.copyOf(gone);
                });
    }

    private static Set<StoryId> stillOld(Handle handle, List<StoryId> found, Instant before) {
        Set<StoryId> old = new TreeSet<>();
        InList.rows(
                handle,
                found,
                StoryId::value,
                OLD_STORIES + before.toEpochMilli() + " AND s.id IN (",
                ")",
                row -> old.add(new StoryId(row.getLong(1))));
        return old;
    }

    @Override
    public int dropTraces(Instant before, int limit) {
        return sessions.write(handle -> {
            int dropped = dropDeliveries(handle, before, limit) + dropAnnouncements(handle, before, limit);
            for (String sql : TRACES) {
                var update = handle.createUpdate(sql).bind("before", before.toEpochMilli());
                dropped += (sql.contains(":limit") ? update.bind("limit", limit) : update).execute();
            }
            return dropped;
        });
    }

    /** A message that tells a conversation what it knows of a story stays as long as the story. */
    private static int dropDeliveries(Handle handle, Instant before, int limit) {
        List<Long> ended = handle.createQuery("SELECT d.id FROM delivery AS d WHERE d.finished < :before"
                        + " AND d.due IS NULL AND d.state <> 'HELD' AND d.recall IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM told AS t WHERE t.delivery_id = d.id) LIMIT :limit")
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        for (String sql : List.of(
                "DELETE FROM delivery_reason WHERE delivery_id IN (%s)",
                "DELETE FROM delivery_story WHERE delivery_id IN (%s)", "DELETE FROM delivery WHERE id IN (%s)")) {
            InList.forEach(ended, Long::longValue, in -> handle.execute(sql.formatted(in)));
        }
        return ended.size();
    }

    private static int dropAnnouncements(Handle handle, Instant before, int limit) {
        record Old(long id, long story) {}
        List<Old> old = handle.createQuery("SELECT id, story_id FROM announcement WHERE created < :before"
                        + " AND expanded IS NOT NULL ORDER BY id LIMIT :limit")
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> new Old(row.getLong(1), row.getLong(2)))
                .list();
        for (Old one : old) {
            handle.createUpdate("DELETE FROM wish_match WHERE story_id = :story AND announcement_id = :id")
                    .bind("story", one.story())
                    .bind("id", one.id())
                    .execute();
        }
        InList.forEach(old, Old::id, in -> handle.execute("DELETE FROM announcement WHERE id IN (" + in + ")"));
        return old.size();
    }

    @Override
    public int reclaim(int pages) {
        return sessions.reclaim(pages);
    }

    @Override
    public int setClocksRight(Instant now) {
        return sessions.write(handle -> {
            int set = 0;
            for (String sql : CLOCKS) {
                set += handle.createUpdate(sql)
                        .bind("now", now.toEpochMilli())
                        .bind("latest", now.toEpochMilli() + TOLERANCE)
                        .execute();
            }
            return set;
        });
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.alert.Retractions;
import news.lede.article.ArticleId;
import news.lede.ingest.Purge;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;

/** Taking back what a source brought, in every table that an article reaches. Whoever adds such a table adds it here: the database refuses to delete what is named elsewhere. */
final class SqlPurge implements Purge {
    /** What belongs to one article alone, before the article itself. */
    private static final List<String> OF_ARTICLES = List.of(
            "DELETE FROM article_vector WHERE article_id IN (%s)",
            "DELETE FROM wish_match WHERE article_id IN (%s)",
            "DELETE FROM topic_vote WHERE article_id IN (%s)",
            "DELETE FROM story_vote WHERE article_id IN (%s)",
            "DELETE FROM story_report WHERE article_id IN (%s)",
            "DELETE FROM retraction WHERE article_id IN (%s)",
            // What an article that is gone brought to its story is no longer told.
            "UPDATE story_revision SET article_id = NULL, changes = NULL, material = 0, corrected = 0 WHERE article_id IN (%s)",
            "DELETE FROM article_version WHERE article_id IN (%s)",
            "DELETE FROM article_revisit WHERE article_id IN (%s)",
            "DELETE FROM article_listing WHERE lister_id IN (%s)",
            "DELETE FROM article_listing WHERE listed_id IN (%s)",
            "DELETE FROM article_key WHERE article_id IN (%s)",
            "DELETE FROM article_source WHERE article_id IN (%s)");

    private final Sessions sessions;

    SqlPurge(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Purged purge(SourceId source, Instant at) {
        return sessions.write(handle -> {
            List<ArticleId> gone = carriedBy(handle, source, "NOT EXISTS");
            List<ArticleId> kept = carriedBy(handle, source, "EXISTS");
            ArticleChanges.noteAllOf(handle, source);
            forgetReading(handle, source);
            handReportsOn(handle, gone);
            Set<StoryId> touched = leaveStories(handle, gone);
            recall(handle, touched, at);
            Set<StoryId> empty = emptyOf(handle, touched);
            endStories(handle, empty, at);
            touched.removeAll(empty);
            touched.forEach(story -> StoryRevisions.next(handle, story, Optional.empty(), at));
            OF_ARTICLES.forEach(sql -> inPortions(handle, sql, gone));
            inPortions(handle, "DELETE FROM article WHERE id IN (%s)", gone);
            handle.createUpdate("DELETE FROM article_source WHERE source_id = :source")
                    .bind("source", source.value())
                    .execute();
            return new Purged(gone, kept, empty.size(), touched.size());
        });
    }

    /** Forgets whole stories with {@code gone}, all their articles, and everything that tells of either. */
    static void forget(Handle handle, Set<StoryId> stories, List<ArticleId> gone, Instant at) {
        ArticleChanges.note(handle, gone);
        handReportsOn(handle, gone);
        inPortions(handle, "DELETE FROM story_member WHERE article_id IN (%s)", gone);
        OF_ARTICLES.forEach(sql -> inPortions(handle, sql, gone));
        endStories(handle, stories, at);
        inPortions(handle, "DELETE FROM article WHERE id IN (%s)", gone);
    }

    /** {@code others}: whether other sources carry the same article, as SQL says it. */
    private static List<ArticleId> carriedBy(Handle handle, SourceId source, String others) {
        return handle.createQuery(
                        "SELECT article_id FROM article_source AS mine WHERE source_id = :source AND " + others
                                + " (SELECT 1 FROM article_source AS other WHERE other.article_id = mine.article_id"
                                + " AND other.source_id <> :source) ORDER BY article_id")
                .bind("source", source.value())
                .map((row, _) -> new ArticleId(row.getLong(1)))
                .list();
    }

    private static void forgetReading(Handle handle, SourceId source) {
        for (String sql : List.of(
                "DELETE FROM entry WHERE source_id = :source",
                "UPDATE poll_state SET etag = NULL, last_modified = NULL, digest = NULL WHERE source_id = :source")) {
            handle.createUpdate(sql).bind("source", source.value()).execute();
        }
    }

    /** A report that one of {@code gone} began is from now on that of its oldest article left. */
    private static void handReportsOn(Handle handle, List<ArticleId> gone) {
        inPortions(handle, "UPDATE article SET report_id = NULL WHERE id IN (%s)", gone);
        InList.forEach(gone, ArticleId::value, in -> {
            record Heir(long report, long article) {}
            List<Heir> heirs = handle.createQuery(
                            "SELECT report_id, MIN(id) FROM article WHERE report_id IN (" + in + ") GROUP BY report_id")
                    .map((row, _) -> new Heir(row.getLong(1), row.getLong(2)))
                    .list();
            for (Heir heir : heirs) {
                handle.createUpdate("UPDATE article SET report_id = CASE WHEN id = :heir THEN NULL ELSE :heir END"
                                + " WHERE report_id = :report")
                        .bind("heir", heir.article())
                        .bind("report", heir.report())
                        .execute();
            }
        });
    }

    /** Takes the articles out of their stories, with announcements of revisions that nobody who is left came with. */
    private static Set<StoryId> leaveStories(Handle handle, List<ArticleId> gone) {
        record Joined(StoryId story, int revision) {}
        List<Joined> joined = new ArrayList<>();
        InList.forEach(
                gone,
                ArticleId::value,
                in -> joined.addAll(handle.createQuery(
                                "SELECT DISTINCT story_id, revision FROM story_member WHERE article_id IN (" + in + ")")
                        .map((row, _) -> new Joined(new StoryId(row.getLong(1)), row.getInt(2)))
                        .list()));
        inPortions(handle, "DELETE FROM story_member WHERE article_id IN (%s)", gone);
        Set<StoryId> stories = new TreeSet<>();
        for (Joined one : joined) {
            stories.add(one.story());
            String announced = "announcement WHERE story_id = :story AND revision = :revision"
                    + " AND NOT EXISTS (SELECT 1 FROM story_member AS member WHERE member.story_id = :story"
                    + " AND member.revision = :revision)";
            for (String sql : List.of(
                    "DELETE FROM wish_match WHERE announcement_id IN (SELECT id FROM " + announced + ")",
                    "DELETE FROM " + announced)) {
                handle.createUpdate(sql)
                        .bind("story", one.story().value())
                        .bind("revision", one.revision())
                        .execute();
            }
        }
        return stories;
    }

    /** What told of them, under the id of a story that became part of one too, is changed as if it had been taken back. */
    private static void recall(Handle handle, Set<StoryId> stories, Instant at) {
        InList.forEach(stories, StoryId::value, in -> {
            String told = "IN (SELECT story_id FROM story_alias WHERE survivor_id IN (" + in + ") UNION ALL"
                    + " SELECT id FROM story WHERE id IN (" + in + "))";
            handle.createUpdate("UPDATE delivery SET recall = :at WHERE state IN ('SENT', 'SENDING', 'UNKNOWN')"
                            + " AND planned > :oldest AND (story_id " + told
                            + " OR id IN (SELECT delivery_id FROM delivery_story WHERE story_id " + told + "))")
                    .bind("at", at.toEpochMilli())
                    .bind("oldest", at.minus(Retractions.RECALLED_FOR).toEpochMilli())
                    .execute();
        });
    }

    private static Set<StoryId> emptyOf(Handle handle, Set<StoryId> stories) {
        Set<StoryId> empty = new TreeSet<>(stories);
        InList.forEach(
                stories,
                StoryId::value,
                in -> handle.createQuery("SELECT DISTINCT story_id FROM story_member WHERE story_id IN (" + in + ")")
                        .map((row, _) -> new StoryId(row.getLong(1)))
                        .forEach(empty::remove));
        return empty;
    }

    /** A story and all that were merged into it. */
    private static void endStories(Handle handle, Set<StoryId> stories, Instant at) {
        Set<StoryId> all = new TreeSet<>(stories);
        InList.forEach(
                stories,
                StoryId::value,
                in -> handle.createQuery("SELECT story_id FROM story_alias WHERE survivor_id IN (" + in + ")")
                        .map((row, _) -> new StoryId(row.getLong(1)))
                        .forEach(all::add));
        for (String sql : List.of(
                "UPDATE delivery SET state = 'CANCELLED', due = NULL, finished = " + at.toEpochMilli()
                        + ", problem = 'what it tells of was taken back' WHERE story_id IN (%s)"
                        + " AND state IN ('PLANNED', 'RETRY', 'HELD')",
                "DELETE FROM delivery_story WHERE story_id IN (%s)",
                "DELETE FROM told WHERE story_id IN (%s)",
                "DELETE FROM wish_match WHERE story_id IN (%s)",
                "DELETE FROM story_alias WHERE story_id IN (%s)",
                "DELETE FROM announcement WHERE story_id IN (%s)",
                "DELETE FROM story_revision WHERE story_id IN (%s)",
                "DELETE FROM story WHERE id IN (%s)")) {
            InList.forEach(all, StoryId::value, in -> handle.execute(sql.formatted(in)));
        }
    }

    static void inPortions(Handle handle, String sql, Collection<ArticleId> articles) {
        InList.forEach(articles, ArticleId::value, in -> handle.execute(sql.formatted(in)));
    }
}

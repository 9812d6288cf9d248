package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;
import news.lede.story.Change;
import news.lede.story.Revision;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;

/** The table {@code story_revision}. */
final class StoryRevisions {
    private static final String COLUMNS = "SELECT story_id, revision, created, article_id, material, changes";
    private static final Comparator<Revision> OLDEST_FIRST =
            Comparator.comparing(Revision::at).thenComparing(Revision::story).thenComparing(Revision::number);

    private StoryRevisions() {}

    /** Brings a story to its next revision, of which nothing is known yet but the article behind it. */
    static int next(Handle handle, StoryId story, Optional<ArticleId> article, Instant at) {
        int revision = handle.createQuery(
                        "UPDATE story SET revision = revision + 1, updated = :at WHERE id = :story RETURNING revision")
                .bind("story", story.value())
                .bind("at", at.toEpochMilli())
                .map((row, _) -> row.getInt(1))
                .one();
        handle.createUpdate("INSERT INTO story_revision (story_id, revision, created, article_id)"
                        + " VALUES (:story, :revision, :at, :article)")
                .bind("story", story.value())
                .bind("revision", revision)
                .bind("at", at.toEpochMilli())
                .bind("article", article.map(ArticleId::value).orElse(null))
                .execute();
        return revision;
    }

    static void describe(Handle handle, StoryId story, int revision, boolean material, List<Change> changes) {
        handle.createUpdate("UPDATE story_revision SET material = :material, changes = :changes, corrected = :corrected"
                        + " WHERE story_id = :story AND revision = :revision")
                .bind("material", material ? 1 : 0)
                .bind("changes", ChangeJson.write(changes))
                .bind("corrected", changes.stream().anyMatch(Change::correcting) ? 1 : 0)
                .bind("story", story.value())
                .bind("revision", revision)
                .execute();
    }

    /** Those after {@code since} of {@code survivors} and of all that were merged into them. */
    static List<Revision> since(Handle handle, Collection<StoryId> survivors, Instant since) {
        Set<StoryId> all = new TreeSet<>(survivors);
        InList.forEach(
                survivors,
                StoryId::value,
                in -> handle.createQuery("SELECT story_id FROM story_alias WHERE survivor_id IN (" + in + ")")
                        .map((row, _) -> new StoryId(row.getLong(1)))
                        .forEach(all::add));
        List<Revision> found = new ArrayList<>();
        InList.forEach(
                all,
                StoryId::value,
                in -> found.addAll(handle.createQuery(
                                COLUMNS + " FROM story_revision WHERE story_id IN (" + in + ") AND created > :since")
                        .bind("since", since.toEpochMilli())
                        .map((row, _) -> of(row))
                        .list()));
        found.sort(OLDEST_FIRST);
        return List.copyOf(found);
    }

    static List<Revision> corrections(Handle handle, Set<SourceId> sources, Instant since, int limit) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(COLUMNS + " FROM story_revision WHERE corrected = 1 AND created > :since"
                        + " AND EXISTS (SELECT 1 FROM article_source AS carried"
                        + " WHERE carried.article_id = story_revision.article_id AND carried.source_id IN ("
                        + InList.all(sources, SourceId::value)
                        + ")) ORDER BY created DESC, story_id DESC, revision DESC LIMIT :limit")
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> of(row))
                .list();
    }

    private static Revision of(ResultSet row) throws SQLException {
        long article = row.getLong(4);
        boolean none = row.wasNull();
        return new Revision(
                new StoryId(row.getLong(1)),
                row.getInt(2),
                Instant.ofEpochMilli(row.getLong(3)),
                none ? Optional.empty() : Optional.of(new ArticleId(article)),
                row.getInt(5) == 1,
                Columns.text(row, "changes").map(ChangeJson::read).orElse(List.of()));
    }
}

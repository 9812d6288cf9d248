package news.lede.store;

import java.util.Collection;
import java.util.List;
import news.lede.article.ArticleChange;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;
import org.jdbi.v3.core.Handle;

/** The log of what became of articles, in the table {@code article_change}. One transaction writes at a time, so that numbers come to be seen in their order. */
final class ArticleChanges {
    private ArticleChanges() {}

    static void note(Handle handle, Collection<ArticleId> articles) {
        Jdbc.prepared(handle, "INSERT INTO article_change (article_id) VALUES (?)", row -> {
            for (ArticleId article : articles) {
                row.setLong(1, article.value());
                row.addBatch();
            }
            return row.executeBatch();
        });
    }

    /** Everything that {@code source} carried. */
    static void noteAllOf(Handle handle, SourceId source) {
        handle.createUpdate("INSERT INTO article_change (article_id) SELECT article_id FROM article_source"
                        + " WHERE source_id = :source ORDER BY article_id")
                .bind("source", source.value())
                .execute();
    }

    static List<ArticleChange> after(Handle handle, long after, int limit) {
        return handle.createQuery(
                        "SELECT id, article_id FROM article_change WHERE id > :after ORDER BY id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new ArticleChange(row.getLong(1), new ArticleId(row.getLong(2))))
                .list();
    }

    static long first(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MIN(id), 0) FROM article_change")
                .map((row, _) -> row.getLong(1))
                .one();
    }

    /** Forgets what comes before {@code change}, at most {@code limit}, never the latest. */
    static int forget(Handle handle, long change, int limit) {
        return handle.createUpdate("DELETE FROM article_change WHERE id IN (SELECT id FROM article_change"
                        + " WHERE id < :change AND id < (SELECT MAX(id) FROM article_change) ORDER BY id LIMIT :limit)")
                .bind("change", change)
                .bind("limit", limit)
                .execute();
    }

    static long last(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM article_change")
                .map((row, _) -> row.getLong(1))
                .one();
    }
}

package news.lede.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.article.Revisits;

/** Planned readings in the table {@code article_revisit}. */
final class SqlRevisits implements Revisits {
    private final Sessions sessions;

    SqlRevisits(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void plan(Revisit revisit) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO article_revisit (article_id, due, round, etag, last_modified, headline)"
                                + " VALUES (:article, :due, :round, :etag, :lastModified, :headline)"
                                + " ON CONFLICT (article_id) DO UPDATE SET due = excluded.due, round = excluded.round,"
                                + " etag = excluded.etag, last_modified = excluded.last_modified,"
                                + " headline = excluded.headline")
                .bind("article", revisit.article().value())
                .bind("due", revisit.due().toEpochMilli())
                .bind("round", revisit.round())
                .bind("etag", revisit.etag().orElse(null))
                .bind("lastModified", revisit.lastModified().orElse(null))
                .bind("headline", revisit.headline().orElse(null))
                .execute());
    }

    @Override
    public List<Revisit> due(Instant now, int limit) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT article_id, due, round, etag, last_modified, headline FROM article_revisit WHERE due <= :now"
                                + " ORDER BY due, article_id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> new Revisit(
                        new ArticleId(row.getLong(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getInt(3),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getString(6))))
                .list());
    }

    @Override
    public void end(ArticleId article) {
        sessions.change(handle -> handle.createUpdate("DELETE FROM article_revisit WHERE article_id = :article")
                .bind("article", article.value())
                .execute());
    }
}

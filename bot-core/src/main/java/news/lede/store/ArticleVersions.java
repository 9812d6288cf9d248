package news.lede.store;

import java.time.Instant;
import java.util.List;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleVersion;
import news.lede.article.NewArticle;
import org.jdbi.v3.core.Handle;

/** The states of articles in the table {@code article_version}. */
final class ArticleVersions {
    private ArticleVersions() {}

    /** Keeps what an article becomes, and before the first change also what it was. */
    static void keep(Handle handle, Article old, NewArticle now, Instant seen) {
        int known = handle.createQuery("SELECT COALESCE(MAX(version), 0) FROM article_version WHERE article_id = :id")
                .bind("id", old.id().value())
                .map((row, _) -> row.getInt(1))
                .one();
        if (known == 0) {
            insert(handle, new ArticleVersion(old.id(), 1, old.firstSeen(), old.title(), old.paragraphs()));
        }
        insert(handle, new ArticleVersion(old.id(), Math.max(known, 1) + 1, seen, now.title(), now.paragraphs()));
    }

    static List<ArticleVersion> of(Handle handle, ArticleId article) {
        return handle.createQuery("SELECT version, seen, title, body FROM article_version WHERE article_id = :id"
                        + " ORDER BY version")
                .bind("id", article.value())
                .map((row, _) -> new ArticleVersion(
                        article,
                        row.getInt(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getString(4).isEmpty()
                                ? List.of()
                                : List.of(row.getString(4).split("\n"))))
                .list();
    }

    private static void insert(Handle handle, ArticleVersion version) {
        handle.createUpdate("INSERT INTO article_version (article_id, version, seen, title, body)"
                        + " VALUES (:id, :version, :seen, :title, :body)")
                .bind("id", version.article().value())
                .bind("version", version.version())
                .bind("seen", version.seen().toEpochMilli())
                .bind("title", version.title())
                .bind("body", String.join("\n", version.paragraphs()))
                .execute();
    }
}

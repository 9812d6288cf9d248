package news.lede.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleChange;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.ArticleVersion;
import news.lede.article.Articles;
import news.lede.article.NewArticle;
import news.lede.article.ReportId;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Articles in the tables {@code article}, {@code article_key}, {@code article_source} and {@code article_listing}. */
final class SqlArticles implements Articles {
    private static final String SELECT =
            "SELECT id, report_id, published, approximate, first_seen, language, max_snippet, publisher, url, title, body, image"
                    + " FROM article ";

    private final Sessions sessions;

    SqlArticles(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<ArticleKey, ArticleId> owners(Collection<ArticleKey> keys) {
        return sessions.read(handle -> {
            Map<ArticleKey, ArticleId> found = new HashMap<>();
            for (ArticleKey key : keys) {
                handle.createQuery("SELECT article_id FROM article_key WHERE key = :key")
                        .bind("key", LookUp.of(key.value()))
                        .map(SqlArticles::articleId)
                        .findOne()
                        .ifPresent(owner -> found.put(key, owner));
            }
            return Map.copyOf(found);
        });
    }

    @Override
    public Article add(
            NewArticle article,
            Collection<ArticleKey> keys,
            SourceId source,
            Optional<ReportId> report,
            Instant firstSeen) {
        return sessions.write(handle -> {
            ArticleId id = insert(handle, article, report, firstSeen);
            addKeys(handle, id, keys);
            addSource(handle, id, source);
            return new Article(
                    id,
                    report.orElse(new ReportId(id.value())),
                    article.title(),
                    article.publisher(),
                    article.url(),
                    article.paragraphs(),
                    // The store keeps milliseconds; what it answers now must equal what it answers later.
                    Instant.ofEpochMilli(article.published().toEpochMilli()),
                    article.approximate(),
                    article.language(),
                    article.maxSnippet(),
                    Instant.ofEpochMilli(firstSeen.toEpochMilli()),
                    article.image());
        });
    }

    @Override
    public boolean seenAgain(ArticleId article, Collection<ArticleKey> keys, SourceId source) {
        return sessions.write(handle -> {
            requireKnown(handle, article);
            boolean anythingNew = addKeys(handle, article, keys) + addSource(handle, article, source) > 0;
            if (anythingNew) {
                ArticleChanges.note(handle, List.of(article));
            }
            return anythingNew;
        });
    }

    @Override
    public Article revise(ArticleId article, NewArticle now, Instant seen) {
        return sessions.write(handle -> {
            ArticleVersions.keep(handle, known(handle, article), now, seen);
            return rewrite(handle, article, now);
        });
    }

    @Override
    public Article complete(ArticleId article, NewArticle whole) {
        return sessions.write(handle -> rewrite(handle, article, whole));
    }

    @Override
    public List<ArticleVersion> versions(ArticleId article) {
        return sessions.read(handle -> ArticleVersions.of(handle, article));
    }

    @Override
    public void list(ArticleId lister, ArticleId listed) {
        sessions.change(handle -> {
            requireKnown(handle, lister);
            requireKnown(handle, listed);
            if (!lister.equals(listed)) {
                handle.createUpdate("INSERT INTO article_listing (lister_id, listed_id) VALUES (:lister, :listed)"
                                + " ON CONFLICT DO NOTHING")
                        .bind("lister", lister.value())
                        .bind("listed", listed.value())
                        .execute();
            }
        });
    }

    @Override
    public Set<ArticleId> beside(Collection<ArticleId> articles) {
        return articles.isEmpty()
                ? Set.of()
                : sessions.read(handle -> {
                    Set<ArticleId> beside = new HashSet<>();
                    for (String ways : List.of(
                            "SELECT lister_id FROM article_listing WHERE listed_id IN (",
                            "SELECT listed_id FROM article_listing WHERE lister_id IN (")) {
                        InList.rows(
                                handle,
                                articles,
                                ArticleId::value,
                                ways,
                                ")",
                                row -> beside.add(new ArticleId(row.getLong(1))));
                    }
                    articles.forEach(beside::remove);
                    return Set.copyOf(beside);
                });
    }

    @Override
    public List<ArticleId> listers(ArticleId article) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT lister_id FROM article_listing WHERE listed_id = :listed ORDER BY lister_id")
                .bind("listed", article.value())
                .map(SqlArticles::articleId)
                .list());
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        return sessions.read(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(SqlArticles::article)
                .findOne());
    }

    @Override
    public List<Article> findAll(Collection<ArticleId> ids) {
        return ids.isEmpty() ? List.of() : sessions.read(handle -> all(handle, ids));
    }

    private static List<Article> all(Handle handle, Collection<ArticleId> ids) {
        List<Article> found = new ArrayList<>(ids.size());
        InList.rows(
                handle, ids, ArticleId::value, SELECT + "WHERE id IN (", ") ORDER BY id", row -> found.add(read(row)));
        return List.copyOf(found);
    }

    @Override
    public Set<ArticleId> visible(Collection<ArticleId> ids, Set<SourceId> sources) {
        return sessions.read(handle -> {
            Set<ArticleId> found = new HashSet<>();
            // Articles have few sources, so these are read rather than compared inside the database with a list of any
            // length.
            InList.rows(
                    handle,
                    ids,
                    ArticleId::value,
                    "SELECT article_id, source_id FROM article_source WHERE article_id IN (",
                    ")",
                    row -> {
                        if (sources.contains(new SourceId(row.getLong(2)))) {
                            found.add(new ArticleId(row.getLong(1)));
                        }
                    });
            return Set.copyOf(found);
        });
    }

    @Override
    public Set<SourceId> sourcesOf(ArticleId article) {
        return sessions.read(handle ->
                Set.copyOf(handle.createQuery("SELECT source_id FROM article_source WHERE article_id = :article")
                        .bind("article", article.value())
                        .map((row, _) -> new SourceId(row.getLong(1)))
                        .list()));
    }

    @Override
    public List<Article> after(ArticleId after, int limit) {
        return sessions.read(handle -> handle.createQuery(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                .bind("after", after.value())
                .bind("limit", limit)
                .map(SqlArticles::article)
                .list());
    }

    @Override
    public List<Article> publishedSince(Instant since, int limit) {
        return sessions.read(handle -> {
            List<ArticleId> ids = handle.createQuery(
                            "SELECT id FROM article WHERE published >= :since ORDER BY id DESC LIMIT :limit")
                    .bind("since", since.toEpochMilli())
                    .bind("limit", limit)
                    .map(SqlArticles::articleId)
                    .list();
            return all(handle, ids);
        });
    }

    @Override
    public List<ArticleChange> changes(long after, int limit) {
        return sessions.read(handle -> ArticleChanges.after(handle, after, limit));
    }

    @Override
    public long lastChange() {
        return sessions.read(ArticleChanges::last);
    }

    @Override
    public long firstChange() {
        return sessions.read(ArticleChanges::first);
    }

    @Override
    public ArticleId last() {
        return sessions.read(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM article")
                .map(SqlArticles::articleId)
                .one());
    }

    @Override
    public long count() {
        return sessions.read(handle -> handle.createQuery("SELECT COUNT(*) FROM article")
                .map((row, _) -> row.getLong(1))
                .one());
    }

    private static Article rewrite(Handle handle, ArticleId article, NewArticle now) {
        int rows = handle.createUpdate("UPDATE article SET title = :title, body = :body, language = :language,"
                        + " max_snippet = :maxSnippet, image = COALESCE(:image, image) WHERE id = :id")
                .bind("title", now.title())
                .bind("body", String.join("\n", now.paragraphs()))
                .bind("language", now.language().code())
                .bind("maxSnippet", boxed(now.maxSnippet()))
                .bind("image", now.image().map(URI::toString).orElse(null))
                .bind("id", article.value())
                .execute();
        if (rows == 0) {
            throw new IllegalArgumentException("no article " + article);
        }
        ArticleChanges.note(handle, List.of(article));
        return known(handle, article);
    }

    private static Article known(Handle handle, ArticleId article) {
        return handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", article.value())
                .map(SqlArticles::article)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("no article " + article));
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static ArticleId insert(Handle handle, NewArticle article, Optional<ReportId> report, Instant firstSeen) {
        @Nullable Long reportId = report.map(ReportId::value).orElse(null);
        return handle.createQuery("INSERT INTO article (report_id, published, approximate, first_seen, language,"
                        + " max_snippet, publisher, url, title, body, image) VALUES (:report, :published, :approximate,"
                        + " :firstSeen, :language, :maxSnippet, :publisher, :url, :title, :body, :image) RETURNING id")
                .bind("report", reportId)
                .bind("published", article.published().toEpochMilli())
                .bind("approximate", article.approximate() ? 1 : 0)
                .bind("firstSeen", firstSeen.toEpochMilli())
                .bind("language", article.language().code())
                .bind("maxSnippet", boxed(article.maxSnippet()))
                .bind("publisher", article.publisher().orElse(null))
                .bind("url", article.url().map(URI::toString).orElse(null))
                .bind("title", article.title())
                .bind("body", String.join("\n", article.paragraphs()))
                .bind("image", article.image().map(URI::toString).orElse(null))
                .map(SqlArticles::articleId)
                .one();
    }

    private static int addKeys(Handle handle, ArticleId article, Collection<ArticleKey> keys) {
        int added = 0;
        for (ArticleKey key : keys) {
            added += handle.createUpdate("INSERT INTO article_key (key, article_id) VALUES (:key, :article)"
                            + " ON CONFLICT (key) DO NOTHING")
                    .bind("key", LookUp.of(key.value()))
                    .bind("article", article.value())
                    .execute();
        }
        return added;
    }

    private static int addSource(Handle handle, ArticleId article, SourceId source) {
        return handle.createUpdate("INSERT INTO article_source (article_id, source_id, published)"
                        + " SELECT id, :source, published FROM article WHERE id = :article ON CONFLICT DO NOTHING")
                .bind("article", article.value())
                .bind("source", source.value())
                .execute();
    }

    private static void requireKnown(Handle handle, ArticleId article) {
        boolean known = handle.createQuery("SELECT id FROM article WHERE id = :id")
                .bind("id", article.value())
                .map(SqlArticles::articleId)
                .findOne()
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException("no article " + article);
        }
    }

    private static ArticleId articleId(ResultSet row, StatementContext context) throws SQLException {
        return new ArticleId(row.getLong(1));
    }

    private static Article article(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    private static Article read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        long report = row.getLong(2);
        ReportId reportId = new ReportId(row.wasNull() ? id : report);
        int maxSnippet = row.getInt(7);
        OptionalInt snippetLimit = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(maxSnippet);
        String body = row.getString(11);
        return new Article(
                new ArticleId(id),
                reportId,
                row.getString(10),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getString(9)).map(URI::create),
                body.isEmpty() ? List.of() : List.of(body.split("\n", -1)),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getInt(4) != 0,
                new Language(row.getString(6)),
                snippetLimit,
                Instant.ofEpochMilli(row.getLong(5)),
                Optional.ofNullable(row.getString(12)).map(URI::create));
    }
}

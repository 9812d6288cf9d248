package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.source.Source;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.source.Sources;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Sources in the tables {@code source} and {@code pack_source}. */
final class SqlSources implements Sources {
    private static final String SELECT = "SELECT id, kind, address, title FROM source ";

    private static final String DUPLICATE_WISHES =
            "SELECT id FROM wish WHERE kind = 'SOURCE' AND subject = CAST(:duplicate AS TEXT)";
    private static final String KEPT_WISH =
            "SELECT k.id FROM wish d JOIN wish k ON k.kind = d.kind AND k.subject = CAST(:kept AS TEXT)"
                    + " AND k.filter = d.filter AND k.languages = d.languages AND k.least = d.least"
                    + " WHERE d.id = subscription.wish_id";

    private static final List<String> MERGES = List.of(
            "INSERT INTO pack_source (pack, source_id) SELECT pack, :kept FROM pack_source"
                    + " WHERE source_id = :duplicate ON CONFLICT DO NOTHING",
            "INSERT INTO workspace_source (workspace_id, source_id) SELECT workspace_id, :kept"
                    + " FROM workspace_source WHERE source_id = :duplicate ON CONFLICT DO NOTHING",
            "INSERT INTO article_source (article_id, source_id, published) SELECT article_id, :kept, published"
                    + " FROM article_source WHERE source_id = :duplicate ON CONFLICT DO NOTHING",
            "UPDATE source SET removed = NULL WHERE id = :kept",
            // Who subscribed to the duplicate gets the one that is kept; who had both, that one once.
            "INSERT INTO wish (kind, subject, filter, languages, least) SELECT kind, CAST(:kept AS TEXT), filter,"
                    + " languages, least FROM wish WHERE kind = 'SOURCE' AND subject = CAST(:duplicate AS TEXT)"
                    + " ON CONFLICT DO NOTHING",
            "UPDATE subscription SET wish_id = (" + KEPT_WISH + ")"
                    + " WHERE wish_id IN (" + DUPLICATE_WISHES + ") AND NOT EXISTS (SELECT 1 FROM subscription o"
                    + " WHERE o.conversation_id = subscription.conversation_id AND o.instant = subscription.instant"
                    + " AND o.wish_id = (" + KEPT_WISH + "))",
            "DELETE FROM subscription WHERE wish_id IN (" + DUPLICATE_WISHES + ")");

    private final Sessions sessions;

    SqlSources(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Source imported() {
        return findByAddress(Source.IMPORTED_ADDRESS)
                .orElseThrow(() -> new IllegalStateException("the first migration adds the source of imports"));
    }

    @Override
    public Source addIfAbsent(SourceKind kind, String address, String title) {
        return findByAddress(address)
                .orElseGet(() -> sessions.write(handle -> {
                    // Whoever added it meanwhile keeps kind and title; a removed one comes back with those given now.
                    handle.createUpdate("INSERT INTO source (kind, address, title) VALUES (:kind, :address, :title)"
                                    + " ON CONFLICT (address) DO UPDATE SET kind = excluded.kind,"
                                    + " title = excluded.title, removed = NULL WHERE source.removed IS NOT NULL")
                            .bind("kind", kind.name())
                            .bind("address", address)
                            .bind("title", title)
                            .execute();
                    return byAddress(handle, address).orElseThrow();
                }));
    }

    @Override
    public Optional<Source> find(SourceId id) {
        return sessions.read(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(SqlSources::source)
                .findOne());
    }

    @Override
    public Optional<Source> findByAddress(String address) {
        return sessions.read(handle -> byAddress(handle, address));
    }

    @Override
    public List<Source> all() {
        return sessions.read(
                handle -> handle.createQuery(SELECT + "WHERE removed IS NULL AND kind <> :asked ORDER BY title, id")
                        .bind("asked", SourceKind.ASKED.name())
                        .map(SqlSources::source)
                        .list());
    }

    @Override
    public boolean remove(SourceId id, Instant at) {
        return sessions.write(handle -> handle.createUpdate(
                                "UPDATE source SET removed = :at WHERE id = :id AND removed IS NULL AND kind <> :builtIn")
                        .bind("id", id.value())
                        .bind("at", at.toEpochMilli())
                        .bind("builtIn", SourceKind.IMPORTED.name())
                        .execute()
                == 1);
    }

    @Override
    public void rename(SourceId id, String title) {
        sessions.change(handle -> handle.createUpdate("UPDATE source SET title = :title WHERE id = :id")
                .bind("id", id.value())
                .bind("title", title)
                .execute());
    }

    @Override
    public boolean moveTo(SourceId id, String address) {
        return sessions.write(handle -> handle.createUpdate("UPDATE source SET address = :address WHERE id = :id"
                                + " AND NOT EXISTS (SELECT 1 FROM source WHERE address = :address AND id <> :id)")
                        .bind("id", id.value())
                        .bind("address", address)
                        .execute()
                == 1);
    }

    @Override
    public Optional<Source> mergeInto(SourceId duplicate, String address, Instant at) {
        return sessions.write(handle -> {
            Optional<Source> kept = handle.createQuery(SELECT + "WHERE address = :address AND id <> :duplicate")
                    .bind("address", address)
                    .bind("duplicate", duplicate.value())
                    .map(SqlSources::source)
                    .findOne();
            kept.ifPresent(k -> {
                for (String merge : MERGES) {
                    handle.createUpdate(merge)
                            .bind("duplicate", duplicate.value())
                            .bind("kept", k.id().value())
                            .execute();
                }
                ArticleChanges.noteAllOf(handle, duplicate);
                remove(duplicate, at);
            });
            return kept;
        });
    }

    @Override
    public void addToPack(String pack, SourceId source) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO pack_source (pack, source_id) VALUES (:pack, :source) ON CONFLICT DO NOTHING")
                .bind("pack", pack)
                .bind("source", source.value())
                .execute());
    }

    @Override
    public void removeFromPack(String pack, SourceId source) {
        sessions.change(
                handle -> handle.createUpdate("DELETE FROM pack_source WHERE pack = :pack AND source_id = :source")
                        .bind("pack", pack)
                        .bind("source", source.value())
                        .execute());
    }

    @Override
    public List<String> packsOf(SourceId source) {
        return sessions.read(
                handle -> handle.createQuery("SELECT pack FROM pack_source WHERE source_id = :source ORDER BY pack")
                        .bind("source", source.value())
                        .map((row, _) -> row.getString(1))
                        .list());
    }

    @Override
    public List<Source> inPack(String pack) {
        return sessions.read(handle -> handle.createQuery(SELECT
                        + "WHERE removed IS NULL AND id IN (SELECT source_id FROM pack_source WHERE pack = :pack)"
                        + " ORDER BY title, id")
                .bind("pack", pack)
                .map(SqlSources::source)
                .list());
    }

    @Override
    public List<String> packs() {
        return sessions.read(handle -> handle.createQuery("SELECT DISTINCT p.pack FROM pack_source p JOIN source s"
                        + " ON s.id = p.source_id WHERE s.removed IS NULL ORDER BY p.pack")
                .map((row, _) -> row.getString(1))
                .list());
    }

    @Override
    public boolean withheld(String pack, String address) {
        return sessions.read(handle -> handle.createQuery("SELECT s.id FROM source s JOIN pack_source p"
                        + " ON p.source_id = s.id WHERE s.address = :address AND s.removed IS NOT NULL"
                        + " AND p.pack = :pack")
                .bind("address", address)
                .bind("pack", pack)
                .map((row, _) -> row.getLong(1))
                .findOne()
                .isPresent());
    }

    private static Optional<Source> byAddress(Handle handle, String address) {
        return handle.createQuery(SELECT + "WHERE address = :address AND removed IS NULL")
                .bind("address", address)
                .map(SqlSources::source)
                .findOne();
    }

    private static Source source(ResultSet row, StatementContext context) throws SQLException {
        return new Source(
                new SourceId(row.getLong("id")),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("title"));
    }
}

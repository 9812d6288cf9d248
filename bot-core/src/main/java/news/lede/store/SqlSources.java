package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                    handle.createUpdate("INSERT INTO source (kind, address, title) VALUES (:kind, :address, :title)"
                                    + " ON CONFLICT (address) DO NOTHING")
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
        return sessions.read(handle -> handle.createQuery(SELECT + "ORDER BY title, id")
                .map(SqlSources::source)
                .list());
    }

    @Override
    public void addToPack(String pack, SourceId source) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO pack_source (pack, source_id) VALUES (:pack, :source) ON CONFLICT DO NOTHING")
                .bind("pack", pack)
                .bind("source", source.value())
                .execute());
    }

    private static Optional<Source> byAddress(Handle handle, String address) {
        return handle.createQuery(SELECT + "WHERE address = :address")
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

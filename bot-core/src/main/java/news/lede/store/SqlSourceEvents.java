package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.source.SourceEvent;
import news.lede.source.SourceEvents;
import news.lede.source.SourceId;
import org.jdbi.v3.core.statement.StatementContext;

/** What happened to sources, in the table {@code source_event}. */
final class SqlSourceEvents implements SourceEvents {
    private final Sessions sessions;

    SqlSourceEvents(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean record(SourceEvent event) {
        return sessions.write(handle -> {
            boolean known =
                    latest(event.source()).filter(l -> l.kind() == event.kind()).isPresent();
            if (!known) {
                handle.createUpdate("INSERT INTO source_event (source_id, at, kind, detail)"
                                + " VALUES (:source, :at, :kind, :detail)")
                        .bind("source", event.source().value())
                        .bind("at", event.at().toEpochMilli())
                        .bind("kind", event.kind().name())
                        .bind("detail", event.detail())
                        .execute();
            }
            return !known;
        });
    }

    @Override
    public Optional<SourceEvent> latest(SourceId source) {
        return of(source, 1).stream().findFirst();
    }

    @Override
    public List<SourceEvent> of(SourceId source, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT source_id, at, kind, detail FROM source_event"
                        + " WHERE source_id = :source ORDER BY id DESC LIMIT :limit")
                .bind("source", source.value())
                .bind("limit", limit)
                .map(SqlSourceEvents::event)
                .list());
    }

    private static SourceEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new SourceEvent(
                new SourceId(row.getLong("source_id")),
                Instant.ofEpochMilli(row.getLong("at")),
                SourceEvent.Kind.valueOf(row.getString("kind")),
                row.getString("detail"));
    }
}

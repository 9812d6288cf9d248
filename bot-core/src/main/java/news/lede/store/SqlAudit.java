package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.lede.community.Audit;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Changes and refused tries in the table {@code audit}. */
final class SqlAudit implements Audit {
    private static final String SELECT =
            "SELECT id, workspace_id, at, platform, person, actor, action, subject, was, became, refused, undone"
                    + " FROM audit WHERE workspace_id = :workspace ";
    private static final String STANDS = "AND refused = 0 AND undone IS NULL AND NOT EXISTS (SELECT 1 FROM audit AS u"
            + " WHERE u.workspace_id = audit.workspace_id AND u.undone = audit.id) ";
    private static final String BY = " platform = :platform AND person = :person";

    private final Sessions sessions;

    SqlAudit(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public long changed(Change change) {
        return sessions.write(handle -> insert(handle, change, false));
    }

    @Override
    public boolean refused(Change tried) {
        return sessions.write(handle -> {
            if (tried.actor() instanceof Actor.Member(PersonKey person)
                    && refusals(handle, tried, person) >= MOST_REFUSED) {
                return false;
            }
            insert(handle, tried, true);
            return true;
        });
    }

    private static int refusals(Handle handle, Change tried, PersonKey person) {
        return handle.createQuery("SELECT COUNT(*) FROM audit WHERE workspace_id = :workspace AND refused = 1"
                        + " AND at > :after AND" + BY)
                .bind("workspace", tried.workspace().value())
                .bind("after", tried.at().minus(REFUSED_WITHIN).toEpochMilli())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .map((row, _) -> row.getInt(1))
                .one();
    }

    private static long insert(Handle handle, Change change, boolean refused) {
        Optional<PersonKey> person =
                change.actor() instanceof Actor.Member(PersonKey member) ? Optional.of(member) : Optional.empty();
        return handle.createQuery("INSERT INTO audit"
                        + " (workspace_id, at, platform, person, actor, action, subject, was, became, refused)"
                        + " VALUES (:workspace, :at, :platform, :person, :actor, :action, :subject, :was, :became,"
                        + " :refused) RETURNING id")
                .bind("workspace", change.workspace().value())
                .bind("at", change.at().toEpochMilli())
                .bind("platform", person.map(PersonKey::platform).orElse(null))
                .bind("person", person.map(PersonKey::id).orElse(null))
                .bind("actor", name(change.actor()))
                .bind("action", Columns.storable(change.action()))
                .bind("subject", Columns.storable(change.subject()))
                .bind("was", FieldJson.write(change.was()))
                .bind("became", FieldJson.write(change.became()))
                .bind("refused", refused ? 1 : 0)
                .map((row, _) -> row.getLong(1))
                .one();
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Member _ -> "MEMBER";
            case Actor.Operator _ -> "OPERATOR";
            case Actor.Former _ -> "FORMER";
        };
    }

    @Override
    public List<Entry> latest(WorkspaceId workspace, OptionalLong before, int limit) {
        return sessions.read(handle -> handle.createQuery(SELECT + "AND id < :before ORDER BY id DESC LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map(SqlAudit::entry)
                .list());
    }

    @Override
    public Optional<Entry> find(WorkspaceId workspace, long number) {
        return sessions.read(handle -> handle.createQuery(SELECT + "AND id = :id")
                .bind("workspace", workspace.value())
                .bind("id", number)
                .map(SqlAudit::entry)
                .findOne());
    }

    @Override
    public Optional<Entry> lastStanding(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery(SELECT + STANDS + "ORDER BY id DESC LIMIT 1")
                .bind("workspace", workspace.value())
                .map(SqlAudit::entry)
                .findOne());
    }

    @Override
    public List<Entry> since(WorkspaceId workspace, String action, String subject, Instant after) {
        return sessions.read(handle -> handle.createQuery(
                        SELECT
                                + "AND refused = 0 AND action = :action AND subject = :subject AND at > :after ORDER BY id DESC")
                .bind("workspace", workspace.value())
                .bind("action", action)
                .bind("subject", subject)
                .bind("after", after.toEpochMilli())
                .map(SqlAudit::entry)
                .list());
    }

    @Override
    public boolean undone(long number, long by) {
        return sessions.write(handle ->
                handle.createUpdate("UPDATE audit SET undone = :by WHERE id = :id AND undone IS NULL AND refused = 0")
                                .bind("id", number)
                                .bind("by", by)
                                .execute()
                        > 0);
    }

    @Override
    public int forget(PersonKey person) {
        return sessions.write(handle -> {
            int by = handle.createUpdate("UPDATE audit SET platform = NULL, person = NULL, actor = 'FORMER' WHERE" + BY)
                    .bind("platform", person.platform())
                    .bind("person", person.id())
                    .execute();
            return by
                    + handle.createUpdate("UPDATE audit SET subject = '' WHERE subject = :person")
                            .bind("person", person.toString())
                            .execute();
        });
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        long undone = row.getLong("undone");
        OptionalLong undoneBy = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(undone);
        Change change = new Change(
                new WorkspaceId(row.getLong("workspace_id")),
                Instant.ofEpochMilli(row.getLong("at")),
                actor(row),
                row.getString("action"),
                row.getString("subject"),
                FieldJson.read(row.getString("was")),
                FieldJson.read(row.getString("became")));
        return new Entry(row.getLong("id"), change, row.getLong("refused") != 0, undoneBy);
    }

    private static Actor actor(ResultSet row) throws SQLException {
        String actor = row.getString("actor");
        return switch (actor) {
            case "MEMBER" -> new Actor.Member(new PersonKey(row.getString("platform"), row.getString("person")));
            case "OPERATOR" -> new Actor.Operator();
            case "FORMER" -> new Actor.Former();
            default -> throw new IllegalStateException("a change was stored with an actor of unknown kind " + actor);
        };
    }
}

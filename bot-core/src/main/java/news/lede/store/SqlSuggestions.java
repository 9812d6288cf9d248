package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.lede.alert.Credits;
import news.lede.alert.DeliveryId;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions;
import news.lede.community.WorkspaceId;

/** Suggestions in the table {@code suggestion}, with the digests that thank for them. */
final class SqlSuggestions implements Suggestions, Credits {
    private static final String SELECT = "SELECT s.id, s.workspace_id, s.conversation_id, s.platform, s.person, s.name,"
            + " s.kind, s.address, s.at, s.state, s.decided FROM suggestion AS s";
    private static final String IN_ORDER = " ORDER BY s.decided, s.id";

    private final Sessions sessions;

    SqlSuggestions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Kept add(Proposal proposal) {
        return sessions.write(handle -> {
            int added = handle.createUpdate("INSERT INTO suggestion (workspace_id, conversation_id, platform, person,"
                            + " name, kind, address, at, state) VALUES (:workspace, :conversation, :platform, :person,"
                            + " :name, :kind, :address, :at, 'OPEN') ON CONFLICT (workspace_id, address) DO NOTHING")
                    .bind("workspace", proposal.workspace().value())
                    .bind("conversation", proposal.conversation().value())
                    .bind("platform", proposal.person().platform())
                    .bind("person", proposal.person().id())
                    .bind("name", Columns.storable(proposal.name()))
                    .bind("kind", proposal.kind().name())
                    .bind("address", Columns.storable(proposal.address()))
                    .bind("at", proposal.at().toEpochMilli())
                    .execute();
            Suggestion kept = handle.createQuery(SELECT + " WHERE s.workspace_id = :workspace AND s.address = :address")
                    .bind("workspace", proposal.workspace().value())
                    .bind("address", Columns.storable(proposal.address()))
                    .map((row, _) -> suggestion(row))
                    .one();
            return new Kept(kept, added == 0);
        });
    }

    @Override
    public Optional<Suggestion> find(WorkspaceId workspace, SuggestionId id) {
        return sessions.read(handle -> handle.createQuery(SELECT + " WHERE s.workspace_id = :workspace AND s.id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map((row, _) -> suggestion(row))
                .findOne());
    }

    @Override
    public List<Suggestion> open(WorkspaceId workspace, int limit) {
        return sessions.read(handle -> handle.createQuery(
                        SELECT + " WHERE s.workspace_id = :workspace AND s.state = 'OPEN' ORDER BY s.id LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("limit", limit)
                .map((row, _) -> suggestion(row))
                .list());
    }

    @Override
    public int countOpen(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM suggestion WHERE workspace_id = :workspace AND state = 'OPEN'")
                .bind("workspace", workspace.value())
                .map((row, _) -> row.getInt(1))
                .one());
    }

    @Override
    public int countOpen(WorkspaceId workspace, PersonKey person) {
        return sessions.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM suggestion WHERE workspace_id = :workspace"
                                + " AND state = 'OPEN' AND platform = :platform AND person = :person")
                        .bind("workspace", workspace.value())
                        .bind("platform", person.platform())
                        .bind("person", person.id())
                        .map((row, _) -> row.getInt(1))
                        .one());
    }

    @Override
    public boolean decide(WorkspaceId workspace, SuggestionId id, boolean approved, Instant at) {
        return sessions.write(handle -> handle.createUpdate("UPDATE suggestion SET state = :state, decided = :at"
                                + " WHERE id = :id AND workspace_id = :workspace AND state = 'OPEN'")
                        .bind("state", (approved ? State.APPROVED : State.DECLINED).name())
                        .bind("at", at.toEpochMilli())
                        .bind("id", id.value())
                        .bind("workspace", workspace.value())
                        .execute()
                > 0);
    }

    @Override
    public List<Suggestion> due(ConversationId conversation, int limit) {
        return sessions.read(handle -> handle.createQuery(SELECT + " JOIN conversation AS c ON c.id = :conversation"
                        + " WHERE s.workspace_id = c.workspace_id AND s.state = 'APPROVED'"
                        + " AND (s.digest IS NULL OR EXISTS (SELECT 1 FROM delivery AS d WHERE d.id = s.digest"
                        + " AND d.state IN ('CANCELLED', 'GIVEN_UP')))"
                        + " AND (s.conversation_id = c.id OR NOT EXISTS (SELECT 1 FROM subscription AS w"
                        + " WHERE w.conversation_id = s.conversation_id AND w.next_due IS NOT NULL))"
                        + IN_ORDER + " LIMIT :limit")
                .bind("conversation", conversation.value())
                .bind("limit", limit)
                .map((row, _) -> suggestion(row))
                .list());
    }

    @Override
    public void give(DeliveryId digest, Collection<SuggestionId> suggestions) {
        sessions.change(handle -> InList.forEach(
                suggestions,
                SuggestionId::value,
                in -> handle.createUpdate("UPDATE suggestion SET digest = :digest WHERE id IN (" + in + ")")
                        .bind("digest", digest.value())
                        .execute()));
    }

    @Override
    public List<Suggestion> of(DeliveryId digest) {
        return sessions.read(handle -> handle.createQuery(SELECT + " WHERE s.digest = :digest" + IN_ORDER)
                .bind("digest", digest.value())
                .map((row, _) -> suggestion(row))
                .list());
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        Optional<String> platform = Columns.text(row, "platform");
        Optional<String> person = Columns.text(row, "person");
        return new Suggestion(
                new SuggestionId(row.getLong("id")),
                new WorkspaceId(row.getLong("workspace_id")),
                new ConversationId(row.getLong("conversation_id")),
                platform.flatMap(where -> person.map(id -> new PersonKey(where, id))),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                Instant.ofEpochMilli(row.getLong("at")),
                State.valueOf(row.getString("state")),
                Columns.instant(row, "decided"));
    }
}

package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.community.Charge;
import news.lede.community.ConversationId;
import news.lede.community.Delegations;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import org.jdbi.v3.core.Handle;

/** What is in whose hands, in the table {@code delegation}: of a row either the topic is empty or the conversation null. */
final class SqlDelegations implements Delegations {
    private static final String THIS = " WHERE workspace_id = :workspace AND platform = :platform AND person = :person"
            + " AND topic = :topic AND COALESCE(conversation_id, 0) = :conversation";

    private final Sessions sessions;

    SqlDelegations(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Delegation> of(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery("SELECT platform, person, topic, conversation_id, at"
                        + " FROM delegation WHERE workspace_id = :workspace ORDER BY id")
                .bind("workspace", workspace.value())
                .map((row, _) -> new Delegation(
                        new PersonKey(row.getString("platform"), row.getString("person")),
                        charge(row),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    }

    /** Few are in charge of anything, so all of a workspace are read. */
    @Override
    public Set<Charge> of(WorkspaceId workspace, Collection<PersonKey> persons) {
        return of(workspace).stream()
                .filter(delegation -> persons.contains(delegation.person()))
                .map(Delegation::charge)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean hand(WorkspaceId workspace, PersonKey person, Charge charge, Instant at) {
        return sessions.write(handle -> {
            Row row = new Row(workspace, person, charge);
            if (row.isThere(handle)) {
                return false;
            }
            handle.createUpdate("INSERT INTO delegation (workspace_id, platform, person, topic, conversation_id, at)"
                            + " VALUES (:workspace, :platform, :person, :topic, NULLIF(:conversation, 0), :at)")
                    .bindMap(row.columns())
                    .bind("at", at.toEpochMilli())
                    .execute();
            return true;
        });
    }

    @Override
    public boolean take(WorkspaceId workspace, PersonKey person, Charge charge) {
        return sessions.write(handle -> handle.createUpdate("DELETE FROM delegation" + THIS)
                        .bindMap(new Row(workspace, person, charge).columns())
                        .execute()
                > 0);
    }

    private record Row(WorkspaceId workspace, PersonKey person, Charge charge) {
        Map<String, Object> columns() {
            String topic = charge instanceof Charge.OfTopic(String id) ? id : "";
            long conversation = charge instanceof Charge.OfConversation(ConversationId id) ? id.value() : 0;
            return Map.of(
                    "workspace",
                    workspace.value(),
                    "platform",
                    person.platform(),
                    "person",
                    person.id(),
                    "topic",
                    topic,
                    "conversation",
                    conversation);
        }

        boolean isThere(Handle handle) {
            return handle.createQuery("SELECT COUNT(*) FROM delegation" + THIS)
                            .bindMap(columns())
                            .map((row, _) -> row.getInt(1))
                            .one()
                    > 0;
        }
    }

    private static Charge charge(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        return topic.isEmpty()
                ? new Charge.OfConversation(new ConversationId(row.getLong("conversation_id")))
                : new Charge.OfTopic(topic);
    }
}

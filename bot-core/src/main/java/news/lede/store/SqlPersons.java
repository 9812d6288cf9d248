package news.lede.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.lede.belongings.Persons;
import news.lede.community.PersonKey;
import news.lede.community.PersonalPlaces;
import news.lede.community.WorkspaceId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Persons in every table that names one. Whoever adds such a table adds it here; a test looks whether all are. */
final class SqlPersons implements Persons {
    /** Tables with the columns {@code platform} and {@code person}. */
    static final List<String> NAMING = List.of(
            "look",
            "topic_vote",
            "topic_draft",
            "subscription",
            "story_vote",
            "story_report",
            "workspace_role",
            "delegation",
            "audit",
            "suggestion");

    /** Tables with a column {@code conversation_id}, those that others refer to last. */
    static final List<String> OF_CONVERSATIONS = List.of(
            "told",
            "delivery",
            "subscription",
            "channel",
            "suspension",
            "look",
            "story_report",
            "delegation",
            "suggestion");

    /** Tables with a column {@code workspace_id}, those that others refer to last. */
    static final List<String> OF_WORKSPACES = List.of(
            "subscription",
            "story_report",
            "story_vote",
            "topic_vote",
            "topic_draft",
            "delegation",
            "audit",
            "suggestion",
            "retraction",
            "workspace_quota",
            "workspace_role",
            "workspace_pack",
            "workspace_source",
            "topic",
            "wish_match",
            "conversation");

    /** What goes with the person. */
    private static final List<String> GONE = List.of("look", "topic_draft", "workspace_role", "delegation");

    /** A table where what they said stays, and what there is once of a person in it. */
    private record Said(String table, List<String> key) {}

    private static final List<Said> SAID = List.of(
            new Said("topic_vote", List.of("workspace_id", "topic", "article_id")),
            new Said("story_vote", List.of("workspace_id", "article_id")),
            new Said("story_report", List.of("workspace_id", "article_id", "kind")));

    private static final String WHO = " WHERE platform = :platform AND person = :person";

    private static final String WORKSPACES = "SELECT id FROM workspace WHERE platform = :platform AND key = :own";

    private static final String CONVERSATIONS =
            "SELECT id FROM conversation WHERE platform = :platform AND chat = :own";

    private final Sessions sessions;
    private final PersonalPlaces places;

    SqlPersons(Sessions sessions, PersonalPlaces places) {
        this.sessions = sessions;
        this.places = places;
    }

    /** {@code own} is what their private chat is called. */
    private <S extends SqlStatement<S>> S bind(S statement, PersonKey person) {
        return statement
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("own", places.keyOf(person));
    }

    @Override
    public Map<String, List<Map<String, String>>> keptOf(PersonKey person) {
        return sessions.read(handle -> {
            Map<String, List<Map<String, String>>> kept = new TreeMap<>();
            for (String table : NAMING) {
                add(kept, handle, person, table, WHO);
            }
            for (String table : OF_WORKSPACES) {
                add(kept, handle, person, table, " WHERE workspace_id IN (" + WORKSPACES + ")");
            }
            for (String table : OF_CONVERSATIONS) {
                add(kept, handle, person, table, " WHERE conversation_id IN (" + CONVERSATIONS + ")");
            }
            add(kept, handle, person, "workspace", " WHERE id IN (" + WORKSPACES + ")");
            return kept;
        });
    }

    private void add(
            Map<String, List<Map<String, String>>> kept, Handle handle, PersonKey person, String table, String where) {
        List<Map<String, String>> rows = bind(handle.createQuery("SELECT * FROM " + table + where), person)
                .map((row, _) -> fields(row))
                .list();
        for (Map<String, String> row : rows) {
            List<Map<String, String>> known = kept.computeIfAbsent(table, _ -> new ArrayList<>());
            if (!known.contains(row)) {
                known.add(row);
            }
        }
    }

    private static Map<String, String> fields(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
                fields.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return fields;
    }

    @Override
    public List<WorkspaceId> own(PersonKey person) {
        return sessions.read(handle -> bind(handle.createQuery(WORKSPACES + " ORDER BY id"), person)
                .map((row, _) -> new WorkspaceId(row.getLong(1)))
                .list());
    }

    @Override
    public void erase(PersonKey person, PersonKey former) {
        sessions.change(handle -> {
            own(handle, person);
            GONE.forEach(table -> run(handle, "DELETE FROM " + table + WHO, person));
            SAID.forEach(said -> handOver(handle, said, person, former));
            handOver(handle, new Said("subscription", List.of()), person, former);
            run(handle, "UPDATE suggestion SET platform = NULL, person = NULL, name = ''" + WHO, person);
            // As received, with whom it is from; the number stays, as that of what is answered.
            bind(
                            handle.createUpdate(
                                    "UPDATE received_update SET body = '' WHERE platform = :platform AND body LIKE :inside"),
                            person)
                    .bind("inside", "%" + person.id() + "%")
                    .execute();
        });
    }

    /** Whatever only they see. */
    private void own(Handle handle, PersonKey person) {
        for (String table : List.of("delivery_reason", "delivery_story")) {
            run(
                    handle,
                    "DELETE FROM " + table + " WHERE delivery_id IN (SELECT id FROM delivery WHERE conversation_id IN ("
                            + CONVERSATIONS + "))",
                    person);
        }
        OF_CONVERSATIONS.forEach(table ->
                run(handle, "DELETE FROM " + table + " WHERE conversation_id IN (" + CONVERSATIONS + ")", person));
        run(handle, "DELETE FROM conversation WHERE id IN (" + CONVERSATIONS + ")", person);
        OF_WORKSPACES.forEach(
                table -> run(handle, "DELETE FROM " + table + " WHERE workspace_id IN (" + WORKSPACES + ")", person));
        run(handle, "DELETE FROM workspace WHERE id IN (" + WORKSPACES + ")", person);
    }

    /** Of a person who came back and said the same again, what they said last stays. */
    private void handOver(Handle handle, Said said, PersonKey person, PersonKey former) {
        if (!said.key().isEmpty()) {
            StringBuilder same = new StringBuilder("DELETE FROM " + said.table()
                    + " WHERE platform = :formerPlatform AND person = :former AND EXISTS (SELECT 1 FROM "
                    + said.table() + " AS f WHERE f.platform = :platform AND f.person = :person");
            said.key()
                    .forEach(column -> same.append(" AND f.")
                            .append(column)
                            .append(" = ")
                            .append(said.table())
                            .append('.')
                            .append(column));
            as(bind(handle.createUpdate(same + ")"), person), former).execute();
        }
        String words = said.table().equals("story_report") ? ", words = ''" : "";
        as(
                        bind(
                                handle.createUpdate("UPDATE " + said.table()
                                        + " SET platform = :formerPlatform, person = :former" + words + WHO),
                                person),
                        former)
                .execute();
    }

    private static <S extends SqlStatement<S>> S as(S statement, PersonKey former) {
        return statement.bind("formerPlatform", former.platform()).bind("former", former.id());
    }

    private void run(Handle handle, String sql, PersonKey person) {
        bind(handle.createUpdate(sql), person).execute();
    }

    @Override
    public Set<PersonKey> everybody() {
        return sessions.read(handle -> {
            Set<PersonKey> all = new HashSet<>();
            for (String table : NAMING) {
                handle.createQuery("SELECT DISTINCT platform, person FROM " + table
                                + " WHERE person IS NOT NULL AND platform IS NOT NULL")
                        .map((row, _) -> all.add(new PersonKey(row.getString(1), row.getString(2))))
                        .list();
            }
            handle.createQuery("SELECT platform, key FROM workspace UNION SELECT platform, chat FROM conversation")
                    .map((row, _) -> places.personOf(row.getString(1), row.getString(2)))
                    .list()
                    .forEach(person -> person.ifPresent(all::add));
            return all;
        });
    }

    @Override
    public boolean scrub() {
        return sessions.compact();
    }
}

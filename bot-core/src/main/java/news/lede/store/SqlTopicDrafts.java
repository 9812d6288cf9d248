package news.lede.store;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.topic.Topic;
import news.lede.topic.TopicDrafts;
import news.lede.topic.TopicId;
import news.lede.topic.TopicJson;

/** Drafts in the table {@code topic_draft}, each as one JSON object. */
final class SqlTopicDrafts implements TopicDrafts {
    private static final String ONE =
            " WHERE workspace_id = :workspace AND platform = :platform AND person = :person AND topic = :topic";

    private final Sessions sessions;

    SqlTopicDrafts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Topic> find(WorkspaceId workspace, PersonKey person, TopicId topic) {
        return sessions.read(handle -> handle.createQuery("SELECT definition FROM topic_draft" + ONE)
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("topic", topic.value())
                .map((row, _) -> TopicJson.read(topic, row.getString(1)))
                .findOne());
    }

    @Override
    public Optional<Instant> keptAt(WorkspaceId workspace, PersonKey person, TopicId topic) {
        return sessions.read(handle -> handle.createQuery("SELECT at FROM topic_draft" + ONE)
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("topic", topic.value())
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne());
    }

    @Override
    public void keep(WorkspaceId workspace, PersonKey person, Topic draft, Instant at) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO topic_draft (workspace_id, platform, person, topic, definition, at)"
                                + " VALUES (:workspace, :platform, :person, :topic, :definition, :at)"
                                + " ON CONFLICT (workspace_id, platform, person, topic)"
                                + " DO UPDATE SET definition = excluded.definition, at = excluded.at")
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("topic", draft.id().value())
                .bind("definition", TopicJson.write(draft))
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public void drop(WorkspaceId workspace, PersonKey person, TopicId topic) {
        sessions.change(handle -> handle.createUpdate("DELETE FROM topic_draft" + ONE)
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("topic", topic.value())
                .execute());
    }

    @Override
    public void dropOlder(WorkspaceId workspace, Instant before) {
        sessions.change(handle -> handle.createUpdate(
                        "DELETE FROM topic_draft WHERE workspace_id = :workspace AND at < :before")
                .bind("workspace", workspace.value())
                .bind("before", before.toEpochMilli())
                .execute());
    }
}

package news.lede.store;

import java.util.List;
import java.util.Optional;
import news.lede.community.WorkspaceId;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import news.lede.topic.TopicJson;
import news.lede.topic.Topics;

/** Topics in the table {@code topic}, each as one JSON object. */
final class SqlTopics implements Topics {
    private final Sessions sessions;

    SqlTopics(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Topic> of(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT name, definition FROM topic WHERE workspace_id = :workspace ORDER BY name")
                .bind("workspace", workspace.value())
                .map((row, _) -> TopicJson.read(new TopicId(row.getString(1)), row.getString(2)))
                .list());
    }

    @Override
    public Optional<Topic> find(WorkspaceId workspace, TopicId id) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT definition FROM topic WHERE workspace_id = :workspace AND name = :name")
                .bind("workspace", workspace.value())
                .bind("name", id.value())
                .map((row, _) -> TopicJson.read(id, row.getString(1)))
                .findOne());
    }

    @Override
    public void define(WorkspaceId workspace, Topic topic) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO topic (workspace_id, name, definition)"
                        + " VALUES (:workspace, :name, :definition)"
                        + " ON CONFLICT (workspace_id, name) DO UPDATE SET definition = excluded.definition")
                .bind("workspace", workspace.value())
                .bind("name", topic.id().value())
                .bind("definition", TopicJson.write(topic))
                .execute());
    }

    @Override
    public void remove(WorkspaceId workspace, TopicId id) {
        sessions.change(
                handle -> handle.createUpdate("DELETE FROM topic WHERE workspace_id = :workspace AND name = :name")
                        .bind("workspace", workspace.value())
                        .bind("name", id.value())
                        .execute());
    }
}

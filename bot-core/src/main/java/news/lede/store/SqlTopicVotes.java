package news.lede.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.article.ArticleId;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;
import news.lede.topic.TopicId;
import news.lede.topic.TopicVotes;

/** Votes in the table {@code topic_vote}. */
final class SqlTopicVotes implements TopicVotes {
    private final Sessions sessions;

    SqlTopicVotes(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void vote(
            WorkspaceId workspace, TopicId topic, ArticleId article, PersonKey person, boolean fits, Instant at) {
        sessions.change(handle -> handle.createUpdate(
                        "INSERT INTO topic_vote (workspace_id, topic, article_id, platform, person, fits, at)"
                                + " VALUES (:workspace, :topic, :article, :platform, :person, :fits, :at)"
                                + " ON CONFLICT (workspace_id, topic, article_id, platform, person)"
                                + " DO UPDATE SET fits = excluded.fits, at = excluded.at")
                .bind("workspace", workspace.value())
                .bind("topic", topic.value())
                .bind("article", article.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("fits", fits ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public void takeBack(WorkspaceId workspace, TopicId topic, Collection<ArticleId> articles, PersonKey person) {
        sessions.change(handle -> InList.forEach(
                articles,
                ArticleId::value,
                in -> handle.createUpdate("DELETE FROM topic_vote WHERE workspace_id = :workspace AND topic = :topic"
                                + " AND platform = :platform AND person = :person AND article_id IN (" + in + ")")
                        .bind("workspace", workspace.value())
                        .bind("topic", topic.value())
                        .bind("platform", person.platform())
                        .bind("person", person.id())
                        .execute()));
    }

    @Override
    public List<Counted> counted(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery("SELECT topic, SUM(fits), COUNT(*) - SUM(fits)"
                        + " FROM topic_vote WHERE workspace_id = :workspace GROUP BY topic ORDER BY topic")
                .bind("workspace", workspace.value())
                .map((row, _) -> new Counted(new TopicId(row.getString(1)), row.getInt(2), row.getInt(3)))
                .list());
    }

    @Override
    public void clear(WorkspaceId workspace, TopicId topic) {
        sessions.change(handle -> handle.createUpdate(
                        "DELETE FROM topic_vote WHERE workspace_id = :workspace AND topic = :topic")
                .bind("workspace", workspace.value())
                .bind("topic", topic.value())
                .execute());
    }

    @Override
    public List<Tally> newest(WorkspaceId workspace, TopicId topic, int limit) {
        return sessions.read(handle -> handle.createQuery("SELECT article_id, SUM(fits), COUNT(*) - SUM(fits)"
                        + " FROM topic_vote WHERE workspace_id = :workspace AND topic = :topic"
                        + " GROUP BY article_id ORDER BY MAX(at) DESC, article_id DESC LIMIT :limit")
                .bind("workspace", workspace.value())
                .bind("topic", topic.value())
                .bind("limit", limit)
                .map((row, _) -> new Tally(new ArticleId(row.getLong(1)), row.getInt(2), row.getInt(3)))
                .list());
    }
}

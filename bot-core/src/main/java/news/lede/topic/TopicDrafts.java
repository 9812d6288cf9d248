package news.lede.topic;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.PersonKey;
import news.lede.community.WorkspaceId;

/** What moderators have written of topics and not saved yet, each their own. Nobody else is shown them and nothing is matched by them. */
public interface TopicDrafts {
    Optional<Topic> find(WorkspaceId workspace, PersonKey person, TopicId topic);

    /** When it was kept last. */
    Optional<Instant> keptAt(WorkspaceId workspace, PersonKey person, TopicId topic);

    /** Keeps a draft, replacing the person's earlier one of that topic. */
    void keep(WorkspaceId workspace, PersonKey person, Topic draft, Instant at);

    void drop(WorkspaceId workspace, PersonKey person, TopicId topic);

    /** Drops drafts of a workspace that nobody has touched since {@code before}. */
    void dropOlder(WorkspaceId workspace, Instant before);
}

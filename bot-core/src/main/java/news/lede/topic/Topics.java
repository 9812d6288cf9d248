package news.lede.topic;

import java.util.List;
import java.util.Optional;
import news.lede.community.WorkspaceId;

/** Topics that moderators defined; they override those that ship, by name, within their workspace. */
public interface Topics {
    List<Topic> of(WorkspaceId workspace);

    Optional<Topic> find(WorkspaceId workspace, TopicId id);

    /** Stores a definition, replacing one of the same name. */
    void define(WorkspaceId workspace, Topic topic);

    void remove(WorkspaceId workspace, TopicId id);
}

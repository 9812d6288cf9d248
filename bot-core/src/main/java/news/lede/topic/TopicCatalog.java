package news.lede.topic;

import java.util.List;
import java.util.Optional;
import news.lede.community.WorkspaceId;

/** The topics of a workspace: what ships, overridden by name by what its moderators defined. Thread-safe. */
public final class TopicCatalog {
    public TopicCatalog(List<Topic> shipped, Topics defined) {
        throw new UnsupportedOperationException();
    }

    /** By id. */
    public List<Topic> of(WorkspaceId workspace) {
        throw new UnsupportedOperationException();
    }

    /** The topic meant by what somebody typed: its id, or its name in any language, without case and accents. */
    public Optional<Topic> named(String typed, WorkspaceId workspace) {
        throw new UnsupportedOperationException();
    }
}

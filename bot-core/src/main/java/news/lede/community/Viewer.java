package news.lede.community;

import java.util.HashSet;
import java.util.Set;
import news.lede.source.SourceId;

/**
 * Whose eyes a story is seen with: a workspace and every source it follows, by pack or by itself. Every query for readers takes one;
 * there is no query without.
 */
public record Viewer(WorkspaceId workspace, Set<SourceId> sources) {
    public Viewer {
        sources = Set.copyOf(sources);
    }

    /** The same eyes once the workspace sees {@code source} too. */
    public Viewer seeing(SourceId source) {
        Set<SourceId> more = new HashSet<>(sources);
        more.add(source);
        return new Viewer(workspace, more);
    }
}

package news.lede.community;

import java.util.HashSet;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;

/**
 * Whose eyes a story is seen with: a workspace and every source it follows, by pack or by itself. Every query for readers takes one;
 * there is no query without. {@code takenBack}: a story with one of these articles was taken back by a moderator there, and is not seen.
 */
public record Viewer(WorkspaceId workspace, Set<SourceId> sources, Set<ArticleId> takenBack) {
    public Viewer {
        sources = Set.copyOf(sources);
        takenBack = Set.copyOf(takenBack);
    }

    /** Eyes of a workspace where nothing was taken back. */
    public Viewer(WorkspaceId workspace, Set<SourceId> sources) {
        this(workspace, sources, Set.of());
    }

    /** The same eyes, for what was taken back too. */
    public Viewer seeingAll() {
        return new Viewer(workspace, sources);
    }

    /** The same eyes once the workspace sees {@code source} too. */
    public Viewer seeing(SourceId source) {
        Set<SourceId> more = new HashSet<>(sources);
        more.add(source);
        return new Viewer(workspace, more, takenBack);
    }
}

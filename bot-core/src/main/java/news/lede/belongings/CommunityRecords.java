package news.lede.belongings;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import news.lede.belongings.CommunityFile.ToldStory;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;

/** What is written in the file of a community and no other port tells as a whole. */
public interface CommunityRecords {
    /** All workspaces, by id. */
    List<Workspace> workspaces();

    /** The conversations of a workspace, oldest first. */
    List<Conversation> places(WorkspaceId workspace);

    /** Links of the articles that a moderator took back, oldest first; what has no link is left out. */
    List<URI> retracted(WorkspaceId workspace);

    /** Takes the articles at {@code links} back, as far as the workspace sees them. How many it does: of what others read alone it learns nothing. */
    int retract(WorkspaceId workspace, Collection<URI> links, Instant at);

    /** What a conversation knows, oldest first, with the links its workspace sees; a story without any is left out. */
    List<ToldStory> told(ConversationId conversation);

    /** The conversation knows these stories from now on, as if a digest had told them then; what it knows already stays as it is. How many are stories that its workspace sees. */
    int retell(ConversationId conversation, List<ToldStory> told);
}

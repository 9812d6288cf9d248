package news.lede.community;

/** A place we know, with the workspace whose settings hold there. */
public record Conversation(ConversationId id, WorkspaceId workspace, Place place) {}

package news.lede.community;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.source.SourceId;

/** Where workspaces, their places, follows and roles are kept. */
public interface Communities {
    /** The pack that a new workspace follows, and that holds the built-in source of everything imported. */
    String DEFAULT_PACK = "default";

    /**
     * The workspace known as {@code key} on {@code platform}; created at first sight, following {@link #DEFAULT_PACK} and {@code packs}, without a language of its own and in UTC.
     */
    Workspace workspace(String platform, String key, String title, Set<String> packs);

    /** The same, where a new one follows {@link #DEFAULT_PACK} alone. */
    default Workspace workspace(String platform, String key, String title) {
        return workspace(platform, key, title, Set.of());
    }

    Optional<Workspace> find(WorkspaceId id);

    /** Replaces title, language and zone of a workspace. */
    void update(Workspace workspace);

    /** The conversation at {@code place}; created at first sight as the workspace's. A known place keeps its workspace. */
    Conversation conversation(WorkspaceId workspace, Place place);

    Optional<Conversation> find(ConversationId id);

    /** The conversation at {@code place}, if anybody has spoken with us there. */
    Optional<Conversation> known(Place place);

    /** The conversations of a chat and of its threads, if anybody has spoken with us there. */
    List<Conversation> at(String platform, String chat);

    /**
     * The conversation is at {@code to} from now on, with all that belongs to it, and so is the workspace of its chat. A conversation that is there already becomes part of it. Does nothing when it is
     * there, or unknown.
     */
    void move(ConversationId id, Place to);

    void followPack(WorkspaceId workspace, String pack);

    void unfollowPack(WorkspaceId workspace, String pack);

    void follow(WorkspaceId workspace, SourceId source);

    void unfollow(WorkspaceId workspace, SourceId source);

    /** Names of the packs that a workspace follows. */
    Set<String> followedPacks(WorkspaceId workspace);

    /** What a workspace follows by itself, without what was removed. Unless a pack has such a source too, nobody else sees it. */
    Set<SourceId> ownSources(WorkspaceId workspace);

    /** Everything the workspace follows, by pack or by itself, without what was removed. */
    Set<SourceId> visibleSources(WorkspaceId workspace);

    /** The articles whose stories moderators of a workspace took back. */
    Set<ArticleId> takenBack(WorkspaceId workspace);

    /** The eyes of a workspace. */
    default Viewer viewer(WorkspaceId workspace) {
        return new Viewer(workspace, visibleSources(workspace), takenBack(workspace));
    }

    /** How many workspaces follow a source, by pack or by themselves. */
    int followers(SourceId source);

    /** The role granted to a person in a workspace; {@link Role#MEMBER} when none was. */
    Role role(WorkspaceId workspace, PersonKey person);

    /** {@link Role#MEMBER} takes back what was granted. */
    void grant(WorkspaceId workspace, PersonKey person, Role role);

    /** All roles granted in a workspace, but that of a member. */
    Map<PersonKey, Role> granted(WorkspaceId workspace);
}

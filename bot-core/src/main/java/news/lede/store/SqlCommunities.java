package news.lede.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.text.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Communities in the tables {@code workspace}, {@code workspace_pack}, {@code workspace_source}, {@code workspace_role} and
 * {@code conversation}. What is there already is only read, so that questions do not wait for the writer.
 */
final class SqlCommunities implements Communities {
    private static final String SELECT = "SELECT id, platform, key, title, language, zone FROM workspace ";

    private static final String OWN = "SELECT f.source_id FROM workspace_source f JOIN source s ON s.id = f.source_id"
            + " WHERE f.workspace_id = :workspace AND s.removed IS NULL";
    private static final String BY_PACK =
            "SELECT p.source_id FROM workspace_pack w JOIN pack_source p ON p.pack = w.pack"
                    + " JOIN source s ON s.id = p.source_id WHERE w.workspace_id = :workspace AND s.removed IS NULL";

    private static final String EYES = "SELECT 0 AS taken_back, source_id AS id FROM (" + OWN + " UNION " + BY_PACK
            + ") AS seen UNION ALL SELECT 1, article_id FROM retraction WHERE workspace_id = :workspace";

    private final Sessions sessions;

    SqlCommunities(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Workspace workspace(String platform, String key, String title, Set<String> packs) {
        return sessions.read(handle -> known(handle, platform, key))
                .orElseGet(() -> sessions.write(handle ->
                        known(handle, platform, key).orElseGet(() -> create(handle, platform, key, title, packs))));
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return sessions.read(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(SqlCommunities::workspace)
                .findOne());
    }

    @Override
    public void update(Workspace workspace) {
        sessions.change(handle -> handle.createUpdate(
                        "UPDATE workspace SET title = :title, language = :language, zone = :zone WHERE id = :id")
                .bind("id", workspace.id().value())
                .bind("title", workspace.title())
                .bind("language", workspace.language().code())
                .bind("zone", workspace.zone().getId())
                .execute());
    }

    @Override
    public Conversation conversation(WorkspaceId workspace, Place place) {
        return sessions.read(handle -> conversationAt(handle, place))
                .orElseGet(() -> sessions.write(handle -> {
                    handle.createUpdate("INSERT INTO conversation (workspace_id, platform, chat, thread)"
                                    + " VALUES (:workspace, :platform, :chat, :thread) ON CONFLICT DO NOTHING")
                            .bind("workspace", workspace.value())
                            .bind("platform", place.platform())
                            .bind("chat", place.chat())
                            .bind("thread", place.thread().orElse(""))
                            .execute();
                    return conversationAt(handle, place).orElseThrow();
                }));
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT workspace_id, platform, chat, thread FROM conversation WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> new Conversation(
                        id,
                        new WorkspaceId(row.getLong(1)),
                        new Place(
                                row.getString(2),
                                row.getString(3),
                                Optional.of(row.getString(4)).filter(thread -> !thread.isEmpty()))))
                .findOne());
    }

    @Override
    public Optional<Conversation> known(Place place) {
        return sessions.read(handle -> conversationAt(handle, place));
    }

    @Override
    public List<Conversation> at(String platform, String chat) {
        return sessions.read(handle -> handle.createQuery("SELECT id, workspace_id, thread FROM conversation"
                        + " WHERE platform = :platform AND chat = :chat ORDER BY id")
                .bind("platform", platform)
                .bind("chat", chat)
                .map((row, _) -> new Conversation(
                        new ConversationId(row.getLong(1)),
                        new WorkspaceId(row.getLong(2)),
                        new Place(platform, chat, Optional.of(row.getString(3)).filter(t -> !t.isEmpty()))))
                .list());
    }

    @Override
    public void move(ConversationId id, Place to) {
        sessions.change(handle -> find(id).filter(from -> !from.place().equals(to))
                .ifPresent(from -> ConversationMove.move(handle, from, to, conversationAt(handle, to))));
    }

    @Override
    public void followPack(WorkspaceId workspace, String pack) {
        sessions.change(handle -> followPack(handle, workspace, pack));
    }

    @Override
    public void unfollowPack(WorkspaceId workspace, String pack) {
        sessions.change(handle -> handle.createUpdate(
                        "DELETE FROM workspace_pack WHERE workspace_id = :workspace AND pack = :pack")
                .bind("workspace", workspace.value())
                .bind("pack", pack)
                .execute());
    }

    @Override
    public void follow(WorkspaceId workspace, SourceId source) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO workspace_source (workspace_id, source_id)"
                        + " VALUES (:workspace, :source) ON CONFLICT DO NOTHING")
                .bind("workspace", workspace.value())
                .bind("source", source.value())
                .execute());
    }

    @Override
    public void unfollow(WorkspaceId workspace, SourceId source) {
        sessions.change(handle -> handle.createUpdate(
                        "DELETE FROM workspace_source WHERE workspace_id = :workspace AND source_id = :source")
                .bind("workspace", workspace.value())
                .bind("source", source.value())
                .execute());
    }

    @Override
    public Set<String> followedPacks(WorkspaceId workspace) {
        return sessions.read(handle ->
                Set.copyOf(handle.createQuery("SELECT pack FROM workspace_pack WHERE workspace_id = :workspace")
                        .bind("workspace", workspace.value())
                        .map((row, _) -> row.getString(1))
                        .list()));
    }

    @Override
    public Set<SourceId> ownSources(WorkspaceId workspace) {
        return sessions.read(handle -> sources(handle, workspace, OWN));
    }

    @Override
    public Set<SourceId> visibleSources(WorkspaceId workspace) {
        return sessions.read(handle -> sources(handle, workspace, OWN + " UNION " + BY_PACK));
    }

    @Override
    public Set<ArticleId> takenBack(WorkspaceId workspace) {
        return sessions.read(handle ->
                Set.copyOf(handle.createQuery("SELECT article_id FROM retraction WHERE workspace_id = :workspace")
                        .bind("workspace", workspace.value())
                        .map((row, _) -> new ArticleId(row.getLong(1)))
                        .list()));
    }

    /** Every question and every message asks for it, so at once. */
    @Override
    public Viewer viewer(WorkspaceId workspace) {
        Set<SourceId> sources = new HashSet<>();
        Set<ArticleId> takenBack = new HashSet<>();
        sessions.read(handle -> handle.createQuery(EYES)
                .bind("workspace", workspace.value())
                .map((row, _) -> row.getInt(1) == 0
                        ? sources.add(new SourceId(row.getLong(2)))
                        : takenBack.add(new ArticleId(row.getLong(2))))
                .list());
        return new Viewer(workspace, sources, takenBack);
    }

    private static Set<SourceId> sources(Handle handle, WorkspaceId workspace, String query) {
        return Set.copyOf(handle.createQuery(query)
                .bind("workspace", workspace.value())
                .map((row, _) -> new SourceId(row.getLong(1)))
                .list());
    }

    @Override
    public int followers(SourceId source) {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM (SELECT workspace_id FROM workspace_source WHERE source_id = :source"
                                + " UNION SELECT w.workspace_id FROM pack_source p JOIN workspace_pack w"
                                + " ON w.pack = p.pack WHERE p.source_id = :source) AS followers")
                .bind("source", source.value())
                .map((row, _) -> row.getInt(1))
                .one());
    }

    @Override
    public Role role(WorkspaceId workspace, PersonKey person) {
        return sessions.read(handle -> handle.createQuery("SELECT role FROM workspace_role"
                        + " WHERE workspace_id = :workspace AND platform = :platform AND person = :person")
                .bind("workspace", workspace.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .map((row, _) -> Role.valueOf(row.getString(1)))
                .findOne()
                .orElse(Role.MEMBER));
    }

    @Override
    public void grant(WorkspaceId workspace, PersonKey person, Role role) {
        sessions.change(
                handle -> handle.createUpdate("INSERT INTO workspace_role (workspace_id, platform, person, role)"
                                + " VALUES (:workspace, :platform, :person, :role)"
                                + " ON CONFLICT (workspace_id, platform, person) DO UPDATE SET role = excluded.role")
                        .bind("workspace", workspace.value())
                        .bind("platform", person.platform())
                        .bind("person", person.id())
                        .bind("role", role.name())
                        .execute());
    }

    @Override
    public Map<PersonKey, Role> granted(WorkspaceId workspace) {
        Map<PersonKey, Role> granted = new HashMap<>();
        sessions.read(handle -> handle.createQuery("SELECT platform, person, role FROM workspace_role"
                                + " WHERE workspace_id = :workspace AND role <> 'MEMBER'")
                        .bind("workspace", workspace.value())
                        .map((row, _) -> Map.entry(
                                new PersonKey(row.getString(1), row.getString(2)), Role.valueOf(row.getString(3))))
                        .list())
                .forEach(entry -> granted.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(granted);
    }

    private static Optional<Workspace> known(Handle handle, String platform, String key) {
        return handle.createQuery(SELECT + "WHERE platform = :platform AND key = :key")
                .bind("platform", platform)
                .bind("key", key)
                .map(SqlCommunities::workspace)
                .findOne();
    }

    private static Workspace create(Handle handle, String platform, String key, String title, Set<String> packs) {
        handle.createUpdate("INSERT INTO workspace (platform, key, title, language, zone)"
                        + " VALUES (:platform, :key, :title, 'und', 'Z') ON CONFLICT DO NOTHING")
                .bind("platform", platform)
                .bind("key", key)
                .bind("title", title)
                .execute();
        Workspace created = known(handle, platform, key).orElseThrow();
        followPack(handle, created.id(), DEFAULT_PACK);
        packs.forEach(pack -> followPack(handle, created.id(), pack));
        return created;
    }

    private static void followPack(Handle handle, WorkspaceId workspace, String pack) {
        handle.createUpdate("INSERT INTO workspace_pack (workspace_id, pack) VALUES (:workspace, :pack)"
                        + " ON CONFLICT DO NOTHING")
                .bind("workspace", workspace.value())
                .bind("pack", pack)
                .execute();
    }

    private static Optional<Conversation> conversationAt(Handle handle, Place place) {
        return handle.createQuery("SELECT id, workspace_id FROM conversation"
                        + " WHERE platform = :platform AND chat = :chat AND thread = :thread")
                .bind("platform", place.platform())
                .bind("chat", place.chat())
                .bind("thread", place.thread().orElse(""))
                .map((row, _) ->
                        new Conversation(new ConversationId(row.getLong(1)), new WorkspaceId(row.getLong(2)), place))
                .findOne();
    }

    private static Workspace workspace(ResultSet row, StatementContext context) throws SQLException {
        return new Workspace(
                new WorkspaceId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Language(row.getString(5)),
                ZoneId.of(row.getString(6)));
    }
}

package news.lede.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleKeys;
import news.lede.belongings.CommunityFile.ToldStory;
import news.lede.belongings.CommunityRecords;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.text.Language;
import org.jdbi.v3.core.Handle;

/** What the file of a community holds, from {@code workspace}, {@code conversation}, {@code retraction} and {@code told}. */
final class SqlCommunityRecords implements CommunityRecords {
    /** Stories a conversation knows, with those of their articles that its workspace sees. */
    private static final String TOLD = "SELECT t.story_id, t.at, a.title, a.url FROM told t"
            + " JOIN conversation c ON c.id = t.conversation_id JOIN story_member m ON m.story_id = t.story_id"
            + " JOIN article a ON a.id = m.article_id WHERE t.conversation_id = :conversation AND a.url IS NOT NULL"
            + " AND " + seen("a.id", "c.workspace_id") + " ORDER BY t.at, t.story_id, m.position";

    /** Of what others read alone nobody learns by asking for its link. */
    private static final String BY_LINK = "SELECT k.article_id FROM article_key k JOIN workspace v ON v.id = :workspace"
            + " WHERE k.key = :key AND " + seen("k.article_id", "v.id");

    /** Nothing is sent: the row keeps a first message from being planned, as that of a digest would. */
    private static final String TOLD_BEFORE = "INSERT INTO delivery (platform, conversation_id, kind, story_id, number,"
            + " revision, state, lane, planned, attempts, doubts, finished, problem)"
            + " SELECT c.platform, c.id, 'FIRST', s.id, 0, s.revision, 'CANCELLED', 0, :at, 0, 0, :at, 'told elsewhere'"
            + " FROM conversation c, story s WHERE c.id = :conversation AND s.id = :story ON CONFLICT DO NOTHING";

    private static final String KNOWN = "INSERT INTO told (story_id, conversation_id, delivery_id, receipt, at, shown,"
            + " wanted, edit_due) SELECT s.id, d.conversation_id, d.id, NULL, :at, s.revision, s.revision, NULL"
            + " FROM story s JOIN delivery d ON d.story_id = s.id AND d.kind = 'FIRST' AND d.number = 0"
            + " WHERE d.conversation_id = :conversation AND s.id = :story ON CONFLICT DO NOTHING";

    private final Sessions sessions;

    SqlCommunityRecords(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Whether a workspace sees an article, by columns that name them. */
    private static String seen(String article, String workspace) {
        return "EXISTS (SELECT 1 FROM article_source x WHERE x.article_id = " + article + " AND (x.source_id IN"
                + " (SELECT f.source_id FROM workspace_source f WHERE f.workspace_id = " + workspace
                + ") OR x.source_id IN (SELECT p.source_id FROM pack_source p JOIN workspace_pack w ON w.pack = p.pack"
                + " WHERE w.workspace_id = " + workspace + ")))";
    }

    @Override
    public List<Workspace> workspaces() {
        return sessions.read(handle -> handle.createQuery(
                        "SELECT id, platform, key, title, language, zone FROM workspace ORDER BY id")
                .map((row, _) -> new Workspace(
                        new WorkspaceId(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        new Language(row.getString(5)),
                        ZoneId.of(row.getString(6))))
                .list());
    }

    @Override
    public List<Conversation> places(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery("SELECT id, platform, chat, thread FROM conversation"
                        + " WHERE workspace_id = :workspace ORDER BY id")
                .bind("workspace", workspace.value())
                .map((row, _) -> new Conversation(
                        new ConversationId(row.getLong(1)),
                        workspace,
                        new Place(
                                row.getString(2),
                                row.getString(3),
                                Optional.of(row.getString(4)).filter(thread -> !thread.isEmpty()))))
                .list());
    }

    @Override
    public List<URI> retracted(WorkspaceId workspace) {
        return sessions.read(handle -> handle.createQuery("SELECT a.url FROM retraction r JOIN article a"
                        + " ON a.id = r.article_id WHERE r.workspace_id = :workspace AND a.url IS NOT NULL"
                        + " ORDER BY r.at, a.id")
                .bind("workspace", workspace.value())
                .map((row, _) -> URI.create(row.getString(1)))
                .list());
    }

    @Override
    public int retract(WorkspaceId workspace, Collection<URI> links, Instant at) {
        return sessions.write(handle -> {
            int known = 0;
            for (URI link : links) {
                Optional<Long> article = article(handle, workspace, link);
                article.ifPresent(id -> handle.createUpdate("INSERT INTO retraction (workspace_id, article_id, at)"
                                + " VALUES (:workspace, :article, :at) ON CONFLICT DO NOTHING")
                        .bind("workspace", workspace.value())
                        .bind("article", id)
                        .bind("at", at.toEpochMilli())
                        .execute());
                known += article.isPresent() ? 1 : 0;
            }
            return known;
        });
    }

    @Override
    public List<ToldStory> told(ConversationId conversation) {
        return sessions.read(handle -> {
            Map<Long, ToldStory> told = new LinkedHashMap<>();
            handle.createQuery(TOLD)
                    .bind("conversation", conversation.value())
                    .map((row, _) -> {
                        ToldStory one = story(row);
                        return told.merge(row.getLong(1), one, SqlCommunityRecords::joined);
                    })
                    .list();
            return List.copyOf(told.values());
        });
    }

    private static ToldStory story(ResultSet row) throws SQLException {
        return new ToldStory(
                Instant.ofEpochMilli(row.getLong(2)), row.getString(3), List.of(URI.create(row.getString(4))));
    }

    private static ToldStory joined(ToldStory first, ToldStory next) {
        List<URI> links = new ArrayList<>(first.links());
        links.addAll(next.links());
        return new ToldStory(first.at(), first.title(), links);
    }

    @Override
    public int retell(ConversationId conversation, List<ToldStory> told) {
        return sessions.write(handle -> {
            WorkspaceId workspace = handle.createQuery("SELECT workspace_id FROM conversation WHERE id = :id")
                    .bind("id", conversation.value())
                    .map((row, _) -> new WorkspaceId(row.getLong(1)))
                    .one();
            int known = 0;
            for (ToldStory one : told) {
                Optional<StoryId> story = story(handle, workspace, one);
                story.ifPresent(id -> {
                    for (String sql : List.of(TOLD_BEFORE, KNOWN)) {
                        handle.createUpdate(sql)
                                .bind("conversation", conversation.value())
                                .bind("story", id.value())
                                .bind("at", one.at().toEpochMilli())
                                .execute();
                    }
                });
                known += story.isPresent() ? 1 : 0;
            }
            return known;
        });
    }

    private static Optional<StoryId> story(Handle handle, WorkspaceId workspace, ToldStory told) {
        for (URI link : told.links()) {
            Optional<StoryId> story = article(handle, workspace, link)
                    .flatMap(article -> handle.createQuery(
                                    "SELECT story_id FROM story_member WHERE article_id = :article")
                            .bind("article", article)
                            .map((row, _) -> new StoryId(row.getLong(1)))
                            .findOne());
            if (story.isPresent()) {
                return story;
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> article(Handle handle, WorkspaceId workspace, URI link) {
        return ArticleKeys.link(link)
                .flatMap(key -> handle.createQuery(BY_LINK)
                        .bind("key", LookUp.of(key.value()))
                        .bind("workspace", workspace.value())
                        .map((row, _) -> row.getLong(1))
                        .findOne());
    }
}

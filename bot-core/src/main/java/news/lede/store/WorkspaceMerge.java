package news.lede.store;

import java.util.List;
import news.lede.community.Communities;
import news.lede.community.WorkspaceId;
import org.jdbi.v3.core.Handle;

/**
 * Gives one workspace what another one has: its conversations, sources, topics, what its members said of topics and stories, and the roles they were granted. What both have stays as the first has it. The
 * default pack is followed at first sight, so that the other follows it says nothing.
 */
final class WorkspaceMerge {
    private static final String TAKE = " SET workspace_id = :kept WHERE workspace_id = :other";

    /** A table, and what there is once in a workspace. */
    private record Owned(String table, List<String> key) {}

    private static final List<Owned> OWNED = List.of(
            new Owned("workspace_pack", List.of("pack")),
            new Owned("workspace_source", List.of("source_id")),
            new Owned("workspace_role", List.of("platform", "person")),
            new Owned("workspace_quota", List.of()),
            new Owned("topic", List.of("name")),
            new Owned("topic_vote", List.of("topic", "article_id", "platform", "person")),
            new Owned("topic_draft", List.of("platform", "person", "topic")),
            new Owned("wish_match", List.of("wish_id", "announcement_id", "article_id")),
            new Owned("story_vote", List.of("article_id", "platform", "person")),
            new Owned("story_report", List.of("article_id", "platform", "person", "kind")),
            new Owned("suggestion", List.of("address")),
            new Owned("retraction", List.of("article_id")));

    private WorkspaceMerge() {}

    static void merge(Handle handle, WorkspaceId kept, WorkspaceId other) {
        handle.createUpdate("DELETE FROM workspace_pack WHERE workspace_id = :other AND pack = :pack")
                .bind("other", other.value())
                .bind("pack", Communities.DEFAULT_PACK)
                .execute();
        for (String table : List.of("conversation", "subscription", "audit", "delegation")) {
            run(handle, "UPDATE " + table + TAKE, kept, other);
        }
        DelegationMerge.once(handle, kept);
        for (Owned owned : OWNED) {
            run(handle, "UPDATE " + owned.table() + TAKE + " AND NOT EXISTS (" + keptHas(owned) + ")", kept, other);
            handle.createUpdate("DELETE FROM " + owned.table() + " WHERE workspace_id = :other")
                    .bind("other", other.value())
                    .execute();
        }
    }

    private static String keptHas(Owned owned) {
        StringBuilder query =
                new StringBuilder("SELECT 1 FROM " + owned.table() + " AS k WHERE k.workspace_id = :kept");
        owned.key()
                .forEach(column -> query.append(" AND k.")
                        .append(column)
                        .append(" = ")
                        .append(owned.table())
                        .append('.')
                        .append(column));
        return query.toString();
    }

    private static void run(Handle handle, String statement, WorkspaceId kept, WorkspaceId other) {
        handle.createUpdate(statement)
                .bind("kept", kept.value())
                .bind("other", other.value())
                .execute();
    }
}

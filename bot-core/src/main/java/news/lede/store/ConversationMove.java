package news.lede.store;

import java.util.List;
import java.util.Optional;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import org.jdbi.v3.core.Handle;

/**
 * Brings a conversation to another place. Whoever stands there already is taken in: what only they have is kept, what both have stays as the one that moves has it. The workspace of a chat moves with it.
 * That either place could not be written to is forgotten: whether the new one can shows at the next message.
 */
final class ConversationMove {
    private static final List<String> MERGE = List.of(
            "UPDATE told SET conversation_id = :kept WHERE conversation_id = :other AND NOT EXISTS (SELECT 1"
                    + " FROM told AS t WHERE t.conversation_id = :kept AND t.story_id = told.story_id)",
            "UPDATE look SET conversation_id = :kept WHERE conversation_id = :other AND NOT EXISTS (SELECT 1"
                    + " FROM look AS l WHERE l.conversation_id = :kept"
                    + " AND l.platform = look.platform AND l.person = look.person)",
            "UPDATE channel SET conversation_id = :kept WHERE conversation_id = :other"
                    + " AND NOT EXISTS (SELECT 1 FROM channel AS c WHERE c.conversation_id = :kept)",
            "UPDATE delegation SET conversation_id = :kept WHERE conversation_id = :other",
            "UPDATE story_report SET conversation_id = :kept WHERE conversation_id = :other",
            "UPDATE suggestion SET conversation_id = :kept WHERE conversation_id = :other");

    private static final String MERGE_SUBSCRIPTIONS =
            "UPDATE subscription SET conversation_id = :kept, workspace_id = :workspace WHERE conversation_id = :other"
                    + " AND NOT EXISTS (SELECT 1 FROM subscription AS s WHERE s.conversation_id = :kept"
                    + " AND s.wish_id = subscription.wish_id AND s.instant = subscription.instant)";

    /** What both had. */
    private static final List<String> REST = List.of(
            "DELETE FROM subscription WHERE conversation_id = :other",
            "DELETE FROM channel WHERE conversation_id = :other",
            "DELETE FROM suspension WHERE conversation_id = :other",
            "DELETE FROM look WHERE conversation_id = :other",
            "DELETE FROM told WHERE conversation_id = :other",
            "DELETE FROM conversation WHERE id = :other");

    /** Due since it was planned: the longer ago, the less is it news. */
    private static final String WAKE = "UPDATE delivery SET due = planned WHERE conversation_id = :kept"
            + " AND due IS NULL AND state IN ('PLANNED', 'RETRY', 'UNKNOWN')";

    private ConversationMove() {}

    static void move(Handle handle, Conversation from, Place to, Optional<Conversation> there) {
        rekeyWorkspace(handle, from, to);
        there.ifPresent(other -> takeIn(handle, from, other.id()));
        handle.createUpdate(
                        "UPDATE conversation SET platform = :platform, chat = :chat, thread = :thread WHERE id = :id")
                .bind("id", from.id().value())
                .bind("platform", to.platform())
                .bind("chat", to.chat())
                .bind("thread", to.thread().orElse(""))
                .execute();
        for (String open : List.of("DELETE FROM suspension WHERE conversation_id = :kept", WAKE)) {
            handle.createUpdate(open).bind("kept", from.id().value()).execute();
        }
    }

    private static void takeIn(Handle handle, Conversation kept, ConversationId other) {
        DeliveryMerge.merge(handle, kept.id(), other);
        for (String merge : MERGE) {
            handle.createUpdate(merge)
                    .bind("kept", kept.id().value())
                    .bind("other", other.value())
                    .execute();
        }
        DelegationMerge.once(handle, kept.workspace());
        handle.createUpdate(MERGE_SUBSCRIPTIONS)
                .bind("kept", kept.id().value())
                .bind("other", other.value())
                .bind("workspace", kept.workspace().value())
                .execute();
        for (String rest : REST) {
            handle.createUpdate(rest).bind("other", other.value()).execute();
        }
    }

    /** A workspace that was made for the new chat meanwhile gives up its name and all it has to the one that moves; it remains, and nobody comes to it any more. */
    private static void rekeyWorkspace(Handle handle, Conversation from, Place to) {
        if (!isWorkspaceOf(handle, from.workspace(), from.place())) {
            return;
        }
        handle.createQuery("SELECT id FROM workspace WHERE platform = :platform AND key = :key AND id <> :id")
                .bind("platform", to.platform())
                .bind("key", to.chat())
                .bind("id", from.workspace().value())
                .map((row, _) -> new WorkspaceId(row.getLong(1)))
                .findOne()
                .ifPresent(other -> {
                    WorkspaceMerge.merge(handle, from.workspace(), other);
                    rename(handle, other, to.chat() + " before " + other);
                });
        rename(handle, from.workspace(), to.chat());
    }

    private static boolean isWorkspaceOf(Handle handle, WorkspaceId workspace, Place place) {
        return handle.createQuery(
                                "SELECT COUNT(*) FROM workspace WHERE id = :id AND platform = :platform AND key = :key")
                        .bind("id", workspace.value())
                        .bind("platform", place.platform())
                        .bind("key", place.chat())
                        .map((row, _) -> row.getInt(1))
                        .one()
                > 0;
    }

    private static void rename(Handle handle, WorkspaceId workspace, String key) {
        handle.createUpdate("UPDATE workspace SET key = :key WHERE id = :id")
                .bind("id", workspace.value())
                .bind("key", key)
                .execute();
    }
}

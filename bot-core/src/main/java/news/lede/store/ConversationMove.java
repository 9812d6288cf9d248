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
 */
final class ConversationMove {
    private static final String MERGE_SUBSCRIPTIONS =
            "UPDATE subscription SET conversation_id = :kept, workspace_id = :workspace WHERE conversation_id = :other"
                    + " AND NOT EXISTS (SELECT 1 FROM subscription AS s WHERE s.conversation_id = :kept"
                    + " AND s.wish_id = subscription.wish_id AND s.instant = subscription.instant)";
    private static final String MERGE_DELIVERIES = "UPDATE delivery SET conversation_id = :kept"
            + " WHERE conversation_id = :other AND NOT EXISTS (SELECT 1 FROM delivery AS d"
            + " WHERE d.conversation_id = :kept AND d.story_id = delivery.story_id AND d.kind = delivery.kind"
            + " AND d.number = delivery.number)";
    private static final String MERGE_TOLD = "UPDATE told SET conversation_id = :kept WHERE conversation_id = :other"
            + " AND NOT EXISTS (SELECT 1 FROM told AS t WHERE t.conversation_id = :kept AND t.story_id = told.story_id)";
    private static final String MERGE_LOOKS = "UPDATE look SET conversation_id = :kept WHERE conversation_id = :other"
            + " AND NOT EXISTS (SELECT 1 FROM look AS l WHERE l.conversation_id = :kept"
            + " AND l.platform = look.platform AND l.person = look.person)";
    private static final String MERGE_CHANNEL =
            "UPDATE channel SET conversation_id = :kept WHERE conversation_id = :other"
                    + " AND NOT EXISTS (SELECT 1 FROM channel AS c WHERE c.conversation_id = :kept)";

    /** What both had: in this order nothing refers to what goes. */
    private static final List<String> REST = List.of(
            "DELETE FROM subscription WHERE conversation_id = :other",
            "DELETE FROM channel WHERE conversation_id = :other",
            "DELETE FROM suspension WHERE conversation_id = :other",
            "DELETE FROM look WHERE conversation_id = :other",
            "DELETE FROM told WHERE conversation_id = :other",
            "DELETE FROM told WHERE delivery_id IN (SELECT id FROM delivery WHERE conversation_id = :other)",
            "DELETE FROM delivery_reason WHERE delivery_id IN (SELECT id FROM delivery WHERE conversation_id = :other)",
            "DELETE FROM delivery_story WHERE delivery_id IN (SELECT id FROM delivery WHERE conversation_id = :other)",
            "DELETE FROM delivery WHERE conversation_id = :other",
            "DELETE FROM conversation WHERE id = :other");

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
    }

    private static void takeIn(Handle handle, Conversation kept, ConversationId other) {
        for (String merge : List.of(MERGE_DELIVERIES, MERGE_TOLD, MERGE_LOOKS, MERGE_CHANNEL)) {
            handle.createUpdate(merge)
                    .bind("kept", kept.id().value())
                    .bind("other", other.value())
                    .execute();
        }
        handle.createUpdate(MERGE_SUBSCRIPTIONS)
                .bind("kept", kept.id().value())
                .bind("other", other.value())
                .bind("workspace", kept.workspace().value())
                .execute();
        for (String rest : REST) {
            handle.createUpdate(rest).bind("other", other.value()).execute();
        }
    }

    /** A workspace that was made for the new chat meanwhile gives up its name, and its conversations come to the one that moves; it remains, and nobody comes to it any more. */
    private static void rekeyWorkspace(Handle handle, Conversation from, Place to) {
        if (!isWorkspaceOf(handle, from.workspace(), from.place())) {
            return;
        }
        handle.createQuery("SELECT id FROM workspace WHERE platform = :platform AND key = :key AND id <> :id")
                .bind("platform", to.platform())
                .bind("key", to.chat())
                .bind("id", from.workspace().value())
                .map((row, _) -> row.getLong(1))
                .findOne()
                .ifPresent(other -> {
                    for (String table : List.of("conversation", "subscription")) {
                        handle.createUpdate("UPDATE " + table + " SET workspace_id = :kept WHERE workspace_id = :other")
                                .bind("kept", from.workspace().value())
                                .bind("other", other)
                                .execute();
                    }
                    rename(handle, other, to.chat() + " before " + other);
                });
        rename(handle, from.workspace().value(), to.chat());
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

    private static void rename(Handle handle, long workspace, String key) {
        handle.createUpdate("UPDATE workspace SET key = :key WHERE id = :id")
                .bind("id", workspace)
                .bind("key", key)
                .execute();
    }
}

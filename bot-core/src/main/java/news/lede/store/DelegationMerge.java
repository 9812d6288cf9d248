package news.lede.store;

import news.lede.community.WorkspaceId;
import org.jdbi.v3.core.Handle;

/** Sees to it that nobody was handed the same twice, after what two workspaces or conversations had became one's. */
final class DelegationMerge {
    private DelegationMerge() {}

    /** Of equal ones the earliest stays. */
    static void once(Handle handle, WorkspaceId workspace) {
        handle.createUpdate("DELETE FROM delegation WHERE workspace_id = :workspace AND EXISTS (SELECT 1"
                        + " FROM delegation AS d WHERE d.workspace_id = delegation.workspace_id"
                        + " AND d.platform = delegation.platform AND d.person = delegation.person"
                        + " AND d.topic = delegation.topic AND d.id < delegation.id"
                        + " AND COALESCE(d.conversation_id, 0) = COALESCE(delegation.conversation_id, 0))")
                .bind("workspace", workspace.value())
                .execute();
    }
}

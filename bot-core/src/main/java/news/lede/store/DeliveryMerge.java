package news.lede.store;

import java.util.List;
import news.lede.community.ConversationId;
import org.jdbi.v3.core.Handle;

/**
 * Makes the messages of two conversations those of one. Of two that are the same message the one that came further stays, for what was sent is not sent again, and what is wanted is not lost because the
 * other place had given it up; whoever wanted the one wants the other. Two digests of one instant tell different stories: both stay.
 */
final class DeliveryMerge {
    private static final String SAME =
            "SELECT k.id, o.id, k.state, o.state, k.kind FROM delivery AS k JOIN delivery AS o"
                    + " ON o.story_id = k.story_id AND o.kind = k.kind AND o.number = k.number"
                    + " WHERE k.conversation_id = :kept AND o.conversation_id = :other ORDER BY k.id";

    private static final List<String> HAND_OVER = List.of(
            "UPDATE delivery_reason SET delivery_id = :stays WHERE delivery_id = :goes AND NOT EXISTS (SELECT 1"
                    + " FROM delivery_reason AS r WHERE r.delivery_id = :stays"
                    + " AND r.subscription_id = delivery_reason.subscription_id)",
            "UPDATE told SET delivery_id = :stays WHERE delivery_id = :goes");

    private static final List<String> END =
            List.of("DELETE FROM delivery_reason WHERE delivery_id = :goes", "DELETE FROM delivery WHERE id = :goes");

    /** Digests are numbered by the instant they were due, in milliseconds; one a moment earlier is another one. */
    private static final String RENUMBER = "UPDATE delivery SET number = (SELECT MIN(d.number) - 1 FROM delivery AS d"
            + " WHERE d.conversation_id IN (:kept, :other) AND d.kind = 'DIGEST' AND d.number <= delivery.number"
            + " AND d.number > delivery.number - 1000) WHERE id = :id";

    private DeliveryMerge() {}

    private record Pair(long kept, long other, String keptState, String otherState, boolean digest) {}

    static void merge(Handle handle, ConversationId kept, ConversationId other) {
        List<Pair> same = handle.createQuery(SAME)
                .bind("kept", kept.value())
                .bind("other", other.value())
                .map((row, _) -> new Pair(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5).equals("DIGEST")))
                .list();
        for (Pair pair : same) {
            if (pair.digest()) {
                handle.createUpdate(RENUMBER)
                        .bind("kept", kept.value())
                        .bind("other", other.value())
                        .bind("id", pair.other())
                        .execute();
            } else {
                boolean theirs = progress(pair.otherState()) > progress(pair.keptState());
                replace(handle, theirs ? pair.other() : pair.kept(), theirs ? pair.kept() : pair.other());
            }
        }
        handle.createUpdate("UPDATE delivery SET conversation_id = :kept WHERE conversation_id = :other")
                .bind("kept", kept.value())
                .bind("other", other.value())
                .execute();
    }

    private static void replace(Handle handle, long stays, long goes) {
        for (String each : HAND_OVER) {
            handle.createUpdate(each).bind("stays", stays).bind("goes", goes).execute();
        }
        for (String each : END) {
            handle.createUpdate(each).bind("goes", goes).execute();
        }
    }

    private static int progress(String state) {
        return switch (state) {
            case "SENT" -> 4;
            case "SENDING", "UNKNOWN" -> 3;
            case "PLANNED", "RETRY" -> 2;
            case "HELD" -> 1;
            default -> 0;
        };
    }
}

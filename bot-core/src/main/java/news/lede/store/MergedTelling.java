package news.lede.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.lede.story.StoryId;
import org.jdbi.v3.core.Handle;

/**
 * What stories that become one mean for those who were told, in the transaction that makes them one. Whoever knows the absorbed one knows the survivor; where both were told, the earlier message is the story's
 * from now on, and the later one is kept under the absorbed story for one last edit, which leads to the first. What was not sent yet is sent under the survivor's name, and not at all where that was told.
 */
final class MergedTelling {
    private static final Duration EDITED_AFTER = Duration.ofMinutes(2);
    private static final Duration EDITED_FOR = Duration.ofHours(24);

    private static final String BOTH =
            " FROM told AS one JOIN told AS other ON other.conversation_id = one.conversation_id"
                    + " WHERE one.story_id = :kept AND other.story_id = :gone";

    private static final List<String> STEPS = List.of(
            // The earlier message becomes the survivor's: where that is the absorbed story's, the two change places.
            "CREATE TEMPORARY TABLE merged_told AS SELECT one.conversation_id AS conversation_id,"
                    + " one.delivery_id AS delivery_id, one.receipt AS receipt, one.at AS at"
                    + BOTH + " AND other.at < one.at"
                    // A digest is not edited: a message stays before it.
                    + " AND (other.receipt IS NOT NULL OR one.receipt IS NULL)",
            "UPDATE told SET"
                    + " delivery_id = (SELECT other.delivery_id FROM told AS other WHERE other.story_id = :gone"
                    + " AND other.conversation_id = told.conversation_id),"
                    + " receipt = (SELECT other.receipt FROM told AS other WHERE other.story_id = :gone"
                    + " AND other.conversation_id = told.conversation_id),"
                    + " at = (SELECT other.at FROM told AS other WHERE other.story_id = :gone"
                    + " AND other.conversation_id = told.conversation_id)"
                    + " WHERE story_id = :kept AND conversation_id IN (SELECT conversation_id FROM merged_told)",
            "UPDATE told SET"
                    + " delivery_id = (SELECT m.delivery_id FROM merged_told AS m"
                    + " WHERE m.conversation_id = told.conversation_id),"
                    + " receipt = (SELECT m.receipt FROM merged_told AS m WHERE m.conversation_id = told.conversation_id),"
                    + " at = (SELECT m.at FROM merged_told AS m WHERE m.conversation_id = told.conversation_id)"
                    + " WHERE story_id = :gone AND conversation_id IN (SELECT conversation_id FROM merged_told)",
            "DROP TABLE merged_told");

    private MergedTelling() {}

    static void keepWord(Handle handle, StoryId kept, StoryId gone, int revision, Instant at) {
        boolean told = handle.createQuery("SELECT 1 FROM told WHERE story_id = :gone LIMIT 1")
                .bind("gone", gone.value())
                .map((row, _) -> row.getInt(1))
                .findOne()
                .isPresent();
        if (told) {
            for (String step : STEPS) {
                run(handle, step, kept, gone);
            }
            // The later of two messages: one last edit.
            run(
                    handle,
                    "UPDATE told SET wanted = shown + 1, edit_due = CASE WHEN receipt IS NULL THEN NULL ELSE "
                            + at.toEpochMilli() + " END WHERE story_id = :gone AND conversation_id IN"
                            + " (SELECT conversation_id FROM told WHERE story_id = :kept)",
                    kept,
                    gone);
            // Whoever knew the absorbed one alone knows all up to now, and their message shows the whole soon.
            run(
                    handle,
                    "UPDATE told SET story_id = :kept, shown = " + (revision - 1) + ", wanted = " + revision
                            + ", edit_due = CASE WHEN receipt IS NULL OR at <= "
                            + at.minus(EDITED_FOR).toEpochMilli() + " THEN NULL ELSE "
                            + at.plus(EDITED_AFTER).toEpochMilli() + " END WHERE story_id = :gone"
                            + " AND conversation_id NOT IN (SELECT conversation_id FROM told WHERE story_id = :kept)",
                    kept,
                    gone);
        }
        unsent(handle, kept, gone, at);
    }

    private static void unsent(Handle handle, StoryId kept, StoryId gone, Instant at) {
        run(
                handle,
                "UPDATE delivery SET state = 'CANCELLED', due = NULL, finished = " + at.toEpochMilli()
                        + ", problem = 'became part of a story that was told' WHERE story_id IN (:gone, :kept)"
                        + " AND kind = 'FIRST' AND state IN ('PLANNED', 'RETRY', 'HELD') AND doubts = 0"
                        + " AND conversation_id IN (SELECT conversation_id FROM told WHERE story_id = :kept)",
                kept,
                gone);
        run(
                handle,
                "UPDATE delivery SET story_id = :kept WHERE story_id = :gone AND kind = 'FIRST'"
                        + " AND state IN ('PLANNED', 'RETRY', 'HELD') AND doubts = 0 AND NOT EXISTS"
                        + " (SELECT 1 FROM delivery AS there WHERE there.story_id = :kept AND there.kind = 'FIRST'"
                        + " AND there.conversation_id = delivery.conversation_id)",
                kept,
                gone);
    }

    /** The ids stand in the statement itself: one that makes a table takes no parameters everywhere. */
    private static void run(Handle handle, String sql, StoryId kept, StoryId gone) {
        handle.execute(sql.replace(":kept", kept.toString()).replace(":gone", gone.toString()));
    }
}

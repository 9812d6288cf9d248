package news.lede.store;

import java.time.Instant;
import java.util.List;
import news.lede.alert.Deliveries.Shown;
import news.lede.alert.Delivery;
import news.lede.alert.Receipt;
import org.jdbi.v3.core.Handle;

/** Writes to the table {@code told} what a message has told. */
final class ToldRows {
    /** A story that was merged meanwhile is known by its survivor. */
    private static final String SURVIVOR =
            "COALESCE((SELECT survivor_id FROM story_alias WHERE story_id = :story), :story)";

    /** A message of its own takes the place of the one before. */
    private static final String BY_MESSAGE =
            "INSERT INTO told (story_id, conversation_id, delivery_id, receipt, at, shown, wanted, edit_due)"
                    + " SELECT id, :conversation, :delivery, :receipt, :at, :shown,"
                    + " CASE WHEN revision > :shown THEN revision ELSE :shown END,"
                    + " CASE WHEN revision > :shown THEN :at END"
                    + " FROM story WHERE id = " + SURVIVOR
                    + " ON CONFLICT (story_id, conversation_id) DO UPDATE SET delivery_id = excluded.delivery_id,"
                    + " receipt = excluded.receipt, at = excluded.at, shown = excluded.shown, wanted = excluded.wanted,"
                    + " edit_due = excluded.edit_due";

    /** A digest is not edited. A message of the story that stands there stays the one to edit; what the digest told of it is known all the same. */
    private static final String BY_DIGEST =
            "INSERT INTO told (story_id, conversation_id, delivery_id, receipt, at, shown, wanted, edit_due)"
                    + " SELECT id, :conversation, :delivery, NULL, :at, :shown, :shown, NULL FROM story WHERE id = "
                    + SURVIVOR
                    + " ON CONFLICT (story_id, conversation_id) DO UPDATE SET"
                    + " delivery_id = CASE WHEN told.receipt IS NULL THEN excluded.delivery_id ELSE told.delivery_id END,"
                    + " at = CASE WHEN told.receipt IS NULL THEN excluded.at ELSE told.at END,"
                    + " shown = excluded.shown,"
                    + " wanted = CASE WHEN told.wanted > excluded.shown THEN told.wanted ELSE excluded.shown END"
                    + " WHERE excluded.shown >= told.shown";

    private ToldRows() {}

    static void tell(Handle handle, Delivery sent, Receipt receipt, List<Shown> shown, Instant now) {
        boolean digest = sent.kind() == Delivery.Kind.DIGEST;
        for (Shown one : shown) {
            var update = handle.createUpdate(digest ? BY_DIGEST : BY_MESSAGE)
                    .bind("story", one.story().value())
                    .bind("conversation", sent.conversation().value())
                    .bind("delivery", sent.id().value())
                    .bind("at", now.toEpochMilli())
                    .bind("shown", one.revision());
            if (!digest) {
                update.bind("receipt", receipt.value());
            }
            update.execute();
        }
    }
}

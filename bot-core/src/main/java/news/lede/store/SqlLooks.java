package news.lede.store;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.community.Looks;
import news.lede.community.PersonKey;

/** Marks in the table {@code look}. */
final class SqlLooks implements Looks {
    private final Sessions sessions;

    SqlLooks(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Instant> last(ConversationId conversation, PersonKey person, Instant now) {
        return sessions.read(handle -> handle.createQuery("SELECT at FROM look WHERE conversation_id = :conversation"
                        + " AND platform = :platform AND person = :person AND at >= :oldest")
                .bind("conversation", conversation.value())
                .bind("platform", person.platform())
                .bind("person", person.id())
                .bind("oldest", now.minus(KEPT).toEpochMilli())
                .map((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne());
    }

    @Override
    public void looked(ConversationId conversation, PersonKey person, Instant at) {
        sessions.change(handle -> {
            handle.createUpdate("DELETE FROM look WHERE at < :oldest")
                    .bind("oldest", at.minus(KEPT).toEpochMilli())
                    .execute();
            handle.createUpdate(
                            "INSERT INTO look (conversation_id, platform, person, at)"
                                    + " VALUES (:conversation, :platform, :person, :at)"
                                    + " ON CONFLICT (conversation_id, platform, person) DO UPDATE SET at = excluded.at WHERE excluded.at > look.at")
                    .bind("conversation", conversation.value())
                    .bind("platform", person.platform())
                    .bind("person", person.id())
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
    }
}

package news.lede.alert;

import java.time.Instant;
import java.util.Optional;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;

/**
 * A planned message.
 *
 * @param place where the conversation is now
 * @param workspace that of the conversation
 * @param story what it tells of; empty for a digest
 * @param number what makes it one of a kind: 0 for the first message of a story, the revision for an update or a correction, the milliseconds of the instant it was due for a digest
 * @param revision of the story, that it was planned for
 * @param due nothing is to be done before then; empty when nothing is to be done any more, or not until its conversation can be written to again
 * @param attempts how many were begun; {@code doubts} of those got no answer
 * @param attempted when the last attempt began
 * @param problem of the last attempt, or why it is held or given up
 */
public record Delivery(
        DeliveryId id,
        ConversationId conversation,
        Place place,
        WorkspaceId workspace,
        Kind kind,
        Optional<StoryId> story,
        long number,
        int revision,
        State state,
        Lane lane,
        Instant planned,
        Optional<Instant> due,
        int attempts,
        int doubts,
        Optional<Instant> attempted,
        Optional<Receipt> receipt,
        Optional<String> problem) {
    public enum Kind {
        FIRST,
        UPDATE,
        CORRECTION,
        DIGEST
    }

    public enum State {
        PLANNED,
        /** An attempt was begun and its result is not recorded. */
        SENDING,
        SENT,
        /** The platform asked to come again later. */
        RETRY,
        /** Sent perhaps: the answer was lost. */
        UNKNOWN,
        /** Kept back by the budget; told in the next digest. */
        HELD,
        GIVEN_UP,
        /** Not wanted any more before it was sent. */
        CANCELLED
    }

    /** The same, were it sure that no attempt reached its place. */
    Delivery withoutDoubts() {
        return new Delivery(
                id,
                conversation,
                place,
                workspace,
                kind,
                story,
                number,
                revision,
                state,
                lane,
                planned,
                due,
                attempts,
                0,
                attempted,
                receipt,
                problem);
    }

    /**
     * Names this message on its platform: the same at each attempt, another one for every other message, also of another store that speaks by the same account. At most 23 characters.
     */
    public String nonce() {
        return Long.toString(id.value(), Character.MAX_RADIX)
                + "-"
                + Long.toString(planned.toEpochMilli(), Character.MAX_RADIX);
    }
}

package news.lede.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.community.Place;
import news.lede.subscription.Channel;

/**
 * Brings messages to the places of one platform. Called by many threads at once, each of which it may keep waiting; it neither paces nor repeats: who calls it does. It throws for faults
 * of ours alone; whatever the platform or the way there does is a {@link Result}.
 */
public interface Messenger {
    /** The {@link Place#platform()} it reaches. */
    String platform();

    /** Where a person, by their id there, is written to in private. Whether they take it shows when it is sent. */
    Place inPrivate(String person);

    Result send(Outgoing message);

    /** Shows {@code message} in place of what was sent. That nothing differs counts as delivered. */
    Result edit(Receipt sent, Outgoing message);

    /** Whether the platform lets us look at what stands in its places, at least in some. */
    boolean canLook();

    /** Looks in {@code message}'s place whether a message with its nonce stands there, sent since {@code since}. */
    Sighting find(Outgoing message, Instant since);

    /**
     * A message to send.
     *
     * @param nonce names this message, the same at each attempt; at most 25 characters of ASCII
     * @param phrases speak the language and know the time zone of the place
     * @param silent whether it arrives without a sound
     * @param mention id of the one role that may be mentioned
     * @param replyTo the message it goes on from; sent without when that is gone
     * @param style how it is to look; what it says was chosen by it already
     */
    record Outgoing(
            Place place,
            String nonce,
            Answer answer,
            Phrases phrases,
            boolean silent,
            Optional<String> mention,
            Optional<Receipt> replyTo,
            Channel.Style style) {
        /** One that looks as where nothing was chosen. */
        public Outgoing(
                Place place,
                String nonce,
                Answer answer,
                Phrases phrases,
                boolean silent,
                Optional<String> mention,
                Optional<Receipt> replyTo) {
            this(place, nonce, answer, phrases, silent, mention, replyTo, Channel.Style.CARD);
        }
    }

    /** What came of a message. */
    sealed interface Result {
        record Delivered(Receipt receipt) implements Result {}

        /** Not taken; may be sent again {@code after} that. {@code account}: nothing at all may be sent until then, else nothing to this place. */
        record RetryAt(Duration after, boolean account, String detail) implements Result {}

        /** Sent perhaps: there was no answer that says. */
        record Unknown(String detail) implements Result {}

        /** The place cannot be written to until somebody mends it. */
        record Unreachable(Reason reason, String detail) implements Result {}

        /** The place is another now; may be sent there at once. */
        record Moved(Place to) implements Result {}

        /** The message that was to be edited or replied to is gone. */
        record Gone(String detail) implements Result {}

        /** The platform does not take this very message, and never will. A fault of ours; the place is well. */
        record Refused(String detail) implements Result {}
    }

    /** Why a place cannot be written to. */
    enum Reason {
        BLOCKED,
        KICKED,
        NO_RIGHTS,
        /** The chat, channel or thread is gone. */
        DELETED,
        /** The thread is closed, and we may not open it. */
        CLOSED,
        /** The account itself was refused: its token was taken back, or it was limited. */
        ACCOUNT
    }

    /** Whether a message is where it was to be sent to. */
    sealed interface Sighting {
        record Found(Receipt receipt) implements Sighting {}

        record Absent() implements Sighting {}

        /** The platform does not let us look, ever. */
        record Unseeable() implements Sighting {}

        /** Looking failed this time. */
        record Failed(Result why) implements Sighting {}
    }
}

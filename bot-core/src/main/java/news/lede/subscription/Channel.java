package news.lede.subscription;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.community.ConversationId;

/**
 * How a conversation wants to be told.
 *
 * @param budget messages of ours a day of its workspace's zone; empty: as many as the default allows
 * @param quiet when nothing is sent but answers
 * @param mention id of the one role that alerts may mention, on platforms that have roles
 * @param pausedUntil nothing is told before then
 */
public record Channel(
        ConversationId conversation,
        OptionalInt budget,
        Optional<QuietHours> quiet,
        Silence silence,
        Optional<String> mention,
        Style style,
        Optional<Instant> pausedUntil) {
    /** From a time of the local day until another, past midnight when that is earlier; never the same. */
    public record QuietHours(LocalTime from, LocalTime until) {}

    /** Which messages arrive without a sound. */
    public enum Silence {
        NONE,
        DIGESTS,
        ALL
    }

    /** How much of a story a message shows. */
    public enum Style {
        HEADLINES,
        COMPACT,
        CARD
    }

    /** What holds where nothing was chosen. */
    public static Channel standard(ConversationId conversation) {
        return new Channel(
                conversation,
                OptionalInt.empty(),
                Optional.empty(),
                Silence.DIGESTS,
                Optional.empty(),
                Style.CARD,
                Optional.empty());
    }
}

package news.lede.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.community.ConversationId;

/**
 * How a conversation wants to be told.
 *
 * @param budget messages of ours a day of its workspace's zone; empty: {@link Budget#DEFAULT}
 * @param quiet when nothing is sent but answers
 * @param mention id of the one role that alerts may mention, on platforms that have roles
 * @param pausedUntil nothing is told before then
 * @param handedOn whether messages are handed on to whoever follows the channel, on platforms where channels can be followed
 * @param oldNews whether a link that is old news there is answered unasked, on platforms that let us read what is said
 * @param reports whether what members of the workspace report comes there, for moderators to read
 */
public record Channel(
        ConversationId conversation,
        OptionalInt budget,
        Optional<QuietHours> quiet,
        Silence silence,
        Optional<String> mention,
        Style style,
        Optional<Instant> pausedUntil,
        boolean handedOn,
        boolean oldNews,
        boolean reports) {
    public Channel {
        budget.ifPresent(Budget::new);
    }

    public Channel(
            ConversationId conversation,
            OptionalInt budget,
            Optional<QuietHours> quiet,
            Silence silence,
            Optional<String> mention,
            Style style,
            Optional<Instant> pausedUntil) {
        this(conversation, budget, quiet, silence, mention, style, pausedUntil, false, false, false);
    }

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
        CARD,
        /** As much as a card, drawn for clients that cannot show what platforms offer of late. */
        EMBED
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

    public Channel withBudget(OptionalInt chosen) {
        return new Channel(
                conversation, chosen, quiet, silence, mention, style, pausedUntil, handedOn, oldNews, reports);
    }

    public Channel withQuiet(Optional<QuietHours> chosen) {
        return new Channel(
                conversation, budget, chosen, silence, mention, style, pausedUntil, handedOn, oldNews, reports);
    }

    public Channel withSilence(Silence chosen) {
        return new Channel(
                conversation, budget, quiet, chosen, mention, style, pausedUntil, handedOn, oldNews, reports);
    }

    public Channel withMention(Optional<String> chosen) {
        return new Channel(
                conversation, budget, quiet, silence, chosen, style, pausedUntil, handedOn, oldNews, reports);
    }

    public Channel withStyle(Style chosen) {
        return new Channel(
                conversation, budget, quiet, silence, mention, chosen, pausedUntil, handedOn, oldNews, reports);
    }

    public Channel pausedUntil(Optional<Instant> until) {
        return new Channel(conversation, budget, quiet, silence, mention, style, until, handedOn, oldNews, reports);
    }

    public Channel withHandedOn(boolean chosen) {
        return new Channel(conversation, budget, quiet, silence, mention, style, pausedUntil, chosen, oldNews, reports);
    }

    public Channel withOldNews(boolean chosen) {
        return new Channel(
                conversation, budget, quiet, silence, mention, style, pausedUntil, handedOn, chosen, reports);
    }

    public Channel withReports(boolean chosen) {
        return new Channel(
                conversation, budget, quiet, silence, mention, style, pausedUntil, handedOn, oldNews, chosen);
    }

    /** The same settings of another conversation. */
    public Channel at(ConversationId other) {
        return new Channel(other, budget, quiet, silence, mention, style, pausedUntil, handedOn, oldNews, reports);
    }
}

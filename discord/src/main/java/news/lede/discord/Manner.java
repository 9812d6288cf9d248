package news.lede.discord;

import java.util.Optional;
import java.util.OptionalInt;
import news.lede.subscription.Channel;

/**
 * How a message is to look, beside what it says.
 *
 * @param style how much of a card is shown, and how much room a picture gets
 * @param mark the id to know it by again
 * @param mention id of the role that is called first; nobody else is
 * @param share whether it offers to be shown to everybody in the channel
 */
record Manner(Look look, Channel.Style style, OptionalInt mark, Optional<String> mention, boolean share) {
    /** An answer that all see: whoever asks is told all there is. */
    static Manner answer(Look look) {
        return alone(look, false);
    }

    /** One that its asker alone sees, and may show to all when {@code share}. */
    static Manner alone(Look look, boolean share) {
        return new Manner(look, Channel.Style.CARD, OptionalInt.empty(), Optional.empty(), share);
    }

    /** A message that nobody asked for, to be known again by its mark. */
    static Manner told(Look look, Channel.Style style, int mark, Optional<String> mention) {
        return new Manner(look, style, OptionalInt.of(mark), mention, false);
    }

    /** Whether a card lists its articles; headlines and what is compact lead to the first of them alone. */
    boolean listsSources() {
        return switch (style) {
            case HEADLINES, COMPACT -> false;
            case CARD, EMBED -> true;
        };
    }

    /** What stands before everything else; empty for nobody. */
    String call() {
        return mention.map(role -> "<@&" + role + ">").orElse("");
    }
}

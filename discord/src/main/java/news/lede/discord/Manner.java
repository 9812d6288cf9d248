package news.lede.discord;

import java.util.Optional;
import java.util.OptionalInt;
import news.lede.subscription.Channel;

/**
 * How a message is to look, beside what it says.
 *
 * @param style how much room a picture gets
 * @param mark the id to know it by again
 * @param mention id of the role that is called first; nobody else is
 * @param share whether it offers to be shown to everybody in the channel
 */
record Manner(Look look, Channel.Style style, OptionalInt mark, Optional<String> mention, boolean share) {
    /** An answer that all see. */
    static Manner answer(Channel.Style style) {
        return new Manner(Look.of(style), style, OptionalInt.empty(), Optional.empty(), false);
    }

    /** One that its asker alone sees, and may show to all when {@code share}. */
    static Manner alone(Channel.Style style, boolean share) {
        return new Manner(Look.of(style), style, OptionalInt.empty(), Optional.empty(), share);
    }

    /** A message that nobody asked for, to be known again by its mark. */
    static Manner told(Look look, Channel.Style style, int mark, Optional<String> mention) {
        return new Manner(look, style, OptionalInt.of(mark), mention, false);
    }

    /** What stands before everything else; empty for nobody. */
    String call() {
        return mention.map(role -> "<@&" + role + ">").orElse("");
    }
}

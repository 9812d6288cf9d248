package news.lede.discord;

/** How things stand with Discord. */
public sealed interface DiscordStatus {
    /** On the way; nothing is wrong so far. */
    record Connecting() implements DiscordStatus {}

    /** Questions are answered. {@code bot} is the bot's name there. */
    record Connected(String bot) implements DiscordStatus {}

    /** Discord does not answer, or broke the connection; it is tried again and again. */
    record Unreachable(String reason) implements DiscordStatus {}

    /** Discord does not let us in; trying again would not help. {@code reason} says what to do, in one line. */
    record Refused(String reason) implements DiscordStatus {}

    record Stopped() implements DiscordStatus {}
}

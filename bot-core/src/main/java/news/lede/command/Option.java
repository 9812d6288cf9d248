package news.lede.command;

/**
 * An option of a command. {@code name} is the same on every platform; {@code kind} says how it is parsed and completed. A command's first option is the one that takes
 * words typed without a name.
 */
public record Option(String name, Kind kind, boolean required) {
    /** What an option's value is. */
    public enum Kind {
        TOPIC,
        SOURCE,
        STORY,
        WORDS,
        LINK,
        COUNT
    }
}

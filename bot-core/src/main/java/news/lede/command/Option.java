package news.lede.command;

/**
 * An option of a command. {@code name} is the same on every platform; {@code kind} says how it is parsed and completed. A command's first option is the one that takes
 * words typed without a name.
 */
public record Option(String name, Kind kind, boolean required) {
    /** What an option's value is. */
    public enum Kind {
        /** A topic's name, or any words. */
        TOPIC,
        /** The title of a source or the name of a publisher. */
        SOURCE,
        /** A story's number, the link of one of its articles, or words of its title. */
        STORY,
        /** Words to look for; quoted ones as they stand. */
        WORDS,
        /** Any text as it stands; quotes only hold it together. */
        TEXT,
        /** Yes or no. */
        FLAG,
        /** An address that begins with http. */
        LINK,
        /** How many; see {@link Arguments#MAX_COUNT}. */
        COUNT,
        /** Which part of a long answer, from 1. */
        PAGE,
        /** How long something takes to read. */
        LENGTH,
        /** From when until when, as our own buttons write it. */
        SPAN,
        /** Another way to look at something, as our own buttons write it. */
        VIEW,
        /** The name of a command. */
        COMMAND,
        /** What to do with a source: one of a few words. Words that follow belong to the next option. */
        ACTION,
        /** When to be told: one of a few words. */
        WHEN,
        /** What somebody thinks of a story: one of a few words. Words that follow belong to the next option. */
        OPINION,
        /** What is wrong with a story: one of a few words. */
        FAULT,
        /** A language our texts exist in. */
        LANGUAGE,
        /** Where to be told: one of a few words, or the number of a conversation as our own buttons write it. */
        TARGET,
        /** A filter; quotes in it are its own. */
        FILTER,
        /** A step of setting a place up: one of a few words. */
        STEP,
        /** A person or a role of the platform, as the platform writes them. */
        PERSON,
        /** What somebody is to be here: one of a few words. */
        GRANT,
        /** A time zone. */
        ZONE,
        /** A subscription of this conversation, by name or number. */
        SUBSCRIPTION,
        /** How much of a story messages show: one of a few words. */
        STYLE,
        /** Which messages make no sound: one of a few words. */
        SILENT,
        /** A file that comes with the call; what is written for it says which. */
        FILE,
        /** What can be followed: an address, the name of a pack, or the title of a source of one's own. */
        FOLLOWABLE;

        /** Whether words that follow belong to the value, as in {@code source:Time of India}. */
        boolean takesSeveralWords() {
            return switch (this) {
                case TOPIC, SOURCE, STORY, WORDS, TEXT, FOLLOWABLE, LENGTH, FILTER, ZONE, SUBSCRIPTION, LANGUAGE ->
                    true;
                case LINK,
                        COUNT,
                        PAGE,
                        COMMAND,
                        ACTION,
                        SPAN,
                        VIEW,
                        FLAG,
                        WHEN,
                        TARGET,
                        STYLE,
                        SILENT,
                        OPINION,
                        FAULT,
                        STEP,
                        PERSON,
                        GRANT,
                        FILE -> false;
            };
        }

        /** Whether it is one word that stands before what it is about. */
        boolean leads() {
            return this == ACTION || this == OPINION;
        }

        /** Whether there is something to choose from while typing. */
        public boolean completes() {
            return switch (this) {
                case TOPIC, SOURCE, STORY, COMMAND, ACTION, FOLLOWABLE, LENGTH, FLAG -> true;
                case WHEN, TARGET, GRANT, ZONE, SUBSCRIPTION, STYLE, SILENT, OPINION, FAULT, LANGUAGE, STEP -> true;
                case WORDS, TEXT, LINK, COUNT, PAGE, SPAN, VIEW, FILTER, PERSON, FILE -> false;
            };
        }
    }
}

package news.lede.answer;

/**
 * Something the reader can do next: {@code command} is what they would type, {@code label} what a button says. {@code kind} tells an adapter where a
 * button belongs and how it looks, so that it needs no words of its own and reads no commands.
 */
public record Action(String label, String command, Kind kind) {
    /** The most actions of one answer. Adapters with less room leave out the last. */
    public static final int MOST = 10;

    /** What an action does. */
    public enum Kind {
        /** Shows one story whole. */
        OPEN,
        /** Shows the stories around one. */
        RELATED,
        /** Shows what each sentence about a story rests on. */
        SOURCES,
        /** Shows how a story developed. */
        TIMELINE,
        /** Shows where the sources of a story differ. */
        COMPARE,
        /** Says why something is shown. */
        WHY,
        /** Begins to be told of something. */
        FOLLOW,
        /** Says that one wants more like this. */
        GOOD,
        /** Says that one wants less like this. */
        BAD,
        /** Says that something is wrong. */
        REPORT,
        /** Turns to the next page. */
        MORE,
        /** Turns to an earlier page. */
        BACK,
        /** Does what was prepared. */
        CONFIRM,
        /** Ends, removes or throws away what is named. */
        CANCEL,
        /** Asks for more to a call, in a form. Only where a platform has forms; elsewhere the answer says what can be typed. */
        ASK,
        /** Anything else. */
        OTHER
    }

    public Action(String label, String command) {
        this(label, command, Kind.OTHER);
    }
}

package news.lede.extract;

/** What the marks at the edges of a text say: whether a sentence ends or goes on there. Pure. */
final class Marks {
    private static final String TERMINALS = ".!?…。！？؟।॥۔⋯";
    private static final String CLOSERS = "\"'”’»›)]}」』）】〉》“";
    private static final String CLOSING_START = ".,;:!?…)]}”’»›。，、；：！？）」』】》〉؟،؛%";
    private static final String OPENING_END = "([{“‘«„‚¿¡「『（【《〈/-–—";

    private Marks() {}

    /** Whether the text ends as a sentence does, closing quotes and brackets aside. */
    static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && TERMINALS.indexOf(text.charAt(i)) >= 0;
    }

    /** Whether the text ends with a full stop of its script; a headline may ask or exclaim, but does not state with a stop. */
    static boolean endsStatement(String text) {
        return !text.isEmpty() && ".。।॥۔".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static boolean isTerminal(char mark) {
        return TERMINALS.indexOf(mark) >= 0;
    }

    static boolean isCloser(char mark) {
        return CLOSERS.indexOf(mark) >= 0;
    }

    /** Whether the text can only be the middle of a sentence: it begins with a closing mark or a small letter. */
    static boolean continuesSentence(String text) {
        int first = text.codePointAt(0);
        return CLOSING_START.indexOf(first) >= 0 || Character.isLowerCase(first);
    }

    static boolean startsWithClosing(String text) {
        return CLOSING_START.indexOf(text.charAt(0)) >= 0;
    }

    static boolean endsWithOpening(String text) {
        return OPENING_END.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Whether the text has capital letters at all, so that their absence means something. */
    static boolean isCased(String text) {
        return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    /** Whether the first letter or digit is a capital, a digit, or of a script without capitals. */
    static boolean startsBig(String text) {
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            if (Character.isLetterOrDigit(code)) {
                return !Character.isLowerCase(code);
            }
            at += Character.charCount(code);
        }
        return true;
    }
}

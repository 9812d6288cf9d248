package news.lede.answer;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Makes text that others wrote safe to show. Titles, sentences and what people typed are data: a line break in a title, a control character or a switch of
 * writing direction must not change how the words around it read.
 */
public final class Display {
    private static final String ELLIPSIS = "\u2026";

    /** No script puts more marks on one letter; towers of them cover the lines above and below. */
    private static final int MOST_MARKS = 4;

    /** The longest chain of joined characters that is kept together at a cut. */
    private static final int LONGEST_CHARACTER = 64;

    private Display() {}

    /**
     * {@code text} on one line: white space and control characters become single spaces, direction overrides, isolates and invisible tags go, half
     * characters become U+FFFD. Of marks heaped on one letter the first few stay. Joiners stay, since scripts and emoji need them.
     */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = true;
                marks = 0;
            } else if (isMark(c) && ++marks > MOST_MARKS) {
                // One more than anybody reads.
                continue;
            } else if (!dropped(c)) {
                marks = isMark(c) || Character.getType(c) == Character.FORMAT ? marks : 0;
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(isHalf(c) ? 0xFFFD : c);
            }
        }
        return out.toString();
    }

    /** {@link #plain}, and {@link #cut} where longer. */
    public static String brief(String text, int maxChars) {
        return cut(plain(text), maxChars);
    }

    /** Cut with an ellipsis when longer than {@code maxChars} UTF-16 units; never within what readers see as one character, an emoji made of several included. */
    public static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = maxChars - ELLIPSIS.length();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(0, Math.min(text.length(), end + LONGEST_CHARACTER)));
        int border = characters.isBoundary(end) ? end : characters.preceding(end);
        if (end - border > LONGEST_CHARACTER) {
            border = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        }
        return text.substring(0, border).stripTrailing() + ELLIPSIS;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean dropped(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xE0000 && c <= 0xE007F)
                || c == 0xFEFF
                || c == 0x200B
                || c == 0x2060
                || c == 0x00AD;
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}

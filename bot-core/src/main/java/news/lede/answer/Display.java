package news.lede.answer;

/**
 * Makes text that others wrote safe to show. Titles, sentences and what people typed are data: a line break in a title, a control character or a switch of
 * writing direction must not change how the words around it read.
 */
public final class Display {
    private static final String ELLIPSIS = "\u2026";

    private Display() {}

    /**
     * {@code text} on one line: white space and control characters become single spaces, direction overrides, isolates and invisible tags go, half
     * characters become U+FFFD. Joiners stay, since scripts and emoji need them.
     */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = true;
            } else if (!dropped(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(isHalf(c) ? 0xFFFD : c);
            }
        }
        return out.toString();
    }

    /** {@link #plain}, and cut with an ellipsis when longer than {@code maxChars} UTF-16 units; a character is never cut in half. */
    public static String brief(String text, int maxChars) {
        String plain = plain(text);
        if (plain.length() <= maxChars) {
            return plain;
        }
        int end = maxChars - ELLIPSIS.length();
        if (Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end).stripTrailing() + ELLIPSIS;
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

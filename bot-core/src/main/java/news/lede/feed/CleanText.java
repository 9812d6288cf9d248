package news.lede.feed;

import java.util.Optional;

/** Takes out of texts what no store, page or chat should be given, and cuts what is too long. Pure, linear. */
final class CleanText {
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_HTML = 256 * 1024;

    /** What bytes 0x80 to 0x9F mean in windows-1252: nobody means the controls of that number. 0 where there is nothing. */
    private static final char[] WINDOWS = ("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0" + "\0‘’“”•–—˜™š›œ\0žŸ").toCharArray();

    private CleanText() {}

    /** Without NUL, other controls, halves of surrogate pairs and non-characters; what bytes of windows-1252 would mean is written as that. */
    static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                int point = text.codePointAt(i);
                if (isBad(point)) {
                    return without(text, i);
                }
                i += Character.charCount(point) - 1;
            }
        }
        return text;
    }

    private static String without(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point >= 0x80 && point < 0xA0) {
                out.append(WINDOWS[point - 0x80] == 0 ? "" : String.valueOf(WINDOWS[point - 0x80]));
            } else if (!isBad(point)) {
                out.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return out.toString();
    }

    private static boolean isBad(int point) {
        if (point < 0xA0) {
            return point < ' ' ? point != '\n' && point != '\t' && point != '\r' : point >= 0x7F;
        }
        return point >= 0xD800 && point <= 0xDFFF || (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
    }

    /** One line for a reader: single blanks, without marks that turn the direction of what stands beside it, cut at 4,096 characters. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST_LINE));
        boolean blank = false;
        for (int i = 0; i < text.length() && out.length() < LONGEST_LINE; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                blank = !out.isEmpty();
            } else if (!isBad(point) && !turnsDirection(point)) {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.appendCodePoint(point);
            }
        }
        return out.toString();
    }

    private static boolean turnsDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069 || point == 0xFEFF;
    }

    /** HTML fit to be kept: clean, without blanks around, cut at 256 Ki characters, which leaves 64 KiB of text however much markup stands between. */
    static String html(String html) {
        String cut = html.length() > LONGEST_HTML
                ? html.substring(
                        0, Character.isHighSurrogate(html.charAt(LONGEST_HTML - 1)) ? LONGEST_HTML - 1 : LONGEST_HTML)
                : html;
        return of(cut).strip();
    }

    /** Plain text as one line, if there is any. */
    static Optional<String> someLine(String text) {
        String line = line(text);
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /** The beginning of a text of which only a line is needed; markup may take much more room than what is shown. */
    static String head(String text) {
        return text.length() > 8 * LONGEST_LINE ? text.substring(0, 8 * LONGEST_LINE) : text;
    }
}

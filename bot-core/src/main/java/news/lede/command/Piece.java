package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of what was typed. {@code name} is what stands before a colon, as typed, empty when nothing does; {@code value} is without its quotes.
 */
record Piece(String name, String value, boolean quoted) {
    // Names are ASCII, so that words of other scripts before a colon stay words. "https://" is an address, not an
    // option.
    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z_]*):(?!//)");

    private static final String OPENING = "\"\u201C\u201E\u00AB\u00BB";
    private static final List<String> CLOSING = List.of("\"", "\u201D\u201C", "\u201C\u201D", "\u00BB", "\u00AB");

    /** The piece as a word among others: a name belongs to it, quotes are straight. */
    String asWord() {
        String plain = quoted ? "\"" + value + "\"" : value;
        return name.isEmpty() ? plain : name + ":" + plain;
    }

    /** {@code text} with quotes of every kind as straight ones. */
    static String straight(String text) {
        return text.replaceAll("[" + OPENING + "\u201D]", "\"");
    }

    /**
     * Parts {@code text} at white space. Straight, English, German and French quotes hold together what is between them; a quote that is not closed is a
     * letter like any other. Takes time in proportion to the length but for unclosed quotes.
     */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher names = NAME.matcher(text);
        int at = skipSpace(text, 0);
        while (at < text.length()) {
            String name = "";
            if (names.region(at, text.length()).lookingAt()) {
                name = names.group(1);
                at = names.end();
            }
            int close = closing(text, at);
            if (close > 0) {
                pieces.add(new Piece(name, text.substring(at + 1, close).strip(), true));
                at = close + 1;
            } else {
                int end = skipWord(text, at);
                pieces.add(new Piece(name, text.substring(at, end), false));
                at = end;
            }
            at = skipSpace(text, at);
        }
        return pieces;
    }

    /** Where the quote that opens at {@code at} is closed, before white space or the end; -1 when none opens or it stays open. */
    private static int closing(String text, int at) {
        int kind = at < text.length() ? OPENING.indexOf(text.charAt(at)) : -1;
        if (kind < 0) {
            return -1;
        }
        String closers = CLOSING.get(kind);
        for (int i = at + 1; i < text.length(); i++) {
            boolean last = i + 1 == text.length() || isSpace(text.charAt(i + 1));
            if (last && closers.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipWord(String text, int from) {
        int at = from;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** No-break spaces count: phones and chat programs write them. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}

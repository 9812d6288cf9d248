package news.lede.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a number in digits or a sign of a sentence. Finer than a {@link Token}: hyphens part ("14-year-old" is three words and two signs), and signs are kept, since currencies,
 * ranges and the end of a clause are told by them.
 */
record Lexeme(Type type, String text, String folded, int start, int end) {
    enum Type {
        WORD,
        DIGITS,
        SIGN
    }

    /** Languages that part groups of three digits by a plain blank. */
    private static final String BLANK_GROUPS = " fr ru uk pl cs sv fi bg no ";

    boolean word() {
        return type == Type.WORD;
    }

    boolean digits() {
        return type == Type.DIGITS;
    }

    boolean sign(String signs) {
        return type == Type.SIGN && signs.contains(text);
    }

    boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether nothing stands between this and the next. */
    boolean touches(Lexeme next) {
        return end == next.start;
    }

    static List<Lexeme> of(String sentence, Language language) {
        List<Lexeme> lexemes = new ArrayList<>(sentence.length() / 5 + 4);
        boolean elides = language.code().equals("fr") || language.code().equals("it");
        boolean suffixed = language.code().equals("tr");
        boolean blanks = BLANK_GROUPS.contains(" " + language.code() + " ");
        int at = 0;
        while (at < sentence.length()) {
            int c = sentence.codePointAt(at);
            if (Character.isDigit(c)) {
                int end = digitsEnd(sentence, at, blanks);
                String digits = sentence.substring(at, end);
                lexemes.add(new Lexeme(Type.DIGITS, digits, digits, at, end));
                at = suffixed ? suffixEnd(sentence, end) : end;
            } else if (Character.isLetter(c)) {
                int end = wordEnd(sentence, at, elides);
                String word = sentence.substring(at, end);
                lexemes.add(new Lexeme(Type.WORD, word, folded(word, language), at, end));
                at = end;
            } else {
                int end = at + Character.charCount(c);
                if (!isSpace(c)) {
                    String sign = sentence.substring(at, end);
                    lexemes.add(new Lexeme(Type.SIGN, sign, sign, at, end));
                }
                at = end;
            }
        }
        return lexemes;
    }

    private static String folded(String word, Language language) {
        String folded = Folding.fold(word, language);
        // "and" is written as one with the word behind it.
        boolean joined = language.code().equals("ar") && folded.length() > 4 && folded.charAt(0) == '\u0648';
        return joined ? folded.substring(1) : folded;
    }

    private static int digitsEnd(String text, int from, boolean blanks) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean inside = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            if (Character.isDigit(c)) {
                at++;
            } else if (inside && (".,:\u066B\u066C".indexOf(c) >= 0 || groups(text, from, at, c, blanks))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Whether a blank or an apostrophe at {@code at} parts groups of three digits. */
    private static boolean groups(String text, int from, int at, char c, boolean blanks) {
        boolean parts =
                c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\'' || c == '\u2019' || blanks && c == ' ';
        if (!parts) {
            return false;
        }
        int before = at;
        while (before > from && Character.isDigit(text.charAt(before - 1))) {
            before--;
        }
        int after = at + 1;
        while (after < text.length() && Character.isDigit(text.charAt(after))) {
            after++;
        }
        return after - at == 4 && at - before <= 3 && (before == from || at - before == 3) && text.charAt(from) != '0';
    }

    private static int wordEnd(String text, int from, boolean elides) {
        boolean attached = Character.UnicodeScript.of(text.codePointAt(from)) == Character.UnicodeScript.ARABIC;
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isLetter(c) || isMark(c) || !attached && Character.isDigit(c)) {
                at += Character.charCount(c);
            } else if ((c == '\'' || c == '\u2019' || c == '\u02BC')
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1))) {
                at++;
                if (elides) {
                    break;
                }
            } else {
                break;
            }
        }
        return at;
    }

    /** Behind an ending that an apostrophe parts from digits: "14'ü". */
    private static int suffixEnd(String text, int from) {
        if (from + 1 >= text.length()
                || text.charAt(from) != '\'' && text.charAt(from) != '\u2019'
                || !Character.isLetter(text.charAt(from + 1))) {
            return from;
        }
        int at = from + 1;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || c == '\u00A0'
                || c == '\u202F'
                || c == '\u2009'
                || c == '\u200F'
                || c == '\u200E';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}

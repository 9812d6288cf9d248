package news.lede.extract;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into {@link Token}s. Punctuation is between words, never one. Pure. */
final class Tokens {
    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int code = text.codePointAt(at);
            int next = at + Character.charCount(code);
            if (!isWordPart(code)) {
                at = next;
                continue;
            }
            boolean digits = Character.isDigit(code);
            if (!isUnspaced(code)) {
                while (next < text.length()) {
                    int following = text.codePointAt(next);
                    if (!isWordPart(following) || isUnspaced(following) || Character.isDigit(following) != digits) {
                        break;
                    }
                    next += Character.charCount(following);
                }
            }
            tokens.add(new Token(at, next, digits ? Token.NUMBER : fold(text.substring(at, next))));
            at = next;
        }
        return tokens;
    }

    /** The length of a text in words; a character of a script without spaces counts half a word, which is about what it carries. */
    static int words(String text) {
        int halves = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            at += Character.charCount(code);
            if (!isWordPart(code)) {
                inside = inside && (code == '\'' || code == '’' || code == '-');
            } else if (isUnspaced(code)) {
                halves++;
                inside = false;
            } else if (!inside) {
                halves += 2;
                inside = true;
            }
        }
        return (halves + 1) / 2;
    }

    static boolean isWordPart(int code) {
        return Character.isLetterOrDigit(code)
                || Character.getType(code) == Character.NON_SPACING_MARK
                || Character.getType(code) == Character.COMBINING_SPACING_MARK;
    }

    /** Whether the script of {@code code} sets words without spaces between them. */
    static boolean isUnspaced(int code) {
        if (code < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(code)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> code == 'ー';
        };
    }

    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}

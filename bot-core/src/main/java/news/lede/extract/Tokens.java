package news.lede.extract;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into {@link Token}s. Punctuation is between words, never one. Pure. */
final class Tokens {
    /** Below this, characters are ASCII, which most texts mostly are; they are told apart without the tables of Unicode. */
    private static final int ASCII = 128;

    private static final int WORD_TYPES = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (first < ASCII) {
                if (!isAsciiWord(first)) {
                    at++;
                    continue;
                }
                int end = asciiEnd(text, at);
                if (end == text.length() || text.charAt(end) < ASCII) {
                    tokens.add(new Token(at, end, isAsciiDigit(first) ? Token.NUMBER : lower(text, at, end)));
                    at = end;
                    continue;
                }
            }
            int code = text.codePointAt(at);
            if (!isWordPart(code)) {
                at += Character.charCount(code);
                continue;
            }
            int next = end(text, at, code);
            tokens.add(new Token(at, next, folded(text, at, next, code)));
            at = next;
        }
        return tokens;
    }

    private static boolean isAsciiWord(int code) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || isAsciiDigit(code);
    }

    private static boolean isAsciiDigit(int code) {
        return code >= '0' && code <= '9';
    }

    /** Most words are small already. */
    private static String lower(String text, int from, int to) {
        String word = text.substring(from, to);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < 'a') {
                return word.toLowerCase(Locale.ROOT);
            }
        }
        return word;
    }

    /** Where the ASCII letters, or the digits, end that begin at {@code from}. */
    private static int asciiEnd(String text, int from) {
        boolean digits = isAsciiDigit(text.charAt(from));
        int next = from + 1;
        while (next < text.length() && isAsciiWord(text.charAt(next)) && isAsciiDigit(text.charAt(next)) == digits) {
            next++;
        }
        return next;
    }

    /** The first word as {@link Token#folded} has it, empty when there is none. */
    static String first(String text) {
        int at = 0;
        while (at < text.length()) {
            int code = text.codePointAt(at);
            if (isWordPart(code)) {
                return folded(text, at, end(text, at, code), code);
            }
            at += Character.charCount(code);
        }
        return "";
    }

    private static String folded(String text, int from, int to, int first) {
        return Character.isDigit(first) ? Token.NUMBER : fold(text.substring(from, to));
    }

    /** Where the word ends that begins at {@code from} with {@code first}. */
    private static int end(String text, int from, int first) {
        int next = from + Character.charCount(first);
        if (isUnspaced(first)) {
            return next;
        }
        boolean digits = Character.isDigit(first);
        while (next < text.length()) {
            int following = text.codePointAt(next);
            if (!isWordPart(following) || isUnspaced(following) || Character.isDigit(following) != digits) {
                break;
            }
            next += Character.charCount(following);
        }
        return next;
    }

    /** The length of a text in words; a character of a script without spaces counts half a word, which is about what it carries. */
    static int words(String text) {
        int halves = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); ) {
            char first = text.charAt(at);
            int code = first < ASCII ? first : text.codePointAt(at);
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

    /** The length of paragraphs as {@link #words(String)} counts it, as soon as it is {@code enough} what is counted so far. */
    static int words(List<String> paragraphs, int enough) {
        int words = 0;
        for (int i = 0; i < paragraphs.size() && words < enough; i++) {
            words += words(paragraphs.get(i));
        }
        return words;
    }

    static boolean isWordPart(int code) {
        return code < ASCII ? isAsciiWord(code) : (WORD_TYPES >> Character.getType(code) & 1) != 0;
    }

    /** Whether the script of {@code code} sets words without spaces between them. */
    static boolean isUnspaced(int code) {
        if (code < 0x0E00 || (code >= 0x1E00 && code < 0x2E80) || (code >= 0xAC00 && code <= 0xD7A3)) {
            return false;
        }
        if (code >= 0x4E00 && code <= 0x9FFF) {
            return true;
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

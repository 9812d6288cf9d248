package news.lede.text;

import java.text.Normalizer;
import java.util.Locale;

/** Brings spellings of one word together. Pure. */
public final class Folding {
    private Folding() {}

    /** Lower case by the rules of {@code language} (Turkish has two kinds of i), in composed form, with one kind of apostrophe. */
    public static String lower(String word, Language language) {
        if (isPlainLower(word)) {
            return word;
        }
        Locale locale = language.equals(Language.UNKNOWN) ? Locale.ROOT : language.locale();
        if (isAscii(word)) {
            return word.toLowerCase(locale);
        }
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(locale)
                .replace('\u2019', '\'');
    }

    /**
     * {@link #lower}, and without what writers leave out at will: accents of Latin letters, Arabic vowel signs, the dots of ё. Accents of
     * Vietnamese stay, since they tell words apart.
     */
    public static String fold(String word, Language language) {
        if (isPlainLower(word)) {
            return word;
        }
        String lower = lower(word, language);
        if (isPlainLower(lower)) {
            return lower;
        }
        boolean keepLatin = language.code().equals("vi");
        String parts = keepLatin ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (c >= '\u0300' && c <= '\u036F' && !keepLatin) {
                // й and ї are letters of their own, not accented ones; ё is е.
                if (i > 0 && (c == '\u0306' || c == '\u0308') && isOwnLetter(parts.charAt(i - 1))) {
                    out.append(c);
                }
                continue;
            }
            switch (c) {
                case '\u00DF' -> out.append("ss");
                case '\u00E6' -> out.append("ae");
                case '\u0153' -> out.append("oe");
                case '\u00F8' -> out.append('o');
                case '\u0142' -> out.append('l');
                case '\u0131' -> out.append('i');
                case '\u0111' -> out.append(keepLatin ? c : 'd');
                case '\u0622', '\u0623', '\u0625', '\u0671' -> out.append('\u0627');
                case '\u0649', '\u06CC' -> out.append('\u064A');
                case '\u0629' -> out.append('\u0647');
                case '\u0640' -> {}
                default -> {
                    if (c < '\u064B' || c > '\u0655') {
                        out.append(c);
                    }
                }
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static boolean isOwnLetter(char c) {
        return c == '\u0438' || c == '\u0456';
    }

    /** Nothing to fold: what is below 128 is composed, and has no accents. */
    private static boolean isPlainLower(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}

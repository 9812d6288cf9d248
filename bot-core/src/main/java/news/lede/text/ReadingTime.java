package news.lede.text;

/**
 * How long reading takes.
 *
 * <p>Counted in characters, not in words: what a word is differs from language to language (a Finnish word is two English ones, a Vietnamese word is two
 * written ones), while characters per minute lie close together within a script. The rates are those of grown readers reading silently.
 */
public final class ReadingTime {
    /** Latin, Greek, Cyrillic and other alphabets: about 1,000 characters a minute, spaces among them; 228 words of English. */
    private static final double ALPHABET = 60.0 / 1_000;
    /** Arabic and Hebrew write few vowels, so a character carries more. */
    private static final double CONSONANTS = 60.0 / 650;
    /** Chinese characters, 255 a minute. */
    private static final double IDEOGRAPH = 60.0 / 255;
    /** Kana; together with Chinese characters a Japanese text comes to about 360 characters a minute. */
    private static final double KANA = 60.0 / 430;

    private static final double HANGUL = 60.0 / 500;
    private static final double LETTERS_AND_SPACE_OF_A_WORD = 1_000.0 / 228;

    private ReadingTime() {}

    /** Seconds to read {@code text}. Pure. */
    public static double seconds(String text) {
        double seconds = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            seconds += c < 0x0590 ? ALPHABET : ofOther(text, i);
        }
        return seconds;
    }

    /** The same measured in English words of common length, for limits that are thought of in words. */
    public static double words(String text) {
        return seconds(text) / ALPHABET / LETTERS_AND_SPACE_OF_A_WORD;
    }

    private static double ofOther(String text, int at) {
        char c = text.charAt(at);
        if (Character.isLowSurrogate(c)) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(text.codePointAt(at))) {
            case HAN -> IDEOGRAPH;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case ARABIC, HEBREW -> CONSONANTS;
            default -> ALPHABET;
        };
    }
}

package news.lede.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes what people type comparable with what things are called: without case, accents and width of letters. */
public final class NameFolding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameFolding() {}

    public static String fold(String text) {
        String parted = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
        String lower = MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
        return lower.chars().allMatch(c -> c < 128) ? lower : withoutStrokes(lower);
    }

    /** Letters that no normal form takes apart, though people type them plainly. */
    private static String withoutStrokes(String lower) {
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ' -> plain.append('d');
                case 'ı' -> plain.append('i');
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The folded words of a text, in order. */
    public static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(fold(text)))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}

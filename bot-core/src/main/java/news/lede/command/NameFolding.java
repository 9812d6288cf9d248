package news.lede.command;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes what people type comparable with what things are called: without case, accents and width of letters. */
final class NameFolding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameFolding() {}

    static String fold(String text) {
        String parted = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
        return MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    }

    /** The folded words of a text, in order. */
    static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(fold(text)))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}

package news.lede.subscription;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import news.lede.text.Folding;
import news.lede.text.Language;

/**
 * Cuts texts into the smallest parts that filters compare. Where words are parted by spaces a part is a run of letters and digits, folded, so that "anti-immigration" holds "immigration". In scripts
 * without spaces (Chinese, hiragana, Thai, Lao, Khmer, Burmese) each letter is one, so that a word is found wherever it stands in a run. Needs no language: a filter is read before its articles are
 * known. Pure; takes time in proportion to the length.
 */
final class Atoms {
    private Atoms() {}

    static List<String> of(String written) {
        // Some letters are a letter and a mark once they are spelt out, so that comes before cutting.
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        List<String> atoms = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isLone(c)) {
                int end = at + Character.charCount(c);
                while (end < text.length() && isMark(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                add(atoms, text.substring(at, end));
                at = end;
            } else if (Character.isLetterOrDigit(c)) {
                int end = at;
                while (end < text.length() && isInside(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                add(atoms, text.substring(at, end));
                at = end;
            } else {
                at += Character.charCount(c);
            }
        }
        return atoms;
    }

    private static void add(List<String> atoms, String written) {
        String folded = Folding.fold(written, Language.UNKNOWN);
        if (!folded.isEmpty()) {
            atoms.add(folded);
        }
    }

    /** Whether particles stand at the end of words of its script, as in Korean: there, a word is found with any ending. */
    static boolean takesParticles(String atom) {
        return Character.UnicodeScript.of(atom.codePointBefore(atom.length())) == Character.UnicodeScript.HANGUL;
    }

    private static boolean isInside(int c) {
        return (Character.isLetterOrDigit(c) && !isLone(c)) || isMark(c);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isLone(int c) {
        return c > 0x0E00
                && Character.isLetter(c)
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }
}

package news.lede.summary;

import java.util.regex.Pattern;
import news.lede.text.ReadingTime;

/**
 * What speaks against showing a sentence, whatever it says and wherever it stands: 1 is nothing, 0 is never.
 *
 * <p>It must be news, not furniture: no byline, no caption, no fragment. Whether it can stand without its neighbours is asked of {@link Leaning} and
 * {@link Speech}. Lengths are told in words of common length ({@link ReadingTime#words}), so that they mean the same in every script. Pure.
 */
final class Fitness {
    private static final double FEWEST_WORDS = 7;
    /** Agencies' first sentences run to fifty words and are still the best there is. */
    private static final double MANY_WORDS = 60;

    private static final double TOO_MANY_WORDS = 80;

    /** "By Jonas Kessler, our reporter": two capitalised words or more, then an end, a comma, or what he is. */
    private static final Pattern BYLINE = Pattern.compile(
            "^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR|Текст:?)(?:\\s+\\p{Lu}[\\p{L}\\p{M}.'’-]*){2,4}(?:\\s+(?:and|und|et|y|e|en)\\s.*|\\s*$|\\s*[,|/–-].*|\\s+for\\s.*)");

    private static final int LONGEST_BYLINE = 90;
    private static final String TERMINATORS = ".!?…。！？؟۔।";
    private static final String CLOSERS = "\"'”’»«“)]」』";

    private Fitness() {}

    static double of(String sentence) {
        double fitness = 1;
        double words = ReadingTime.words(sentence);
        if (words < FEWEST_WORDS) {
            fitness *= 0.3;
        } else if (words > TOO_MANY_WORDS) {
            fitness *= 0.6;
        } else if (words > MANY_WORDS) {
            fitness *= 0.9;
        }
        if (!ended(sentence)) {
            fitness *= 0.4;
        }
        if (Furniture.isIn(sentence)
                || (sentence.length() < LONGEST_BYLINE
                        && BYLINE.matcher(sentence).matches())) {
            fitness *= 0.1;
        }
        if (isFragment(sentence) || Captions.isOne(sentence)) {
            fitness *= 0.1;
        }
        if (sentence.endsWith("…") || sentence.endsWith("...")) {
            fitness *= 0.3;
        }
        if (sentence.endsWith("?") || sentence.endsWith("？") || sentence.endsWith("؟")) {
            fitness *= 0.5;
        }
        return fitness;
    }

    /** An aside in brackets, or the rest of a sentence whose beginning is lost; "de Lint" and "iPlayer" may begin one. */
    private static boolean isFragment(String sentence) {
        if (sentence.startsWith("(") && sentence.endsWith(")")) {
            return true;
        }
        int first = sentence.isEmpty() ? ' ' : sentence.codePointAt(0);
        if (!Character.isLowerCase(first)) {
            return false;
        }
        int at = 0;
        while (at < sentence.length() && !Character.isWhitespace(sentence.charAt(at))) {
            if (Character.isUpperCase(sentence.charAt(at++))) {
                return false;
            }
        }
        return at + 1 >= sentence.length() || !Character.isUpperCase(sentence.codePointAt(at + 1));
    }

    /** Whether a mark that ends sentences stands at the end, or only quotation marks and brackets behind it. */
    private static boolean ended(String sentence) {
        int at = sentence.length();
        while (at > 0 && CLOSERS.indexOf(sentence.charAt(at - 1)) >= 0) {
            at--;
        }
        return at > 0 && TERMINATORS.indexOf(sentence.charAt(at - 1)) >= 0;
    }
}

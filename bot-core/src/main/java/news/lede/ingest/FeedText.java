package news.lede.ingest;

import java.util.List;
import java.util.regex.Pattern;

/** Judges the text that a feed carries of an article: the whole of it, or a teaser. Pure. */
final class FeedText {
    /** Below this nobody prints a whole article; agencies' flashes are as short as teasers are. */
    private static final int WHOLE_WORDS = 150;

    private static final int WHOLE_WORDS_IN_PARAGRAPHS = 80;
    private static final int SOME_PARAGRAPHS = 3;
    private static final int LAST_WORDS = 60;

    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsThai}]{2}|[\\p{L}\\p{N}]+");
    private static final Pattern CUT = Pattern.compile(
            "(?iU)(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])\\W*$"
                    + "|\\b(?:read (?:more|on|the (?:full|rest|whole))|continue reading|keep reading|full (?:story|article)"
                    + "|weiterlesen|mehr lesen|ganzen artikel|lire la suite|lire plus|leer más|seguir leyendo|sigue leyendo"
                    + "|leia mais|continue lendo|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere"
                    + "|lue lisää|czytaj (?:więcej|dalej)|читать (?:далее|дальше|полностью)|devamını oku|続きを読む)\\b[^\\p{L}\\p{N}]*$");
    /** What a widespread publishing program writes under each entry, whole or not. */
    private static final Pattern SIGNATURE =
            Pattern.compile("(?iU)^(?:the post .{1,300} (?:appeared first on|first appeared on) .{1,200}"
                    + "|(?:la entrada|el artículo) .{1,300} se publicó primero en .{1,200}"
                    + "|(?:der beitrag) .{1,300} erschien zuerst auf .{1,200}"
                    + "|l['’]article .{1,300} est apparu en premier sur .{1,200})$");

    private FeedText() {}

    /** Without the line that says where it was published first. */
    static List<String> unsigned(List<String> paragraphs) {
        return paragraphs.stream()
                .filter(p -> p.length() > 600 || !SIGNATURE.matcher(p).matches())
                .toList();
    }

    /** Whether these paragraphs, {@link #unsigned}, are all there is. */
    static boolean isWhole(List<String> paragraphs) {
        if (paragraphs.isEmpty() || isCut(paragraphs.getLast())) {
            return false;
        }
        long words = words(paragraphs);
        return words >= WHOLE_WORDS || (words >= WHOLE_WORDS_IN_PARAGRAPHS && paragraphs.size() >= SOME_PARAGRAPHS);
    }

    static long words(List<String> paragraphs) {
        return paragraphs.stream()
                .mapToLong(p -> WORD.matcher(p).results().count())
                .sum();
    }

    private static boolean isCut(String last) {
        return CUT.matcher(last.substring(Math.max(0, last.length() - LAST_WORDS)))
                .find();
    }
}

package news.lede.text;

import java.util.List;

/**
 * Finds the figures of a sentence: how much or how many of what, and which numbers are no quantities at all.
 *
 * <p>Numbers in digits (by the language's way of parting groups and decimals) and in words, with magnitudes, bounds ("at least"), ranges, units and currencies; dates, years,
 * times, ages, scores and parts of names are told as what they are. What is counted is told by a list of words for events (killed, injured, missing, arrested ...), else by the stem of the
 * noun behind the number. Known languages: English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, Ukrainian, Arabic, Turkish, Vietnamese,
 * Chinese, Japanese; in others digits are read and nothing is said of what they count. Pure and thread-safe; linear in the length of the sentence.
 */
public final class Figures {
    private Figures() {}

    /** In the order of the sentence; spans are places in {@code sentence}. A number in words that may as well mean something else is left out. */
    public static List<Figure> in(String sentence, Language language) {
        return EastAsianFigures.reads(language)
                ? EastAsianFigures.in(sentence, language)
                : FigureReader.in(sentence, language);
    }
}

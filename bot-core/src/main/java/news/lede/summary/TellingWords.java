package news.lede.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.Language;

/** The words of a text that say what it is about, with how often each occurs. Pure. */
final class TellingWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private TellingWords() {}

    static Map<String, Integer> of(String text, Language language) {
        Map<String, Integer> words = new TreeMap<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(language.locale()));
        while (matcher.find()) {
            if (matcher.group().length() > 3) {
                words.merge(matcher.group(), 1, Integer::sum);
            }
        }
        return words;
    }

    /** Cosine of two counts, 0 to 1. */
    static double alike(Map<String, Integer> a, Map<String, Integer> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Map<String, Integer> fewer = a.size() <= b.size() ? a : b;
        Map<String, Integer> more = fewer == a ? b : a;
        double product = 0;
        for (Map.Entry<String, Integer> word : fewer.entrySet()) {
            product += (double) word.getValue() * more.getOrDefault(word.getKey(), 0);
        }
        return product / (norm(a) * norm(b));
    }

    private static double norm(Map<String, Integer> words) {
        double squares = 0;
        for (int count : words.values()) {
            squares += (double) count * count;
        }
        return Math.sqrt(squares);
    }
}

package news.lede.summary;

import java.util.Map;
import java.util.TreeMap;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** The words of a text that say what it is about, without inflection, with how often each occurs. Pure. */
final class TellingWords {
    private TellingWords() {}

    static Map<String, Integer> of(String text, Language language) {
        Map<String, Integer> words = new TreeMap<>();
        for (Token token : Tokens.of(text, language)) {
            if (token.telling()) {
                words.merge(token.stem(), 1, Integer::sum);
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

package news.lede.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much two texts share. Pure. */
final class Overlap {
    private static final int SHINGLE = 4;

    private Overlap() {}

    /** Twice the shared words by all words, 0 to 1. */
    static double ofWords(String a, String b) {
        List<String> left = Phrases.words(a);
        List<String> right = Phrases.words(b);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Map<String, Integer> counts = new HashMap<>();
        left.forEach(w -> counts.merge(w, 1, Integer::sum));
        int shared = 0;
        for (String word : right) {
            if (counts.getOrDefault(word, 0) > 0) {
                counts.merge(word, -1, Integer::sum);
                shared++;
            }
        }
        return 2.0 * shared / (left.size() + right.size());
    }

    /** The runs of four words of a text, as hashes. */
    static Set<Integer> shingles(String text) {
        List<String> words = Phrases.words(text);
        Set<Integer> out = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            out.add(words.subList(i, i + SHINGLE).hashCode());
        }
        if (out.isEmpty() && !words.isEmpty()) {
            out.add(words.hashCode());
        }
        return out;
    }

    /** The share of {@code part} that is in {@code whole}, 0 to 1. */
    static double contained(Set<Integer> part, Set<Integer> whole) {
        if (part.isEmpty()) {
            return 0;
        }
        return (double) part.stream().filter(whole::contains).count() / part.size();
    }
}

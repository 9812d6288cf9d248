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
        return ofWords(Phrases.words(a), Phrases.words(b));
    }

    static double ofWords(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Map<String, Integer> counts = new HashMap<>();
        left.forEach(w -> counts.merge(w, 1, Integer::sum));
        int shared = 0;
        for (String word : right) {
            Integer count = counts.get(word);
            if (count != null && count > 0) {
                counts.put(word, count - 1);
                shared++;
            }
        }
        return 2.0 * shared / (left.size() + right.size());
    }

    /** The runs of four words of a text, as hashes. */
    static Set<Integer> shingles(String text) {
        return shingles(Phrases.words(text));
    }

    static Set<Integer> shingles(List<String> words) {
        Set<Integer> out = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            int hash = 1;
            for (int j = i; j < i + SHINGLE; j++) {
                hash = 31 * hash + words.get(j).hashCode();
            }
            out.add(hash);
        }
        if (out.isEmpty() && !words.isEmpty()) {
            out.add(words.hashCode());
        }
        return out;
    }

    /** The share of the runs of the words that is in {@code whole}, 0 to 1; most texts of a page share none with what is stated of it. */
    static double contained(List<Token> words, Set<Integer> whole) {
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            if (whole.contains(shingle(words, i))) {
                return contained(shingles(Phrases.folded(words)), whole);
            }
        }
        return words.size() < SHINGLE ? contained(shingles(Phrases.folded(words)), whole) : 0;
    }

    private static int shingle(List<Token> words, int at) {
        int hash = 1;
        for (int j = at; j < at + SHINGLE; j++) {
            hash = 31 * hash + words.get(j).folded().hashCode();
        }
        return hash;
    }

    /** The share of {@code part} that is in {@code whole}, 0 to 1. */
    static double contained(Set<Integer> part, Set<Integer> whole) {
        if (part.isEmpty()) {
            return 0;
        }
        int held = 0;
        for (Integer one : part) {
            held += whole.contains(one) ? 1 : 0;
        }
        return (double) held / part.size();
    }
}

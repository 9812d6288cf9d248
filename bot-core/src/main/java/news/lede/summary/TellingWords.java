package news.lede.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * The words of a text that say what it is about, without inflection, with how often each occurs; alone, and together with the pairs that follow each other. Pairs say
 * more of where words are written in syllables (Vietnamese) or as parts ("interest rate").
 */
record TellingWords(SparseVector single, SparseVector paired) {
    static TellingWords of(String text, Language language) {
        Map<Long, Double> single = new HashMap<>();
        Map<Long, Double> paired = new HashMap<>();
        long before = 0;
        for (Token token : Tokens.of(text, language)) {
            if (token.telling()) {
                long word = SparseVector.keyOf(token.stem());
                single.merge(word, 1.0, Double::sum);
                paired.merge(word, 1.0, Double::sum);
                if (before != 0) {
                    paired.merge(before * 31 + word, 1.0, Double::sum);
                }
                before = word;
            }
        }
        return new TellingWords(SparseVector.of(single), SparseVector.of(paired));
    }

    /** Words and pairs of all sentences together. */
    static SparseVector sum(Collection<Candidate> sentences) {
        Map<Long, Double> sum = new HashMap<>();
        for (Candidate sentence : sentences) {
            SparseVector words = sentence.words().paired();
            for (int i = 0; i < words.size(); i++) {
                sum.merge(words.key(i), (double) words.value(i), Double::sum);
            }
        }
        return SparseVector.of(sum);
    }

    /** How much two say the same, 0 to 1, by words alone: other words in between must not hide that. */
    double alike(TellingWords other) {
        return single.cosine(other.single);
    }

    /** The share of the words here that {@code said} has, 0 to 1; 0 where there are none. */
    double saidBy(Set<Long> said) {
        int known = 0;
        for (int i = 0; i < single.size(); i++) {
            known += said.contains(single.key(i)) ? 1 : 0;
        }
        return single.isEmpty() ? 0 : (double) known / single.size();
    }

    Set<Long> keys() {
        Set<Long> keys = new HashSet<>();
        addTo(keys);
        return keys;
    }

    void addTo(Set<Long> said) {
        for (int i = 0; i < single.size(); i++) {
            said.add(single.key(i));
        }
    }

    /** The same by words and pairs. */
    double near(TellingWords other) {
        return paired.cosine(other.paired);
    }
}

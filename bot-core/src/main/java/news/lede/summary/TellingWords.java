package news.lede.summary;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
        return of(Tokens.of(text, language));
    }

    static TellingWords of(List<Token> tokens) {
        long[] single = new long[tokens.size()];
        long[] paired = new long[2 * tokens.size()];
        int words = 0;
        int pairs = 0;
        long before = 0;
        for (Token token : tokens) {
            if (token.telling()) {
                long word = SparseVector.keyOf(token.stem());
                single[words++] = word;
                paired[pairs++] = word;
                if (before != 0) {
                    paired[pairs++] = before * 31 + word;
                }
                before = word;
            }
        }
        return new TellingWords(
                SparseVector.counting(Arrays.copyOf(single, words)),
                SparseVector.counting(Arrays.copyOf(paired, pairs)));
    }

    /** Words and pairs of all sentences together. */
    static SparseVector sum(Collection<Candidate> sentences) {
        return sumOf(
                sentences.stream().map(sentence -> sentence.words().paired()).toList());
    }

    /** How often each word or pair occurs in all of some texts, of which that is known. */
    static SparseVector sumOf(Collection<SparseVector> texts) {
        int occurrences = 0;
        for (SparseVector words : texts) {
            for (int i = 0; i < words.size(); i++) {
                occurrences += (int) words.value(i);
            }
        }
        long[] all = new long[occurrences];
        int at = 0;
        for (SparseVector words : texts) {
            for (int i = 0; i < words.size(); i++) {
                int next = at + (int) words.value(i);
                Arrays.fill(all, at, next, words.key(i));
                at = next;
            }
        }
        return SparseVector.counting(all);
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

    /** The same where one other text has said something. */
    double saidBy(TellingWords other) {
        return single.isEmpty() ? 0 : (double) single.shared(other.single) / single.size();
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

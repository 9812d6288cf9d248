package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.text.Token;

/**
 * What a passage negates.
 *
 * @param reached for each negation the stems of the next telling words, as one stem where words tell the same ("hurt", "injured")
 * @param around stems of all that stands near a negation
 * @param elsewhere stems of what stands near none
 * @param twice whether a verb that negates is itself negated: "did not deny"
 */
record Negations(List<Negation> reached, Set<String> around, Set<String> elsewhere, boolean twice) {
    /** One: {@code reach}, the stems it negates; {@code verb}, whether a verb does ("refused"). */
    record Negation(List<String> reach, boolean verb) {}

    /** Characters that negate in Chinese, endings that do in Japanese. */
    private static final String NEGATING_CHARACTERS = "不没沒未无無";

    private static final List<String> NEGATING_ENDINGS = List.of("ない", "せん", "なか", "なし");
    private static final int REACH = 5;
    private static final int REACHED_WORDS = 2;

    static Negations of(Passage passage) {
        Negators negators = Negators.of(passage.language());
        List<Negation> reached = new ArrayList<>();
        Set<String> around = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        boolean twice = false;
        for (List<Token> sentence : passage.sentences()) {
            boolean[] near = new boolean[sentence.size()];
            for (int i = 0; i < sentence.size(); i++) {
                if (!negates(negators, sentence, i)) {
                    continue;
                }
                boolean verb = negators.verbs().contains(sentence.get(i).stem());
                twice |= verb && i > 0 && isNot(negators, sentence.get(i - 1).folded());
                reached.add(new Negation(reach(passage, sentence, i), verb));
                // What a verb denies stands before it in the passive: "the plan was rejected".
                int from = Math.max(0, i - (verb ? 2 * REACH : 2));
                int to = Math.min(sentence.size(), i + 1 + 2 * REACH);
                around.addAll(stems(sentence.subList(from, to)));
                java.util.Arrays.fill(near, Math.max(0, i - (verb ? REACH : 2)), Math.min(to, i + 1 + REACH), true);
            }
            for (int i = 0; i < sentence.size(); i++) {
                if (!near[i] && sentence.get(i).telling()) {
                    elsewhere.add(SameWords.stem(sentence.get(i)));
                }
            }
        }
        return new Negations(reached, around, elsewhere, twice);
    }

    boolean any() {
        return !reached.isEmpty();
    }

    private static boolean negates(Negators negators, List<Token> sentence, int at) {
        Token token = sentence.get(at);
        String word = token.folded();
        // "have yet to find"
        boolean yetTo = word.equals("yet")
                && at + 1 < sentence.size()
                && sentence.get(at + 1).folded().equals("to");
        boolean eastAsian = word.length() <= 2
                && (word.chars().anyMatch(c -> NEGATING_CHARACTERS.indexOf(c) >= 0) || NEGATING_ENDINGS.contains(word));
        return yetTo || eastAsian || isNot(negators, word) || negators.verbs().contains(token.stem());
    }

    private static boolean isNot(Negators negators, String word) {
        return negators.words().contains(word) || word.endsWith("n't");
    }

    private static List<String> reach(Passage passage, List<Token> sentence, int at) {
        List<String> stems = new ArrayList<>();
        for (int i = at + 1; i < Math.min(sentence.size(), at + 1 + REACH) && stems.size() < REACHED_WORDS; i++) {
            if (passage.between(sentence.get(i - 1), sentence.get(i)).contains(";")) {
                break;
            }
            if (sentence.get(i).telling()) {
                stems.add(SameWords.stem(sentence.get(i)));
            }
        }
        return stems;
    }

    private static Set<String> stems(List<Token> tokens) {
        Set<String> stems = new HashSet<>();
        tokens.stream().filter(Token::telling).map(SameWords::stem).forEach(stems::add);
        return stems;
    }
}

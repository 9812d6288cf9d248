package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.summary.Negations.Negation;
import news.lede.text.Token;

/**
 * What the evidence affirms must not be denied, what it denies must not be affirmed. A word that negates reaches the next telling words; the same words must be reached in the text and in the
 * evidence. Words turned into their opposite are the matter of {@link ContrastCheck}.
 */
final class NegationCheck {
    private NegationCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Refusal> refusals = new ArrayList<>();
        Negations here = Negations.of(said);
        Negations there = Negations.of(known);
        // Where no spaces part words, what a negation reaches cannot be told.
        boolean unspaced = Set.of("zh", "ja").contains(said.language().code());
        if (!unspaced || here.any() != there.any()) {
            boolean longer = said.tokens().size() <= known.tokens().size();
            contradicted(here, there, stems(known), longer)
                    .forEach(word -> refusals.add(new Refusal(Kind.NEGATION, "not " + word)));
            boolean shorter = known.tokens().size() <= said.tokens().size();
            contradicted(there, here, stems(said), shorter)
                    .forEach(word -> refusals.add(new Refusal(Kind.NEGATION, word)));
        }
        if (here.twice() != there.twice()) {
            refusals.add(new Refusal(Kind.NEGATION, "not not"));
        }
        if (!here.any()) {
            NegatedForms.turned(said, known).forEach(word -> refusals.add(new Refusal(Kind.NEGATION, word)));
        }
        return refusals;
    }

    /**
     * Words that {@code one} negates and {@code other}, with the words {@code there}, has without negating them. A negation that {@code other} leaves out with all it reaches is no
     * contradiction, if it is not longer; one that a verb makes is none where {@code one} itself has the words apart from it.
     */
    private static Set<String> contradicted(Negations one, Negations other, Set<String> there, boolean notShorter) {
        Set<String> contradicted = new HashSet<>();
        for (Negation negation : one.reached()) {
            List<String> reach = negation.reach();
            List<String> spokenOf = reach.stream().filter(there::contains).toList();
            boolean negated = spokenOf.stream().anyMatch(other.around()::contains);
            boolean apart = negation.verb() && one.elsewhere().containsAll(spokenOf);
            if ((!spokenOf.isEmpty() && !negated && !apart) || (spokenOf.isEmpty() && !other.any() && notShorter)) {
                contradicted.add(reach.isEmpty() ? "" : reach.getFirst());
            }
        }
        return contradicted;
    }

    private static Set<String> stems(Passage passage) {
        Set<String> stems = new HashSet<>();
        passage.tokens().stream().filter(Token::telling).map(SameWords::stem).forEach(stems::add);
        return stems;
    }
}

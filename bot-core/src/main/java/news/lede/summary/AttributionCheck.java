package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.summary.Sayings.Saying;
import news.lede.text.Token;

/**
 * What somebody said must be said by the same one: the text may neither name another speaker, nor give one speaker's words to another, nor state as fact what the evidence only reports or
 * supposes ("allegedly").
 */
final class AttributionCheck {
    /** Words that leave open whether it is so, by the beginning they share. */
    private static final List<String> HEDGES = Stream.of(
                    "alleged reportedly purported supposed apparent possibl rumou rumor suspected mutmasslich angeblich vermutlich moglicherweise"
                            + " wohl presunt presum supuest supost alegad presunta aparentemente apparemment pretendument vermoedelijk naar-verluidt zou"
                            + " предположительно якобы вероятно ймовірно нібито iddia sozde nghi")
            .flatMap(words -> Stream.of(words.split(" ")))
            .toList();

    private static final int HEDGED = 4;
    private static final int LONG_STEM = 5;
    private static final int SPEECH = 3;

    private AttributionCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        Sayings here = Sayings.of(said);
        Sayings there = Sayings.of(known);
        List<Refusal> refusals = new ArrayList<>();
        for (Saying saying : here.sayings()) {
            boolean same = saying.speaker().isEmpty()
                    || there.sayings().stream().anyMatch(other -> meet(other.speaker(), saying.speaker()));
            // Word order may mislead on one side or the other.
            boolean around = !same
                    && there.sayings().stream()
                            .anyMatch(other ->
                                    meet(other.speaker(), saying.near()) || meet(other.besides(), saying.speaker()));
            boolean sameVerb = !same && !around && sameVerb(saying, known);
            if ((!same && !around && !sameVerb) || (same && exchanged(saying, there.sayings()))) {
                refusals.add(new Refusal(Kind.ATTRIBUTION, String.join(" ", saying.speaker())));
            }
        }
        // A name in quotation marks is no speech.
        boolean quotes = QuoteCheck.quotes(said.text())
                .anyMatch(quote ->
                        quote.split(" ").length >= SPEECH || !quote.contains(" ") && quote.length() > 4 * SPEECH);
        boolean hedges = said.tokens().stream().anyMatch(AttributionCheck::hedges);
        boolean spoken =
                here.sayings().stream().anyMatch(saying -> !saying.near().isEmpty());
        if (!spoken && !quotes && !hedges && reportedOnly(said, known, there)) {
            refusals.add(new Refusal(Kind.ATTRIBUTION, "stated as fact"));
        } else if (here.sayings().isEmpty() && !hedges && stated(said, known)) {
            refusals.add(new Refusal(Kind.ATTRIBUTION, "stated as certain"));
        }
        return refusals;
    }

    /** The evidence has the verb in a form we do not know as one that reports ("estimant"), and the speaker. */
    private static boolean sameVerb(Saying saying, Passage known) {
        return known.tokens().stream().anyMatch(t -> !t.folded().equals(saying.verb()) && sharesStart(t, saying.verb()))
                && meet(saying.speaker(), Passage.tellingStems(known.tokens()));
    }

    private static boolean sharesStart(Token token, String verb) {
        int length = Math.min(LONG_STEM, verb.length());
        return length == LONG_STEM && token.folded().regionMatches(0, verb, 0, length);
    }

    /** Whether the text says itself what the evidence only reports: more of its words are reported there than stated. */
    private static boolean reportedOnly(Passage said, Passage known, Sayings there) {
        Set<String> reported = new HashSet<>();
        there.sayings().forEach(saying -> reported.addAll(saying.reported()));
        Set<String> stated = Passage.tellingStems(known.tokens());
        stated.removeAll(reported);
        Set<String> here = Passage.tellingStems(said.tokens());
        long saidThere = here.stream().filter(reported::contains).count();
        long statedThere = here.stream().filter(stated::contains).count();
        return saidThere > statedThere;
    }

    /** Whether what the speaker says here is in the evidence what another one says. */
    private static boolean exchanged(Saying saying, List<Saying> evidence) {
        int own = 0;
        int others = 0;
        for (Saying other : evidence) {
            Set<String> shared = new HashSet<>(saying.content());
            shared.retainAll(other.content());
            if (meet(other.speaker(), saying.speaker())) {
                own = Math.max(own, shared.size());
            } else if (!other.speaker().isEmpty()) {
                others = Math.max(others, shared.size());
            }
        }
        return others >= 2 && own < others
                || others == 1 && own == 0 && saying.content().size() <= 2 && evidence.size() > 1;
    }

    /** Whether what a hedge of the evidence leaves open is in the text. */
    private static boolean stated(Passage said, Passage known) {
        Set<String> here = Passage.tellingStems(said.tokens());
        for (List<Token> sentence : known.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                if (hedges(sentence.get(i))) {
                    Set<String> open = sentence.subList(i + 1, Math.min(sentence.size(), i + 1 + HEDGED)).stream()
                            .filter(Token::telling)
                            .map(Token::stem)
                            .collect(Collectors.toSet());
                    if (meet(open, here)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean hedges(Token token) {
        return HEDGES.stream().anyMatch(token.folded()::startsWith)
                && !token.folded().equals("possible");
    }

    /** Whether a word of one is one of the other, in any spelling that begins alike ("organisation", "organization"). */
    private static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(a -> other.stream().anyMatch(b -> a.equals(b) || beginsAlike(a, b)));
    }

    private static boolean beginsAlike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        return shorter >= LONG_STEM && a.regionMatches(0, b, 0, shorter);
    }
}

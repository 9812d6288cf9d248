package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Token;

/** Who did it and to whom it was done must not change places: "Norby beat Sundby" is not "Sundby beat Norby". Told only where two names stand right around one verb. */
final class RoleCheck {
    /** Two names and the word between them, as stems. */
    private record Act(String who, String what, String whom) {
        Act reversed() {
            return new Act(whom, what, who);
        }
    }

    private static final int NAME_WORDS = 3;

    private RoleCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        Set<Act> evidence = acts(known);
        List<Refusal> refusals = new ArrayList<>();
        for (Act act : acts(said)) {
            if (evidence.contains(act.reversed()) && !evidence.contains(act)) {
                refusals.add(new Refusal(Kind.NAME, act.who + " " + act.what + " " + act.whom));
            }
        }
        return refusals;
    }

    private static Set<Act> acts(Passage passage) {
        Set<Act> acts = new HashSet<>();
        for (List<Token> sentence : passage.sentences()) {
            for (int i = 1; i + 1 < sentence.size(); i++) {
                Token verb = sentence.get(i);
                boolean between = !verb.capitalised()
                        && verb.telling()
                        && isName(sentence.get(i - 1))
                        && isName(sentence.get(i + 1));
                if (between) {
                    for (int a = i - 1; a >= Math.max(0, i - NAME_WORDS) && isName(sentence.get(a)); a--) {
                        for (int b = i + 1;
                                b < Math.min(sentence.size(), i + 1 + NAME_WORDS) && isName(sentence.get(b));
                                b++) {
                            acts.add(new Act(
                                    sentence.get(a).stem(),
                                    verb.stem(),
                                    sentence.get(b).stem()));
                        }
                    }
                }
            }
        }
        return acts;
    }

    private static boolean isName(Token token) {
        return token.capitalised() && !token.stop() && token.folded().length() > 1;
    }
}

package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Folding;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** What the evidence leaves open must stay open: "may close" is not "will close". Read from the words beside those that leave open whether it is so. */
final class HedgeCheck {
    private static final int BESIDE = 4;
    private static final int NEAR = 8;
    /** Languages where the verb stands before what leaves it open, or in one word with it. */
    private static final Set<String> VERB_FIRST = Set.of("tr", "ja", "zh");

    private HedgeCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Pattern> open = Contrasts.of(said.language()).open().toList();
        List<Refusal> refusals = new ArrayList<>();
        for (Pattern pattern : open) {
            String text = Folding.fold(said.text(), said.language());
            List<Token> words = Tokens.of(text, said.language());
            Set<String> leftOpen = new HashSet<>();
            pattern.matcher(text).results().forEach(found -> {
                int at = at(words, found.start());
                leftOpen.addAll(
                        Passage.tellingStems(words.subList(Math.max(0, at - NEAR), Math.min(words.size(), at + NEAR))));
            });
            String evidence = Folding.fold(known.text(), known.language());
            List<Token> there = Tokens.of(evidence, known.language());
            Set<String> here = Passage.tellingStems(words);
            pattern.matcher(evidence).results().forEach(found -> {
                Set<String> beside = beside(
                        evidence,
                        there,
                        found.start(),
                        found.end(),
                        said.language().code());
                beside.retainAll(here);
                if (!beside.isEmpty() && beside.stream().noneMatch(leftOpen::contains)) {
                    refusals.add(new Refusal(Kind.ATTRIBUTION, found.group() + " left out"));
                }
            });
        }
        return refusals;
    }

    /** The telling words that stand behind, or before where nothing stands behind. */
    private static Set<String> beside(String text, List<Token> words, int start, int end, String language) {
        int from = at(words, start);
        int to = at(words, end);
        Set<String> before = Passage.tellingStems(words.subList(Math.max(0, from - BESIDE), from));
        int behindTo = to;
        while (behindTo < Math.min(words.size(), to + BESIDE) && (behindTo == 0 || !closes(text, words, behindTo))) {
            behindTo++;
        }
        Set<String> behind = Passage.tellingStems(words.subList(to, behindTo));
        if (VERB_FIRST.contains(language)) {
            before.addAll(behind);
            return before;
        }
        return behind.isEmpty() ? before : behind;
    }

    /** Whether a clause ends before that word. */
    private static boolean closes(String text, List<Token> words, int at) {
        int from = words.get(at - 1).span().end();
        int to = words.get(at).span().start();
        return from < to && text.substring(from, to).matches(".*[,;:،].*");
    }

    private static int at(List<Token> words, int place) {
        int at = 0;
        while (at < words.size() && words.get(at).span().start() < place) {
            at++;
        }
        return at;
    }
}
